import search from 'approx-string-match';
import { splitsPair } from './code-points.ts';
import { type Candidate, choose, contextOf, SAME_SIDE, surerSide, weigh } from './context.ts';
import type { Selectors } from './selectors.ts';
import { sameNames, sameNegations } from './similarity.ts';
import { startZones } from './windows.ts';

/** Below this a changed quote cannot be told from other words. */
const SHORTEST = 16;
/** Edits allowed, as a share of the quote's length. */
const EDITS = 0.22;
/** Beyond this only both ends are aligned: alignment costs length times edits. */
const LONG = 2000;
const END = 256;
/** Without any context a quote must be this long and this like. */
const ALONE_LENGTH = 48;
const ALONE_LIKENESS = 0.95;

/** A place found nearly, and how like the quote its words are, 0 to 1. */
export interface NearCandidate extends Candidate {
  likeness: number;
}

/**
 * Finds an edited quote, by approximate matching (Myers 1999) in the few places that can hold it. `text` and the
 * selectors are folded (see `fold`). A place is taken only when the words are alike and its context says so too;
 * words that deny what the quote says are never taken.
 */
export function findNear(text: string, selectors: Selectors): NearCandidate | null {
  const { exact } = selectors.quote;
  if (exact.length < SHORTEST) return null;
  const edits = Math.floor(exact.length * EDITS);
  const found = startZones(text, selectors, Math.min(edits, 64))
    .flatMap((zone) => align(text, exact, zone.from - edits, zone.to + edits, edits, selectors))
    .filter((candidate) => isMeant(text, exact, candidate));
  const best = choose(distinct(found));
  return found.find((candidate) => candidate === best) ?? null;
}

/** The best alignments of `exact` that begin between `from` and `to`. */
function align(
  text: string,
  exact: string,
  from: number,
  to: number,
  edits: number,
  selectors: Selectors,
): NearCandidate[] {
  const start = Math.max(0, from);
  const spans =
    exact.length <= LONG
      ? within(text, exact, start, to + exact.length + edits, edits)
      : byEnds(text, exact, start, to, edits);
  const candidates = spans.map((span) => {
    const snapped = snap(text, span, selectors);
    const errors = span.errors + Math.abs(snapped.start - span.start) + Math.abs(snapped.end - span.end);
    return {
      ...weigh(text, snapped.start, snapped.end, selectors),
      likeness: Math.max(0, 1 - errors / exact.length),
    };
  });
  // Of one place's many ends, the one that its context fits and whose length is nearest.
  return candidates
    .sort(
      (a, b) =>
        contextOf(b) - contextOf(a) ||
        b.likeness - a.likeness ||
        Math.abs(a.end - a.start - exact.length) - Math.abs(b.end - b.start - exact.length),
    )
    .slice(0, 1);
}

interface Span {
  start: number;
  end: number;
  errors: number;
}

/** Ends of equally good matches come in runs; more than this many add nothing. */
const MATCHES = 6;

function within(text: string, pattern: string, from: number, to: number, edits: number): Span[] {
  const start = Math.max(0, from);
  const matches = search(text.slice(start, to), pattern, edits).slice(0, MATCHES);
  return matches.map((match) => ({
    start: start + match.start,
    end: start + match.end,
    errors: match.errors,
  }));
}

/** A long quote by its first and last words; what lies between must have about the length it had. */
function byEnds(text: string, exact: string, from: number, to: number, edits: number): Span[] {
  const endEdits = Math.floor(END * EDITS);
  const [head] = within(text, exact.slice(0, END), from, to + END + endEdits, endEdits);
  if (!head) return [];
  const due = head.start + exact.length;
  const tails = within(text, exact.slice(-END), due - edits - END, due + edits, endEdits);
  return tails.map((tail) => ({
    start: head.start,
    end: tail.end,
    // What the middle lost or gained is at least the difference in length; both ends stand for the rest.
    errors:
      Math.round(((head.errors + tail.errors) * exact.length) / (2 * END)) +
      Math.abs(tail.end - head.start - exact.length),
  }));
}

const WORD = /[\p{L}\p{N}]/u;
const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');

/** A word cut by the alignment is taken whole, unless the quote itself began or ended inside a word. */
function snap(text: string, span: Span, { quote }: Selectors): Span {
  const { exact, prefix, suffix } = quote;
  const [first = '', last = ''] = [exact[0], exact.at(-1)];
  let { start, end } = span;
  if (!isInside((prefix.at(-1) ?? '') + first, 1)) while (isInside(text, start)) start--;
  if (!isInside(last + (suffix[0] ?? ''), 1)) while (isInside(text, end)) end++;
  if (!WORD.test(last) && text[end] === last) end++;
  if (!WORD.test(first) && text[start - 1] === first) start--;
  if (splitsPair(text, start)) start--;
  if (splitsPair(text, end)) end++;
  // Alignment may take in the space before or after.
  while (text[start] === ' ' && first !== ' ' && start < end - 1) start++;
  while (text[end - 1] === ' ' && last !== ' ' && end > start + 1) end--;
  return { start, end, errors: span.errors };
}

function isMeant(text: string, exact: string, candidate: NearCandidate): boolean {
  const words = text.slice(candidate.start, candidate.end);
  if (candidate.likeness < 1 - EDITS || !sameNegations(exact, words)) return false;
  // Rows of a list differ by their names and figures alone: then both neighbours must be exactly what they were.
  if (!sameNames(exact, words)) return (candidate.prefix ?? 1) === 1 && (candidate.suffix ?? 1) === 1;
  if (surerSide(candidate) >= SAME_SIDE) return true;
  return candidate.likeness >= ALONE_LIKENESS && exact.length >= ALONE_LENGTH;
}

/** Zones overlap: the same place is one candidate, with its best likeness. */
function distinct(candidates: readonly NearCandidate[]): NearCandidate[] {
  const kept: NearCandidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.likeness - a.likeness))
    if (!kept.some((other) => candidate.start < other.end && other.start < candidate.end))
      kept.push(candidate);
  return kept;
}

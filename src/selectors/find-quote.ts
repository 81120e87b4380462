import { type Candidate, contextOf } from './context.ts';
import { findExact } from './find-exact.ts';
import { findNear } from './find-near.ts';
import { fold } from './fold.ts';
import type { Selectors } from './selectors.ts';

/** Where a quote is in a text: half-open UTF-16 offsets. */
export interface FoundQuote {
  start: number;
  end: number;
  /** `exact` word for word; `near` with its typography or some of its words changed. */
  state: 'exact' | 'near';
  /** How surely it is the place, 0 to 1: half for the words, half for what stands around them. */
  score: number;
}

/** Finds quotes in one text; what costs the text's length is done once. */
export interface QuoteFinder {
  find(selectors: Selectors): FoundQuote | null;
}

/** A finder over `text`, for many quotes of one page. */
export function createFinder(text: string): QuoteFinder {
  let folded: string | null = null;
  return {
    find(selectors) {
      const exact = findExact(text, selectors);
      if (typeof exact === 'object') return answer(exact, 'exact', 1);
      folded ??= fold(text);
      const { quote, position } = selectors;
      const plain: Selectors = {
        quote: { exact: fold(quote.exact), prefix: fold(quote.prefix), suffix: fold(quote.suffix) },
        position,
      };
      // Words that stand somewhere unchanged but undecidably are not looked for among changed ones.
      const unchanged = exact === 'absent' ? findExact(folded, plain) : exact;
      if (typeof unchanged === 'object') return answer(unchanged, 'near', 1);
      if (unchanged === 'ambiguous') return null;
      const near = findNear(folded, plain);
      return near && answer(near, 'near', near.likeness);
    },
  };
}

/**
 * Finds a quote again in a text: word for word first, then nearly; null when it is not there, or when several places
 * fit and neither context nor position tells which. Never throws for odd text.
 */
export const findQuote = (text: string, selectors: Selectors): FoundQuote | null =>
  createFinder(text).find(selectors);

const answer = (candidate: Candidate, state: FoundQuote['state'], words: number): FoundQuote => ({
  start: candidate.start,
  end: candidate.end,
  state,
  score: 0.5 * words + 0.5 * contextOf(candidate),
});

import type { TaggedPassage } from '../classifier/classifier.ts';
import type { Meaning } from './page-watch.ts';
import { type Readable, textOf, type Unit } from './units.ts';

/** What came is worth a look when it says at least so much; what was only shown or hidden, a little more. */
const WORDS = 40;
const SHOWN_WORDS = 80;

/** By this a unit is known again: the classifier would be asked the same. */
export const keyOf = (unit: Unit): string => `${unit.kind} ${textOf(unit)}`;

/** What was said of the same words before, by today's numbers: tags do not change under the reader's eyes. */
export function carried(
  seen: ReadonlyMap<string, TaggedPassage>,
  units: readonly Unit[],
): Map<number, TaggedPassage> {
  const found = new Map<number, TaggedPassage>();
  for (const unit of units) {
    const tagged = seen.get(keyOf(unit));
    if (tagged)
      found.set(unit.index, tagged.index === unit.index ? tagged : { ...tagged, index: unit.index });
  }
  return found;
}

const nodesOf = (unit: Unit): Text[] => unit.places.flatMap(({ nodes }) => nodes);

/** Whether two looks at a page found the same words, in the same nodes of the same article. */
export function isSame(before: Readable, now: Readable): boolean {
  const same = (unit: Unit, other: Unit | undefined) => {
    if (!other || keyOf(unit) !== keyOf(other)) return false;
    const nodes = nodesOf(other);
    return nodesOf(unit).every((node, at) => node === nodes[at]);
  };
  return (
    before.page.url === now.page.url &&
    before.units.length === now.units.length &&
    before.units.every((unit, at) => same(unit, now.units[at]))
  );
}

/** Whether words of a unit have gone from the page. */
export const isGone = (unit: Unit): boolean => nodesOf(unit).some((node) => !node.isConnected);

/** What has to be watched for these: a document's observer sees into no shadow root, and into no frame. */
export const treesOf = (doc: Document, units: readonly Unit[]): Set<Node> =>
  new Set([doc, ...units.flatMap(({ places }) => places.map(({ element }) => element.getRootNode()))]);

const isWordy = (node: Node, least: number): boolean =>
  !/^(script|style|template|noscript)$/i.test(node.nodeName) &&
  (node.textContent?.trim().length ?? 0) >= least;

/** Tells what changes of a page mean for these units. It reads no layout: a page may change at every frame. */
export function createMeanings(units: readonly Unit[]): (records: readonly MutationRecord[]) => Meaning {
  const nodes = new Set<Node>(units.flatMap(nodesOf));
  const elements = [...new Set(units.flatMap(({ places }) => places.map(({ element }) => element)))];
  /** Words put among ours. */
  const isAmong = ({ target, addedNodes }: MutationRecord) =>
    addedNodes.length > 0 && [...target.childNodes].some((node) => nodes.has(node));

  return (records) => {
    let fresh = false;
    let removed = false;
    const restyled = new Set<Node>();
    for (const record of records) {
      const { type, target, addedNodes, removedNodes } = record;
      if (type === 'attributes') restyled.add(target);
      else if (nodes.has(target) || isAmong(record)) return 'touched';
      else {
        removed ||= removedNodes.length > 0;
        const came = type === 'characterData' ? [target] : [...addedNodes];
        fresh ||= came.some((node) => isWordy(node, WORDS));
      }
    }
    if (removed) for (const node of nodes) if (!node.isConnected) return 'touched';
    // What holds our own words, or stands in them, was there before: only another part can have come to sight.
    fresh ||= [...restyled].some(
      (target) =>
        !elements.some((element) => target.contains(element) || element.contains(target)) &&
        isWordy(target, SHOWN_WORDS),
    );
    return fresh ? 'fresh' : 'none';
  };
}

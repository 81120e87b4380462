import type { PageIdentity } from '../article/article.ts';
import { isMarked, type TaggedPassage } from '../classifier/classifier.ts';
import type { ClippingTag } from '../clippings/schema.ts';
import { describeRange } from './anchor.ts';
import type { PageText } from './page-text.ts';
import type { PageClip } from './session-ports.ts';
import type { Unit } from './units.ts';

/** The model's marked tags, as a clipping keeps them. */
const tagsOf = (tagged: TaggedPassage | null): ClippingTag[] =>
  (tagged?.tags ?? [])
    .filter(isMarked)
    .map(({ tag, confidence, word }) => ({ tag, confidence, word, source: 'model' }));

/** The reader's own selection as a clip; null where it holds no words of the page. */
export function clipOfRange(
  pageText: PageText,
  page: PageIdentity,
  range: Range,
  tagged: TaggedPassage | null = null,
): PageClip | null {
  const described = describeRange(pageText, range);
  return described && { page, ...described, block: null, tags: tagsOf(tagged) };
}

/** A block, or a story's headline, as a clip; null where the page no longer has its words. */
export function clipOfUnit(
  pageText: PageText,
  page: PageIdentity,
  unit: Unit,
  tagged: TaggedPassage | null,
): PageClip | null {
  const nodes = unit.places[0]?.nodes.filter((node) => node.isConnected) ?? [];
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last) return null;
  const range = first.ownerDocument.createRange();
  range.setStart(first, 0);
  range.setEnd(last, last.length);
  const described = describeRange(pageText, range);
  return described && { page, ...described, block: unit.index, tags: tagsOf(tagged) };
}

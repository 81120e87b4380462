import type { ReadPassage } from '../../annotation/page-reading.ts';
import type { ClippingRow } from '../../clippings/schema.ts';
import type { TagId } from '../../framework/tag-ids.ts';
import { tagName } from '../../framework/tag-names.ts';
import { Glyph } from '../../ui/glyph.tsx';

interface Reason {
  tag: TagId;
  /** How sure, in a word, or whose tag it is. */
  word: string;
  /** The words of the passage that made the classifier say so. */
  evidence: string[];
  /** How many of the reader's corrections taught the tag. */
  taught: number;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** Why each tag is there: the clipping's own where it is clipped, since a reader's correction stands. */
export function reasonsOf(passage: ReadPassage | null, clipping: ClippingRow | null): Reason[] {
  const found = (tag: TagId): Pick<Reason, 'evidence' | 'taught'> => {
    const result = passage?.tags.find((each) => each.tag === tag);
    const evidence = result?.evidence.map(({ start, end }) => passage?.text.slice(start, end).trim() ?? '');
    return { evidence: evidence?.filter(Boolean) ?? [], taught: result?.taught ?? 0 };
  };
  if (clipping) {
    return clipping.tags.map((each) =>
      each.source === 'reader'
        ? { tag: each.tag, word: 'added by you', evidence: [], taught: 0 }
        : { tag: each.tag, word: each.word, ...found(each.tag) },
    );
  }
  return (passage?.tags ?? []).map(({ tag, word }) => ({ tag, word, ...found(tag) }));
}

/** The tags of one passage with how sure each is, and on request the words that carry it. */
export const Because = ({ reasons, why }: { reasons: readonly Reason[]; why: boolean }) => (
  <dl class="because">
    {reasons.map(({ tag, word, evidence, taught }) => {
      const { group, name, shortName } = tagName(tag);
      return (
        <div key={tag} data-group={group} title={name}>
          <dt>
            <Glyph tag={tag} small />
            {shortName}
          </dt>
          <dd>{word}</dd>
          {why && evidence[0] && <dd class="because__why quote">“{evidence[0]}”</dd>}
          {why && taught > 0 && <dd class="because__why meta">You taught this {times(taught)}.</dd>}
        </div>
      );
    })}
  </dl>
);

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
}

/** Why each tag is there: the clipping's own where it is clipped, since a reader's correction stands. */
export function reasonsOf(passage: ReadPassage | null, clipping: ClippingRow | null): Reason[] {
  const evidence = (tag: TagId): string[] =>
    passage?.tags
      .find((each) => each.tag === tag)
      ?.evidence.map(({ start, end }) => passage.text.slice(start, end).trim())
      .filter(Boolean) ?? [];
  if (clipping) {
    return clipping.tags.map((each) =>
      each.source === 'reader'
        ? { tag: each.tag, word: 'added by you', evidence: [] }
        : { tag: each.tag, word: each.word, evidence: evidence(each.tag) },
    );
  }
  return (passage?.tags ?? []).map(({ tag, word }) => ({ tag, word, evidence: evidence(tag) }));
}

/** The tags of one passage with how sure each is, and on request the words that carry it. */
export const Because = ({ reasons, why }: { reasons: readonly Reason[]; why: boolean }) => (
  <dl class="because">
    {reasons.map(({ tag, word, evidence }) => {
      const { group, name, shortName } = tagName(tag);
      return (
        <div key={tag} data-group={group} title={name}>
          <dt>
            <Glyph tag={tag} small />
            {shortName}
          </dt>
          <dd>{word}</dd>
          {why && evidence[0] && <dd class="because__why quote">“{evidence[0]}”</dd>}
        </div>
      );
    })}
  </dl>
);

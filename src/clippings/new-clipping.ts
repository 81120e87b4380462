import { FIRST_QUESTION_DAYS, startOfDayIn } from './first-question.ts';
import type { ArticleRow, ClippingRow } from './schema.ts';
import type { NewClipping } from './store.ts';

/** The row of a new clipping, due for its first question in a week. Where a tag is given twice the first counts. */
export function newClipping(input: NewClipping, id: string, now: Date): ClippingRow {
  const at = now.toISOString();
  const tags = new Map([...input.tags].reverse().map((tag) => [tag.tag, tag]));
  return {
    id,
    articleUrl: input.article.url,
    quote: input.quote,
    selectors: input.selectors,
    block: input.block,
    tags: input.tags.filter((tag) => tags.get(tag.tag) === tag),
    removedTags: [],
    note: input.note ?? '',
    createdAt: at,
    updatedAt: at,
    // It has just been taken from the page: that is where its words are.
    anchor: { state: 'exact', at },
    dueAt: startOfDayIn(FIRST_QUESTION_DAYS, now),
  };
}

/** The article's row as the page says it now; when the reader first clipped from it is kept. */
export const knownArticle = (
  article: NewClipping['article'],
  before: ArticleRow | null,
  now: Date,
): ArticleRow => ({
  ...article,
  addedAt: before?.addedAt ?? now.toISOString(),
  updatedAt: now.toISOString(),
});

/** Whether a clipping is of the same words at the same place. */
export const isSameQuote = (row: ClippingRow, input: NewClipping): boolean =>
  row.quote === input.quote &&
  row.selectors.position.start === input.selectors.position.start &&
  row.selectors.position.end === input.selectors.position.end;

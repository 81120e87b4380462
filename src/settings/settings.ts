import { z } from 'zod/mini';
import { TAG_IDS } from '../framework/tag-ids.ts';

/** What the reader chose. Every field has a default, so that settings of any age parse. */
export const settings = z.object({
  /** Tint the sentences that carry a future signal. */
  tint: z._default(z.boolean(), true),
  /** Show marks in the margin beside paragraphs that carry conditions or lenses. */
  margin: z._default(z.boolean(), true),
  /** Tags that are not shown at all. */
  tagsOff: z._default(z.array(z.enum(TAG_IDS)), []),
  /** Let the reader's corrections of clippings move what later pages are marked with. */
  learn: z._default(z.boolean(), true),
  /** The reader's own template for Markdown, where there is one. */
  template: z.optional(z.string()),
  /** Show on the button how many questions wait today. */
  remind: z.optional(z.boolean()),
  /** Views of the log that the reader named: each the fragment of the log page's address. */
  views: z.optional(z.array(z.object({ name: z.string(), view: z.string() }))),
});

export type Settings = z.infer<typeof settings>;

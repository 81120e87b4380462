import type { ArticleRow, ClippingRow, ReflectionRow } from '../../clippings/schema.ts';
import { type CopyKind, copyOf } from '../../log/copy-as.ts';

const SAID: Readonly<Record<CopyKind, string>> = {
  markdown: 'Copied, with its source',
  text: 'Copied as plain text, with its source',
  html: 'Copied as an HTML quote, with its source',
  apa: 'Citation copied, APA',
  chicago: 'Citation copied, Chicago',
  link: 'Link copied. It opens the article at the quote.',
};

/** Puts a clipping on the clipboard; gives the words that say so. */
export async function copyClipping(
  kind: CopyKind,
  article: ArticleRow,
  clipping: ClippingRow,
  reflections: readonly ReflectionRow[],
): Promise<string> {
  const copied = copyOf(kind, article, clipping, reflections);
  if (copied === null) return 'Its article has no web address to link to. Nothing was copied.';
  if (copied.html === undefined) await navigator.clipboard.writeText(copied.text);
  else
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([copied.text], { type: 'text/plain' }),
        'text/html': new Blob([copied.html], { type: 'text/html' }),
      }),
    ]);
  return SAID[kind];
}

import { useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from './words.ts';
import './clip-selection.css';

/** The article's clippings as Markdown. Throws when the log has none of this article. */
async function markdownOf(store: Store, url: string): Promise<{ text: string; count: number }> {
  const { articles, clippings, reflections } = await store.log();
  const article = articles.find((row) => row.url === url);
  const kept = clippings.filter(({ articleUrl }) => articleUrl === url);
  if (!article || kept.length === 0) throw new Error('no clippings of this article');
  const ids = new Set(kept.map(({ id }) => id));
  const answers = reflections.filter(({ clippingId }) => ids.has(clippingId));
  // Loaded when it is asked for: a popup opens many times for each copy.
  const { articleMarkdown } = await import('../../log/export-markdown.ts');
  return { text: articleMarkdown(article, kept, answers), count: kept.length };
}

interface CopyClippingsProps {
  store: Store;
  url: string;
  count: number;
}

/** Copies this article's clippings as Markdown, and says how many. Nothing when there are none. */
export function CopyClippings({ store, url, count }: CopyClippingsProps) {
  const [copied, setCopied] = useState<{ text: string; failed: boolean } | null>(null);
  if (count === 0) return null;
  const copy = async () => {
    setCopied(null);
    try {
      const markdown = await markdownOf(store, url);
      await navigator.clipboard.writeText(markdown.text);
      setCopied({ text: `Copied ${counted(markdown.count, 'clipping')}`, failed: false });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const text = `Nothing was copied: ${why}. The reading log can save them as a file.`;
      setCopied({ text, failed: true });
    }
  };
  return (
    <div class="line">
      <span role="status" class={copied?.failed ? 'line__failed' : undefined}>
        {copied?.text ?? `${counted(count, 'clipping')} of this article`}
      </span>
      <Button kind="text" small onClick={() => void copy()}>
        Copy clippings
      </Button>
    </div>
  );
}

import type { Found, PageIdentity } from './article.ts';
import { toBlocks } from './blocks.ts';
import { mainText } from './main-text.ts';
import { createPacer } from './pacer.ts';
import { copyPage, isBlank } from './page-copy.ts';

export async function findArticle(
  doc: Document,
  url: string,
  options: { force: boolean; pause: () => Promise<void>; anyLanguage?: boolean },
): Promise<Found> {
  const pacer = createPacer(options.pause);
  const copy = await copyPage(doc, pacer);
  const main = mainText(copy);
  const runs = copy.runs.filter((run) => {
    let all = 0;
    let kept = 0;
    for (const node of run.nodes) {
      if (isBlank(node.data)) continue;
      all += node.length;
      if (main.kept.has(node)) kept += node.length;
    }
    return kept >= all / 2;
  });
  const { blocks, places } = await toBlocks(runs, pacer);
  const page: PageIdentity = {
    url,
    visitedUrl: url,
    title: main.title ?? '',
    byline: main.byline,
    site: '',
    published: null,
    language: null,
  };
  if (!blocks.length) return { kind: 'nothing', page };
  return { kind: 'article', article: { ...page, blocks }, places };
}

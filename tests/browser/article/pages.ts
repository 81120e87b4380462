import type { Found, Place } from '../../../src/article/article.ts';
import { mapText } from '../../../src/article/block-text.ts';
import { findArticle } from '../../../src/article/find.ts';
import { detectLanguage } from '../../../src/article/language.ts';

export const SENTENCES = [
  'The district gave its teachers one afternoon a week, and asked them to spend it in each other’s classrooms.',
  'By spring the questions had changed, because the people who asked them had watched the same lesson twice.',
  'A student who builds a water filter for the creek behind the school has a reason to learn about fractions.',
  'Nobody in the room could say what the work of a twelve-year-old will look like when she is forty.',
  'What they could say was which habits had carried them through the changes that they had already seen.',
  'The principal stopped counting minutes of instruction, and began to count the hours in which students chose.',
  'Parents came on a Thursday evening, ate soup, and read what the children had written about their street.',
  'It took a year before the first team said aloud that a plan had failed, and nothing bad came of it.',
];

/** `count` paragraphs of three sentences each, every one different. */
export const prose = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    [0, 1, 2]
      .map((j) => SENTENCES[(i * 3 + j) % SENTENCES.length])
      .join(' ')
      .concat(` That was week ${i + 1}.`),
  );

export const paragraphs = (count: number): string =>
  prose(count)
    .map((text) => `<p>${text}</p>`)
    .join('');

export const html = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`;

const frames: HTMLIFrameElement[] = [];

/** Opens a document in a frame of its own, as a live page with layout, and waits until it is there. */
export async function open(source: string, type = 'text/html'): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:1000px;height:700px;border:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = URL.createObjectURL(new Blob([source], { type: `${type};charset=utf-8` }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  const opened = frame.contentDocument;
  if (!opened) throw new Error('The test page did not open.');
  return opened;
}

export function closeAll(): void {
  for (const frame of frames.splice(0)) frame.remove();
}

export const URL_OF_PAGE = 'https://www.school.example/news/one-afternoon';

export const find = (
  doc: Document,
  options: { force?: boolean; url?: string; pause?: () => Promise<void> } = {},
) =>
  findArticle(doc, options.url ?? URL_OF_PAGE, {
    force: options.force ?? false,
    detectLanguage: async (sample, declared) => detectLanguage(sample, declared),
    pause: options.pause ?? (() => new Promise((resolve) => setTimeout(resolve))),
  });

/** The texts of an article's blocks; fails with what was found instead. */
export function blocksOf(found: Found): string[] {
  if (found.kind !== 'article') throw new Error(`Found ${JSON.stringify(found.kind)}, not an article.`);
  return found.article.blocks.map(({ text }) => text);
}

/** Whether a place's nodes are on the page, in its element, and say `text`. */
export const says = ({ nodes, element }: Place, text: string): boolean =>
  nodes.length > 0 &&
  nodes.every((node) => element.contains(node) && node.isConnected) &&
  mapText(nodes).text.toWellFormed() === text;

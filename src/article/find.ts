import type { Found, PageIdentity, Place, Story, StoryPlace } from './article.ts';
import { toBlocks } from './blocks.ts';
import { chooseRuns } from './choose.ts';
import { dominantFrame } from './frame.ts';
import { isEnglish, LANGUAGE_SAMPLE } from './language-tag.ts';
import { findStories, isList, type StoryRuns } from './list.ts';
import { mainText } from './main-text.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { copyPage, type PageCopy, type Run } from './page-copy.ts';
import { type PageFacts, takeFacts } from './page-facts.ts';
import { readIdentity, type Stated } from './page-identity.ts';

export interface FindOptions {
  /** "Read the whole page": every visible piece outside navigation, footer, asides and forms, in any language. */
  force: boolean;
  /** Gives the page its turn; awaited after every 8 ms of work, Readability's own parse excepted. */
  pause: () => Promise<void>;
  /**
   * The language of a text, as a BCP 47 tag or null, given what the page declares. It is asked for, not imported:
   * what it knows of many languages is not carried into every page.
   */
  detectLanguage: (sample: string, declared: string | null) => Promise<string | null>;
  /** Read an article in whatever language it is: for measuring. */
  anyLanguage?: boolean;
}

const READABLE = /^(text\/html|application\/xhtml\+xml|text\/plain)$/;
/** Less text than this is nothing to read. */
const LEAST_CHARS = 80;
/** A page with less prose than this beside a frame that fills the window is that frame's. */
const FRAMED_CHARS = 600;
const OUTSIDE = 'nav, footer, aside, form, [role="navigation"], [role="contentinfo"], [role="complementary"]';

/**
 * Finds what there is to read on a page: its article in blocks, or the stories of a list, each with its place in
 * the live page, which is only read. Never rejects for an odd document: there is then `nothing`.
 *
 * @param doc the live document
 * @param url the URL the reader is on
 */
export async function findArticle(doc: Document, url: string, options: FindOptions): Promise<Found> {
  const pacer = createPacer(options.pause);
  const stated = readIdentity(doc, url);
  if (!READABLE.test(doc.contentType) || !doc.body) return { kind: 'nothing', page: stated.page };
  const found = await readDocument(doc, stated, options, pacer);
  if (charsOf(found) >= FRAMED_CHARS) return found;
  const frame = dominantFrame(doc);
  if (!frame) return found;
  if (frame.document) {
    const inside = await readDocument(frame.document, stated, options, pacer);
    return charsOf(inside) > charsOf(found) ? inside : found;
  }
  if (options.force && found.kind === 'article') return found;
  return { kind: 'frame', page: stated.page, frameUrl: frame.url, frameHost: new URL(frame.url).host };
}

function charsOf(found: Found): number {
  if (found.kind === 'article') return found.article.blocks.reduce((sum, { text }) => sum + text.length, 0);
  // A list, or a text in another language, is something to read.
  return found.kind === 'nothing' ? 0 : FRAMED_CHARS;
}

async function readDocument(
  doc: Document,
  stated: Stated,
  options: FindOptions,
  pacer: Pacer,
): Promise<Found> {
  const copy = await copyPage(doc, pacer);
  if (options.force) return forced(copy, stated.page, options, pacer);

  const main = parse(copy);
  const { facts, elements } = await takeFacts(copy.runs, main.kept, pacer);
  const page = { ...stated.page, byline: stated.page.byline ?? main.byline };

  const stories = findStories(facts);
  const chosen = chooseRuns(facts, page.title, stories);
  const front = URL.canParse(page.visitedUrl) && /^\/?$/.test(new URL(page.visitedUrl).pathname);
  if (isList({ facts, stories, chosen: new Set(chosen), declares: stated.declares, front })) {
    const list = toStories(stories, copy.runs, facts, elements);
    const language = await options.detectLanguage(
      sampleOf(list.stories.map(({ headline, teaser }) => `${headline} ${teaser ?? ''}`)),
      page.language,
    );
    if (!options.anyLanguage && !isEnglish(language)) return notEnglish(page, language);
    return { kind: 'list', list: { ...page, language, stories: list.stories }, places: list.places };
  }

  const runs = chosen.flatMap((index) => {
    const run = copy.runs[index];
    return run ? { ...run, text: facts.runs[index]?.text } : [];
  });
  const { blocks, places } = await toBlocks(runs, pacer);
  const text = textOf(blocks.map((block) => block.text));
  if (text.length < LEAST_CHARS) return { kind: 'nothing', page };
  const language = await options.detectLanguage(text.slice(0, LANGUAGE_SAMPLE), page.language);
  if (!options.anyLanguage && !isEnglish(language)) return notEnglish(page, language);
  return { kind: 'article', article: { ...page, language, blocks }, places };
}

const textOf = (texts: readonly string[]): string => texts.join(' ');
const sampleOf = (texts: readonly string[]): string => textOf(texts).slice(0, LANGUAGE_SAMPLE);

const notEnglish = (page: PageIdentity, language: string | null): Found => ({
  kind: 'language',
  page: { ...page, language },
  language: language ?? '',
});

function parse(copy: PageCopy): ReturnType<typeof mainText> {
  try {
    return mainText(copy);
  } catch {
    // Readability has no answer for some odd documents (no body to parse, a tree deeper than the stack). Our own
    // choice of paragraphs does without it.
    return { kept: new Set<Text>(), byline: null };
  }
}

async function forced(
  copy: PageCopy,
  page: PageIdentity,
  options: FindOptions,
  pacer: Pacer,
): Promise<Found> {
  const { blocks, places } = await toBlocks(
    copy.runs.filter(({ element }) => !element.closest(OUTSIDE)),
    pacer,
  );
  if (blocks.length === 0) return { kind: 'nothing', page };
  const language = await options.detectLanguage(sampleOf(blocks.map(({ text }) => text)), page.language);
  return { kind: 'article', article: { ...page, language, blocks }, places };
}

function toStories(
  found: readonly StoryRuns[],
  runs: readonly Run[],
  facts: PageFacts,
  elements: readonly Element[],
): { stories: Story[]; places: StoryPlace[] } {
  const stories: Story[] = [];
  const textOfRun = (index: number) => (facts.runs[index]?.text ?? '').toWellFormed();
  const places: StoryPlace[] = [];
  for (const { headline, teaser, box } of found) {
    const title = runs[headline];
    if (!title) continue;
    const below = teaser === null ? undefined : runs[teaser];
    const item = elements[box];
    stories.push({
      index: stories.length,
      headline: textOfRun(headline),
      teaser: teaser === null ? null : textOfRun(teaser),
      url: linkOf(title, item),
    });
    places.push({ headline: placeOf(title), teaser: below ? placeOf(below) : null });
  }
  return { stories, places };
}

const placeOf = ({ element, nodes }: Run): Place => ({ element, nodes: [...nodes] });

/** Where the headline leads: its own link, else the only or first one of its item. */
function linkOf({ nodes }: Run, item: Element | undefined): string | null {
  const own = nodes.map((node) => node.parentElement?.closest('a[href]')).find((link) => link);
  const link = own ?? item?.querySelector('a[href]');
  const href = link?.getAttribute('href') ?? '';
  const base = link?.baseURI;
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

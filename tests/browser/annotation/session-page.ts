import { vi } from 'vitest';
import layerCss from '../../../src/annotation/layer.css?inline';
import type { PageReading } from '../../../src/annotation/page-reading.ts';
import { pause } from '../../../src/annotation/pause.ts';
import { Session } from '../../../src/annotation/session.ts';
import type { SessionPorts } from '../../../src/annotation/session-ports.ts';
import { detectLanguage } from '../../../src/article/language.ts';
import type { ClassifyRequest, TaggedPassage } from '../../../src/classifier/classifier.ts';
import type { ClippingRow } from '../../../src/clippings/schema.ts';
import { locateAll } from '../../../src/selectors/locate.ts';

export const PARAGRAPHS = [
  'The board of the Alder Creek schools met on a wet Tuesday to talk about what the next ten years ask of a child.',
  'Robots now pack most of the fruit that the valley sends away. Nobody in the room had expected it to go so fast.',
  'Teachers asked for an hour a week in which to read one another’s lessons and say honestly what had not worked.',
  'A bus timetable was approved without debate, and the meeting turned to the leaking roof of the old gymnasium.',
  'Students spoke last. They asked who would decide what they learn, and whether anyone would ask them about it.',
];

/** Tags by word, so that the page decides what is marked and no model has to be loaded. */
export function tag({ index, text }: ClassifyRequest): TaggedPassage {
  const robots = text.indexOf('Robots');
  const span = { start: Math.max(0, robots), end: Math.max(0, robots) + 6 };
  if (robots >= 0)
    return {
      index,
      tags: [{ tag: 'ai', confidence: 0.9, word: 'clear', evidence: [span], taught: 0 }],
      signals: [{ sentence: 0, start: 0, end: text.indexOf('.') + 1, signals: ['ai'] }],
    };
  if (!text.includes('Students')) return { index, tags: [], signals: [] };
  const evidence = [{ start: 0, end: 8 }];
  return {
    index,
    tags: [{ tag: 'agency', confidence: 0.7, word: 'likely', evidence, taught: 0 }],
    signals: [],
  };
}

/** The world that a session under test speaks to: what it said, and what it is answered. */
export const world: {
  states: PageReading[];
  kept: ClippingRow[];
  sheets: boolean[];
  /** Texts that the classifier was asked for. */
  asked: string[];
  /** How often the page was looked at. */
  looks: number;
} = { states: [], kept: [], sheets: [], asked: [], looks: 0 };

/** What is in the style sheet for paint: seen in trees that it is lent to. */
export const PAINT = '::highlight(lg-ai-on-light) { background-color: rgb(1, 2, 3) }';

export function ports(overrides: Partial<SessionPorts> = {}): SessionPorts {
  return {
    alive: () => true,
    async *classify(passages, signal) {
      for (const passage of passages) {
        await Promise.resolve();
        signal.throwIfAborted();
        world.asked.push(passage.text);
        yield tag(passage);
      }
    },
    detectLanguage: async (sample, declared) => {
      world.looks += 1;
      return detectLanguage(sample, declared);
    },
    publish: (reading) => world.states.push(structuredClone(reading)),
    clip: async () => ({ ok: false, message: 'not here' }),
    unclip: async () => ({ ok: true, value: null }),
    clippingsHere: async () => ({ ok: true, value: world.kept }),
    locate: (text, quotes) => locateAll(text, quotes, pause, new AbortController().signal),
    anchored: () => undefined,
    style: async (on) => void world.sheets.push(on),
    sheets: async () => ({ ok: true, value: { layer: layerCss, paint: PAINT } }),
    settings: async () => ({ tint: true, margin: true, tagsOff: [] }),
    ...overrides,
  };
}

/** A clipping of these words, kept earlier. */
export const row = (exact: string, id: string = crypto.randomUUID()): ClippingRow => ({
  id,
  articleUrl: location.href,
  quote: exact,
  selectors: { quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: exact.length } },
  block: null,
  tags: [],
  removedTags: [],
  note: '',
  createdAt: '2026-10-03T08:00:00.000Z',
  updatedAt: '2026-10-03T08:00:00.000Z',
  anchor: { state: 'pending', at: null },
  dueAt: null,
});

export const last = (): PageReading => {
  const state = world.states.at(-1);
  if (!state) throw new Error('nothing was said');
  return state;
};
export const hosts = (): number => document.documentElement.children.length - 2;
export const ours = (view: typeof globalThis | Window = window): string[] =>
  'CSS' in view ? [...view.CSS.highlights.keys()].filter((name) => name.startsWith('lg-')) : [];
export const painted = (): string[] =>
  ours().flatMap((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()));

/** A paragraph for each text. */
export const paragraphsOf = (texts: readonly string[]): HTMLParagraphElement[] =>
  texts.map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });

/** Makes the document an article of these paragraphs, and the world new. */
export function setArticle(texts: readonly string[] = PARAGRAPHS): HTMLElement {
  Object.assign(world, { states: [], kept: [], sheets: [], asked: [], looks: 0 });
  const article = document.createElement('article');
  const heading = document.createElement('h1');
  heading.textContent = 'What the valley owes its children';
  article.append(heading, ...paragraphsOf(texts));
  document.body.replaceChildren(article);
  document.documentElement.lang = 'en';
  return article;
}

/** Waits until this holds; a page that changes is followed after a pause. */
export const soon = (check: () => unknown): Promise<unknown> => vi.waitFor(check, 10_000);

/** A session on the test's own document. */
export const begin = (overrides: Partial<SessionPorts> = {}): Session =>
  new Session(document, ports(overrides));

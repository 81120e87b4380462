import type { Found } from '../article/article.ts';
import type { PageReading } from './page-reading.ts';

/** A random id. `crypto.randomUUID` is not there on plain http pages, which are no secure context. */
const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

/** The state of a page that is about to be looked at. */
export function newReading(): PageReading {
  return {
    document: randomId(),
    phase: 'finding',
    what: 'unknown',
    page: null,
    minutes: null,
    total: 0,
    read: 0,
    marks: true,
    passages: [],
    clippings: [],
    frameUrl: null,
    error: null,
  };
}

/** What is to be said of a page once it is known what it is. */
export function describeFound(found: Found, contentType: string): Partial<PageReading> {
  switch (found.kind) {
    case 'article': {
      const { blocks: _, ...page } = found.article;
      return { what: 'article', page };
    }
    case 'list': {
      const { stories: _, ...page } = found.list;
      return { what: 'list', page };
    }
    case 'frame':
      return { what: 'frame', page: found.page, frameUrl: found.frameUrl };
    case 'language':
      return { what: 'language', page: { ...found.page, language: found.language } };
    case 'nothing':
      // A browser's PDF viewer is a page that no script of ours sees the words of.
      return { what: contentType === 'application/pdf' ? 'protected' : 'nothing', page: found.page };
  }
}

/** The state of a reading that broke off: where, what is safe, and for an engineer why. */
export function failedReading(reading: PageReading, error: unknown): PageReading {
  const { phase, read, total } = reading;
  const message =
    phase === 'reading'
      ? `Reading stopped at paragraph ${read + 1} of ${total}`
      : 'The page could not be read';
  const reason = error instanceof Error ? error.message : String(error);
  const detail = error instanceof Error && 'detail' in error ? `${reason} ${String(error.detail)}` : reason;
  return { ...reading, phase: 'failed', error: { message, detail } };
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../../src/annotation/session.ts';
import {
  begin,
  hosts,
  last,
  ours,
  PARAGRAPHS,
  painted,
  ports,
  row,
  setArticle,
  soon,
  tag,
  world,
} from './session-page.ts';

let session: Session;

beforeEach(() => {
  setArticle();
  session = begin();
});

afterEach(async () => {
  await session.dispose();
  document.body.replaceChildren();
});

describe('a page’s reading', () => {
  it('finds, reads and marks the article, and says so as it goes', async () => {
    await session.read(false);
    expect(world.states[0]).toMatchObject({ phase: 'finding', what: 'unknown' });
    expect(last()).toMatchObject({ phase: 'done', what: 'article', marks: true });
    expect(last().read).toBe(last().total);
    expect(last().passages.map(({ text }) => text)).toEqual([PARAGRAPHS[1], PARAGRAPHS[4]]);
    expect(painted()).toContain('Robots now pack most of the fruit that the valley sends away.');
    expect(hosts()).toBe(1);
    expect(world.sheets).toEqual([true]);
  });

  it('says again how it stands, without reading twice', async () => {
    const classify = vi.fn(ports().classify);
    session = new Session(document, ports({ classify }));
    await session.read(false);
    const said = world.states.length;
    await session.read(false);
    expect(world.states).toHaveLength(said + 1);
    expect(classify).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing when its marks are hidden, and shows them again', async () => {
    const before = document.documentElement.outerHTML;
    await session.read(false);
    await session.setMarks(false);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(ours()).toEqual([]);
    expect(world.sheets).toEqual([true, false]);
    expect(last()).toMatchObject({ marks: false, phase: 'done' });
    await session.toggle();
    expect(painted().length).toBeGreaterThan(0);
    expect(hosts()).toBe(1);
  });

  it('stops when told, keeps what was found, and reads afresh on the next press', async () => {
    session = new Session(
      document,
      ports({
        async *classify(passages, signal) {
          for (const passage of passages) {
            if (passage.text.startsWith('A bus')) session.stop();
            signal.throwIfAborted();
            yield tag(passage);
          }
        },
      }),
    );
    await session.read(false);
    expect(last()).toMatchObject({ phase: 'stopped', marks: true });
    expect(last().passages).toHaveLength(1);
    const stopped = last();
    await session.meet();
    expect(last()).toEqual(stopped);
    await session.read(false);
    expect(last().document).not.toBe(stopped.document);
  });

  it('says where it broke off when the classifier fails', async () => {
    session = new Session(
      document,
      ports({
        async *classify(passages) {
          const [first] = passages;
          if (first) yield tag(first);
          throw new Error('The model file answered 404.');
        },
      }),
    );
    await session.read(false);
    expect(last().phase).toBe('failed');
    expect(last().error).toMatchObject({
      message: `Reading stopped at paragraph 2 of ${last().total}`,
      detail: 'The model file answered 404.',
    });
  });

  it('draws nothing, and says so, where the look of the marks did not come', async () => {
    const before = document.documentElement.outerHTML;
    const sheets = async () => ({ ok: false as const, message: 'The background did not answer.' });
    session = new Session(document, ports({ sheets }));
    await session.read(false);
    expect(last()).toMatchObject({ phase: 'failed', error: { detail: 'The background did not answer.' } });
    expect(document.documentElement.outerHTML).toBe(before);
    session = new Session(document, ports());
    await session.read(false);
    expect(hosts()).toBe(1);
  });

  it('leaves one host when it is asked twice at once', async () => {
    await Promise.all([session.read(true), session.read(true)]);
    expect(hosts()).toBe(1);
    expect(last().phase).toBe('done');
  });

  it('does not show what the reader switched off, from the same moment on', async () => {
    await session.read(false);
    await session.applySettings({ tint: true, margin: true, tagsOff: ['ai'] });
    expect(last().passages.map(({ text }) => text)).toEqual([PARAGRAPHS[4]]);
    expect(painted()).not.toContain('Robots now pack most of the fruit that the valley sends away.');
  });

  it('forgets the last words of a single-page application and reads the new ones', async () => {
    await session.read(false);
    for (const paragraph of document.querySelectorAll('p')) {
      paragraph.textContent = `${paragraph.textContent?.replace('Robots', 'Sensible people')} And so on, all winter.`;
    }
    session.relocate();
    await soon(() =>
      expect(last().passages.map(({ text }) => text)).toEqual([`${PARAGRAPHS[4]} And so on, all winter.`]),
    );
    expect(hosts()).toBe(1);
  });
});

describe('what a page gives to be clipped', () => {
  it('is a passage with its tags and where it stands', async () => {
    await session.read(false);
    const index = last().passages[0]?.index ?? -1;
    const clip = await session.passage(index);
    expect(clip).toMatchObject({ quote: PARAGRAPHS[1], block: index });
    expect(clip?.tags).toEqual([{ tag: 'ai', confidence: 0.9, word: 'clear', source: 'model' }]);
    expect(clip?.selectors.quote.exact).toBe(PARAGRAPHS[1]);
    expect(await session.passage(99)).toBeNull();
  });

  it('is the reader’s own selection, tagged', async () => {
    await session.read(false);
    const words = document.querySelectorAll('p')[1]?.firstChild;
    if (!words) throw new Error('no text');
    getSelection()?.setBaseAndExtent(words, 0, words, 35);
    const clip = await session.selection();
    expect(clip).toMatchObject({ quote: PARAGRAPHS[1]?.slice(0, 35).trim(), block: null });
    expect(clip?.tags.map(({ tag: id }) => id)).toEqual(['ai']);
  });

  it('is nothing where nothing is selected', async () => {
    await session.read(false);
    getSelection()?.removeAllRanges();
    expect(await session.selection()).toBeNull();
  });
});

describe('what was kept of a page', () => {
  it('is looked for on the page and said: found, or not found', async () => {
    const there = row('who would decide what they learn', crypto.randomUUID());
    const gone = row('a sentence that an editor has since taken out of the story', crypto.randomUUID());
    world.kept = [there, gone];
    const anchored = vi.fn();
    session = new Session(document, ports({ anchored }));
    await session.read(false);
    expect(last().clippings).toEqual([
      { id: there.id, state: 'exact' },
      { id: gone.id, state: 'not-found' },
    ]);
    expect(anchored).toHaveBeenCalledWith(last().clippings);
    expect(painted()).toContain('who would decide what they learn');
    expect(session.scrollToClipping(there.id)).toBe(true);
    expect(session.scrollToClipping(gone.id)).toBe(false);
  });

  it('belongs to the block that says its words, whatever number that has today', async () => {
    const clipping = { ...row(PARAGRAPHS[1] ?? '', crypto.randomUUID()), block: 4 };
    world.kept = [clipping];
    await session.read(false);
    // Whole blocks have a ribbon and no underline: an underline here would say that the ribbon stands elsewhere.
    expect(painted()).not.toContain(PARAGRAPHS[1]);
    world.kept = [{ ...row('who would decide what they learn', crypto.randomUUID()), block: 4 }];
    await session.setClippings(world.kept);
    expect(painted()).toContain('who would decide what they learn');
  });

  it('is not looked for in the next article when the answer comes late', async () => {
    let answer: () => void = () => undefined;
    const anchored = vi.fn();
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    session = new Session(
      document,
      ports({
        anchored,
        clippingsHere: async () => {
          const rows = world.kept;
          if (rows.length > 0) await late;
          return { ok: true, value: rows };
        },
      }),
    );
    world.kept = [row('words of the first article that the second does not have', crypto.randomUUID())];
    const first = session.read(false);
    await soon(() => expect(last().phase).toBe('reading'));
    world.kept = [];
    const here = location.href;
    history.pushState(null, '', '?second');
    session.relocate();
    await soon(() => expect(last()).toMatchObject({ phase: 'done', page: { url: location.href } }));
    history.replaceState(null, '', here);
    answer();
    await first;
    expect(anchored).not.toHaveBeenCalled();
    expect(last().clippings).toEqual([]);
  });

  it('goes from the page when it is taken out of the log', async () => {
    world.kept = [row('who would decide what they learn', crypto.randomUUID())];
    await session.read(false);
    await session.setClippings([]);
    expect(painted()).not.toContain('who would decide what they learn');
    expect(last().clippings).toEqual([]);
  });
});

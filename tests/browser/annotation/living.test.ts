import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../src/annotation/session.ts';
import {
  begin,
  hosts,
  last,
  ours,
  PARAGRAPHS,
  painted,
  paragraphsOf,
  row,
  setArticle,
  soon,
  world,
} from './session-page.ts';

const ROBOTS = 'Robots now pack most of the fruit that the valley sends away.';
const MORE = [
  'Robots carried the post to every school of the valley this winter. The drivers had been told in spring.',
  'Students of the upper school keep the list of what the machines get wrong, and read it out on Fridays.',
];
const here = location.href;
const shownTexts = () => last().passages.map(({ text }) => text);
const at = (index: number): HTMLElement => {
  const found = document.querySelectorAll('p')[index];
  if (!found) throw new Error(`No paragraph ${index}`);
  return found;
};
/** The element that a painted sentence stands in. */
const holderOf = (words: string): Element | null | undefined => {
  for (const name of ours())
    for (const range of CSS.highlights.get(name) ?? [])
      if (range instanceof Range && range.toString() === words) return range.startContainer.parentElement;
};

let article: HTMLElement;
let session: Session;

beforeEach(() => {
  article = setArticle();
  session = begin();
});
afterEach(async () => {
  await session.dispose();
  render(null, document.body);
  document.body.replaceChildren();
  history.replaceState(null, '', here);
});

describe('a page that draws its article anew', () => {
  it('has its marks on the new words after a pause, and nothing is asked twice', async () => {
    world.kept = [row('who would decide what they learn')];
    await session.read(false);
    const asked = world.asked.length;
    const old = at(1);
    article.replaceChildren(...paragraphsOf(PARAGRAPHS));
    await soon(() => expect(holderOf(ROBOTS)).toBe(at(1)));
    expect(at(1)).not.toBe(old);
    await soon(() => expect(holderOf('who would decide what they learn')).toBe(at(4)));
    expect(painted().filter((words) => words === '')).toEqual([]);
    expect(world.asked).toHaveLength(asked);
    expect(hosts()).toBe(1);
    expect(last()).toMatchObject({ phase: 'done', total: PARAGRAPHS.length });
  });

  it('has no mark on other words, not for one frame', async () => {
    await session.read(false);
    expect(painted()).toContain(ROBOTS);
    const text = at(1).firstChild;
    if (!(text instanceof Text)) throw new Error('no text');
    text.data = 'People now pack most of the fruit, as they did before the machines came and went again.';
    await Promise.resolve();
    expect(painted()).toEqual([]);
    await soon(() => expect(shownTexts()).toEqual([PARAGRAPHS[4]]));
  });

  it('has its marks where its paragraphs went', async () => {
    await session.read(false);
    article.prepend(...paragraphsOf(MORE));
    article.append(at(3));
    await soon(() => expect(last().passages).toHaveLength(4));
    expect(holderOf(ROBOTS)?.textContent).toBe(PARAGRAPHS[1]);
    const numbers = last().passages.map(({ text, index }) => [text, index]);
    expect(numbers).toContainEqual([
      MORE[0],
      [...article.children].findIndex((e) => e.textContent === MORE[0]),
    ]);
  });

  it('is followed through a framework that gives every element a new key', async () => {
    const draw = (round: number) =>
      render(
        h(
          'article',
          { key: round },
          PARAGRAPHS.map((text, index) => h('p', { key: `${round} ${index}` }, text)),
        ),
        document.body,
      );
    document.body.replaceChildren();
    draw(1);
    await session.read(false);
    for (const round of [2, 3]) {
      draw(round);
      await soon(() => expect(holderOf(ROBOTS)).toBe(at(1)));
    }
    expect(hosts()).toBe(1);
  });

  it('keeps the marks that it did not touch', async () => {
    await session.read(false);
    const before = [...(CSS.highlights.get('lg-ai-on-light') ?? [])];
    article.append(...paragraphsOf(MORE));
    await soon(() => expect(last().passages).toHaveLength(4));
    expect([...(CSS.highlights.get('lg-ai-on-light') ?? [])]).toEqual(expect.arrayContaining(before));
  });
});

describe('words that come late', () => {
  it('are read when the page is scrolled on, and those before them are not read again', async () => {
    await session.read(false);
    article.append(...paragraphsOf(MORE));
    await soon(() => expect(shownTexts()).toEqual([PARAGRAPHS[1], PARAGRAPHS[4], ...MORE]));
    expect(world.asked).toHaveLength(PARAGRAPHS.length + MORE.length);
    expect(last()).toMatchObject({ phase: 'done', total: PARAGRAPHS.length + MORE.length });
  });

  it('are read where there was nothing at first', async () => {
    article.replaceChildren('Loading');
    await session.read(false);
    expect(last()).toMatchObject({ phase: 'done', what: 'nothing' });
    article.replaceChildren(...paragraphsOf(PARAGRAPHS));
    await soon(() => expect(last()).toMatchObject({ phase: 'done', what: 'article' }));
    expect(painted()).toContain(ROBOTS);
  });

  it('are read when their tab is opened', async () => {
    const panel = document.createElement('section');
    panel.append(...paragraphsOf(MORE));
    panel.hidden = true;
    article.append(panel);
    await session.read(false);
    expect(shownTexts()).not.toContain(MORE[0]);
    panel.hidden = false;
    await soon(() => expect(shownTexts()).toContain(MORE[0]));
  });

  it('bring a clipping to light that was not found before', async () => {
    world.kept = [row(MORE[1] ?? '')];
    await session.read(false);
    expect(last().clippings).toMatchObject([{ state: 'not-found' }]);
    article.append(...paragraphsOf(MORE));
    await soon(() => expect(last().clippings).toMatchObject([{ state: 'exact' }]));
  });

  it('in <details> are marked, and stay so when it is opened', async () => {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = 'What the students said';
    details.append(summary, ...paragraphsOf(MORE));
    article.append(details);
    await session.read(false);
    details.open = true;
    await soon(() => expect(shownTexts()).toContain(MORE[0]));
    expect(painted()).toContain('Robots carried the post to every school of the valley this winter.');
  });
});

describe('an application of one page', () => {
  it('never shows the last article’s marks on the next, however late that comes', async () => {
    await session.read(false);
    const { url } = last().page ?? {};
    history.pushState(null, '', '?next');
    session.relocate();
    // The old words stand until the new ones are fetched: theirs are the marks, under either address.
    await soon(() => expect(last().page?.url).not.toBe(url));
    expect(painted()).toContain(ROBOTS);
    const next = PARAGRAPHS.map((text) => text.replace('Robots', 'Sensible people'));
    article.replaceChildren(...paragraphsOf([...next, ...MORE]));
    await Promise.resolve();
    expect(painted()).toEqual([]);
    await soon(() => expect(shownTexts()).toEqual([PARAGRAPHS[4], ...MORE]));
    expect(holderOf(ROBOTS)).toBeUndefined();
    expect(hosts()).toBe(1);
  });

  it('keeps its marks where only the address changes', async () => {
    await session.read(false);
    const before = CSS.highlights.get('lg-ai-on-light');
    const ranges = [...(before ?? [])];
    history.replaceState(null, '', '?page=2');
    session.relocate();
    await soon(() => expect(last().page?.visitedUrl).toBe(location.href));
    expect([...(CSS.highlights.get('lg-ai-on-light') ?? [])]).toEqual(ranges);
    expect(world.asked).toHaveLength(PARAGRAPHS.length);
  });

  it('shows nothing of ours while the next page is empty', async () => {
    await session.read(false);
    article.replaceChildren('Loading');
    await soon(() => expect(last().what).toBe('nothing'));
    expect(ours()).toEqual([]);
    expect(hosts()).toBe(0);
    expect(last().passages).toEqual([]);
  });
});

describe('turning off', () => {
  it('ends the watch: a page that changes then is not looked at', async () => {
    const before = document.documentElement.outerHTML;
    await session.read(false);
    await session.setMarks(false);
    expect(document.documentElement.outerHTML).toBe(before);
    const looks = world.looks;
    article.append(...paragraphsOf(MORE));
    // The address alone is followed; a look after that one shows that none came before.
    history.pushState(null, '', '?off');
    session.relocate();
    await soon(() => expect(last().page?.visitedUrl).toBe(location.href));
    expect(world.looks).toBe(looks + 1);
    expect(hosts()).toBe(0);
    expect(ours()).toEqual([]);
  });

  it('and on again marks the page as it is now', async () => {
    await session.read(false);
    await session.setMarks(false);
    article.replaceChildren(...paragraphsOf([...MORE, ...PARAGRAPHS]));
    await session.setMarks(true);
    await soon(() => expect(shownTexts()).toEqual([...MORE, PARAGRAPHS[1], PARAGRAPHS[4]]));
    expect(holderOf(ROBOTS)).toBe(at(3));
  });
});

describe('a page that never rests', () => {
  it('is not looked at for what is no text, nor for words that are not ours', async () => {
    await session.read(false);
    const looks = world.looks;
    const clock = document.createElement('time');
    document.body.append(clock);
    for (let second = 0; second < 40; second++) {
      clock.textContent = `${second}`;
      article.classList.toggle('tick');
      await new Promise((done) => requestAnimationFrame(done));
    }
    // A change that counts: were the others planned, they would have come with it.
    expect(world.looks).toBe(looks);
    article.append(...paragraphsOf(MORE));
    await soon(() => expect(shownTexts()).toContain(MORE[0]));
    expect(world.looks).toBe(looks + 1);
  });
});

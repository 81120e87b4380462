import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AnnotationOptions } from '../../../src/annotation/annotations.ts';
import { ARTICLE, ARTICLE_CSS } from './article-page.ts';
import {
  annotate,
  card,
  clearAnnotations,
  HOST,
  mark,
  passage,
  resetPage,
  root,
  scrollSizes,
  setPage,
  settled,
  tag,
} from './page.ts';

beforeEach(() => page.viewport(1320, 700));
afterEach(() => {
  clearAnnotations();
  resetPage();
});

async function open(options: Partial<AnnotationOptions> = {}, css = ARTICLE_CSS) {
  setPage(ARTICLE, css);
  const annotations = annotate(options);
  annotations.add([
    passage(0, '#p1', [tag('culture', 'likely', 4, 9)]),
    passage(2, '#p3', [tag('growth-mindset', 'clear', 1, 21), tag('technology', 'perhaps', 22, 31)]),
    passage(3, '#p4', [tag('jobs', 'likely', 60, 80)], {
      words: 'Half of the town’s jobs will change hands in ten years.',
      signals: ['jobs'],
    }),
    passage(4, '#p5', [tag('agency')]),
  ]);
  await settled();
  return annotations;
}

const words = () => card()?.textContent ?? '';
const press = (name: string) => {
  const found = [...(card()?.querySelectorAll('button') ?? [])].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );
  if (!found) throw new Error(`No button ${name} in the card`);
  return found;
};

describe('the card says why', () => {
  test('names, sureness and evidence, those that are only perhaps as well', async () => {
    await open();
    await userEvent.click(mark(1));
    expect(card()?.querySelector('h2')?.textContent).toBe('Paragraph 3, and why it is marked');
    expect(
      [...(card()?.querySelectorAll('li') ?? [])].map((item) => [...item.children].map((c) => c.textContent)),
    ).toEqual([
      [
        '',
        'Growth mindset',
        'clear',
        'Mistakes and setbacks are mined as opportunities',
        '“We failed at this tw”',
      ],
      ['', 'Technology', 'perhaps', 'Technology is a tool for unlocking learning potential', '“ce,” said”'],
    ]);
  });

  test('what looks like markup is only words', async () => {
    setPage(
      '<p id="p">&lt;img src=x onerror="document.title=1"&gt; &lt;b&gt;bold&lt;/b&gt; words of agency</p>',
      'body { margin: 40px }',
    );
    annotate().add([passage(0, '#p', [tag('agency', 'clear', 0, 40)])]);
    await settled();
    await userEvent.click(mark(0));
    expect(words()).toContain('<img src=x onerror=');
    expect(card()?.querySelector('img, b')).toBeNull();
  });
});

describe('by mouse', () => {
  test('a click on painted words opens it, elsewhere in the paragraph does not, and outside closes it', async () => {
    await open();
    const p4 = document.querySelector('#p4')!;
    const painted = [...CSS.highlights.get('lg-jobs-on-light')!][0] as Range;
    const at = painted.getClientRects()[0]!;
    const box = p4.getBoundingClientRect();
    await userEvent.click(p4, { position: { x: 5, y: 8 } });
    expect(card()).toBeNull();
    await userEvent.click(p4, { position: { x: at.left + 20 - box.left, y: at.top + 10 - box.top } });
    expect(words()).toContain('Jobs');
    // The card has the focus, and none of its buttons asks to be pressed.
    expect((card()!.getRootNode() as ShadowRoot).activeElement).toBe(card());
    await userEvent.click(document.querySelector('#h')!);
    expect(card()).toBeNull();
  });

  test('a link inside painted words is still a link', async () => {
    setPage('<p id="p">Half of the <a id="a" href="#dock">jobs of the town</a> go.</p>', ARTICLE_CSS);
    annotate().add([
      passage(0, '#p', [tag('jobs')], { words: 'Half of the jobs of the town go.', signals: ['jobs'] }),
    ]);
    await settled();
    await userEvent.click(document.querySelector('#a')!);
    expect(location.hash).toBe('#dock');
    expect(card()).toBeNull();
    history.replaceState(null, '', location.pathname + location.search);
  });

  test('events that a page makes up do nothing', async () => {
    const asked: number[] = [];
    await open({
      onClip: async (index) => {
        asked.push(index);
        return { ok: true };
      },
    });
    mark(1).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(card()).toBeNull();
    mark(1).click();
    expect(card()).toBeNull();
    const words4 = [...CSS.highlights.get('lg-jobs-on-light')!][0] as Range;
    const at = words4.getBoundingClientRect();
    document
      .querySelector('#p4')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: at.left + 9, clientY: at.top + 9 }));
    expect(card()).toBeNull();
    await userEvent.click(mark(1));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    press('Clip').click();
    expect(words()).toContain('Growth mindset');
    expect(asked).toEqual([]);
  });

  test('the page’s own listeners do not hear what is done in the card', async () => {
    await open();
    const heard: string[] = [];
    const ends = new AbortController();
    for (const type of ['click', 'pointerdown', 'keydown', 'keyup'])
      document.addEventListener(type, () => heard.push(type), { signal: ends.signal });
    await userEvent.click(mark(1));
    await userEvent.keyboard('j');
    ends.abort();
    expect(heard).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('opens from its mark, takes the focus, goes through and gives it back', async () => {
    await open();
    mark(1).focus();
    await userEvent.keyboard('{Enter}');
    expect(mark(1).getAttribute('aria-expanded')).toBe('true');
    expect(root().activeElement).toBe(card());
    await userEvent.keyboard('{Tab}');
    expect(root().activeElement).toBe(press('Close'));
    await userEvent.keyboard('{Tab}');
    expect(root().activeElement).toBe(press('Clip'));
    await userEvent.keyboard('{Tab}');
    expect(root().activeElement).toBe(mark(2));
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await userEvent.keyboard('{Escape}');
    expect(card()).toBeNull();
    expect(root().activeElement).toBe(mark(1));
    expect(mark(1).getAttribute('aria-expanded')).toBe('false');
  });

  test('a passage with a signal alone has a mark that only the keyboard sees', async () => {
    await open();
    expect(getComputedStyle(mark(2)).opacity).toBe('0');
    mark(1).focus();
    await userEvent.keyboard('{Tab}');
    expect(root().activeElement).toBe(mark(2));
    expect(getComputedStyle(mark(2)).opacity).toBe('1');
    await userEvent.keyboard(' ');
    expect(words()).toContain('Jobs');
  });
});

describe('clipping', () => {
  test('Clip, then Undo, by what the callbacks answer', async () => {
    const asked: string[] = [];
    await open({
      onClip: async (index) => {
        asked.push(`clip ${index}`);
        return { ok: true };
      },
      onUnclip: async (index) => {
        asked.push(`unclip ${index}`);
        return { ok: true };
      },
    });
    await userEvent.click(mark(1));
    await userEvent.click(press('Clip'));
    await expect.poll(words).toContain('Clipped');
    await userEvent.click(press('Undo'));
    await expect.poll(words).not.toContain('Clipped');
    expect(asked).toEqual(['clip 2', 'unclip 2']);
  });

  test('what went wrong is said, and can be tried again', async () => {
    let failures = 0;
    await open({
      onClip: async () => {
        failures++;
        if (failures === 1)
          return { ok: false, message: 'The disk is full. Free some space and clip again.' };
        if (failures === 2) throw new Error('the extension was updated');
        return { ok: true };
      },
    });
    await userEvent.click(mark(1));
    await userEvent.click(press('Clip'));
    await expect
      .poll(() => card()?.querySelector('[role=alert]')?.textContent)
      .toContain('The disk is full.');
    await userEvent.click(press('Clip'));
    await expect.poll(words).toContain('the extension was updated');
    await userEvent.click(press('Clip'));
    await expect.poll(words).toContain('Clipped');
    expect(card()?.querySelector('[role=alert]')?.textContent).toBe('');
  });

  test('follows what the popup clips meanwhile', async () => {
    const annotations = await open();
    await userEvent.click(mark(1));
    annotations.setKept([{ id: 'a', block: 2, range: null }]);
    expect(words()).toContain('Clipped');
    annotations.setKept([]);
    expect(words()).not.toContain('Clipped');
  });
});

describe('where it stands', () => {
  const overlaps = (selector: string) => {
    const a = card()!.getBoundingClientRect();
    const b = document.querySelector(selector)!.getBoundingClientRect();
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  };

  test('beside its block, and the page grows by nothing', async () => {
    await open();
    const sizes = scrollSizes();
    await userEvent.click(mark(3));
    await settled();
    expect(overlaps('article')).toBe(false);
    expect(card()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(700);
    expect(scrollSizes()).toEqual(sizes);
  });

  test('at the foot of the window where there is no room', async () => {
    await page.viewport(500, 600);
    await open();
    await userEvent.click(mark(1));
    const box = card()!.getBoundingClientRect();
    expect(box.bottom).toBe(588);
    expect(box.left).toBeGreaterThanOrEqual(12);
    expect(box.right).toBeLessThanOrEqual(488);
  });

  test('over whatever the page lays on top, and usable while its modal dialog is open', async () => {
    setPage(
      '<dialog id="d"><article><p id="p">The robots read this box. Nobody else does.</p></article></dialog>',
      'dialog { width: 300px }',
    );
    document.querySelector<HTMLDialogElement>('#d')?.showModal();
    annotate().add([passage(0, '#p', [tag('ai')], { words: 'The robots read this box.', signals: ['ai'] })]);
    await settled();
    await userEvent.click(document.querySelector('#p')!, { position: { x: 30, y: 8 } });
    expect(words()).toContain('AI');
    await userEvent.click(press('Clip'));
    await expect.poll(words).toContain('Clipped');
    await userEvent.keyboard('{Escape}');
    expect(card()).toBeNull();
    expect(document.querySelector<HTMLDialogElement>('#d')?.open).toBe(true);
  });
});

describe('for everybody', () => {
  test.each([
    ['light', '#fff', '#222'],
    ['dark', '#15171a', '#d9dcdf'],
  ])('axe finds nothing: %s', async (tone, ground, ink) => {
    const annotations = await open({}, `${ARTICLE_CSS} body { background: ${ground}; color: ${ink} }`);
    annotations.setKept([{ id: 'a', block: 0, range: null }]);
    await userEvent.click(mark(1));
    await settled();
    expect(card()?.dataset.tone).toBe(tone);
    const { violations } = await axe.run(document.querySelector(HOST)!, {
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});

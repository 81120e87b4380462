import type { Page } from 'playwright-core';
import { HOST_NAME } from '../../src/annotation/host-name.ts';

/** What a page is at one moment, as far as a guest may not change it. */
export interface PageState {
  /** The document's markup, our one host left out. */
  dom: string;
  /** For every element but our host, in document order: name, left, top, width, height, scroll width, scroll height. */
  boxes: [string, number, number, number, number, number, number][];
  /** Names on the page's own `window`. */
  globals: string[];
  /** Style sheets the document adopted, and names in its highlight registry. */
  adopted: number;
  highlights: string[];
  /** Child elements of `<html>` that stand after `<body>`, by name. */
  afterBody: string[];
  /** Where the window and the focus are. */
  scroll: [number, number];
  focus: string;
}

/** Looks at a page. Runs in the page's own world: our closed root is not to be seen from there. */
export const lookAt = (page: Page): Promise<PageState> =>
  page.evaluate((hostName) => {
    const root = document.documentElement;
    const after = document.body
      ? [...root.children].slice([...root.children].indexOf(document.body) + 1)
      : [];
    const isHost = (element: Element) => after.includes(element) && element.localName === hostName;
    const copy = root.cloneNode(true);
    if (copy instanceof Element)
      [...root.children].forEach((child, index) => {
        if (isHost(child)) copy.children[index]?.setAttribute('data-host', '');
      });
    if (copy instanceof Element)
      for (const host of copy.querySelectorAll(':scope > [data-host]')) host.remove();
    const round = (n: number) => Math.round(n * 100) / 100;
    return {
      dom: copy instanceof Element ? copy.outerHTML : '',
      boxes: [...document.querySelectorAll('*')]
        .filter((element) => !isHost(element))
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [
            element.localName,
            round(x),
            round(y),
            round(width),
            round(height),
            element.scrollWidth,
            element.scrollHeight,
          ];
        }),
      globals: Object.getOwnPropertyNames(window).sort(),
      adopted: document.adoptedStyleSheets.length,
      highlights: [...CSS.highlights.keys()].sort(),
      afterBody: after.map((element) => element.localName),
      scroll: [window.scrollX, window.scrollY],
      focus: document.activeElement?.localName ?? '',
    };
  }, HOST_NAME);

/** How two looks at one page differ, in sentences; empty when they do not. The marks themselves are not compared. */
export function differences(one: PageState, other: PageState): string[] {
  const found: string[] = [];
  if (one.dom !== other.dom) found.push(`the document differs ${firstDifference(one.dom, other.dom)}`);
  if (one.boxes.length !== other.boxes.length)
    found.push(`${one.boxes.length} elements became ${other.boxes.length}`);
  else {
    const moved = one.boxes.flatMap((box, i) =>
      String(box) === String(other.boxes[i]) ? [] : [`${box} became ${other.boxes[i]}`],
    );
    if (moved.length > 0) found.push(`${moved.length} boxes moved, the first: ${moved[0]}`);
  }
  const added = other.globals.filter((name) => !one.globals.includes(name));
  if (added.length > 0) found.push(`the page's window got ${added.join(', ')}`);
  if (String(one.scroll) !== String(other.scroll))
    found.push(`scrolled from ${one.scroll} to ${other.scroll}`);
  if (one.focus !== other.focus) found.push(`the focus went from ${one.focus} to ${other.focus}`);
  return found;
}

/** What is left of us on a page that was turned off, in sentences; empty when nothing is. */
export function leftovers(before: PageState, after: PageState): string[] {
  const found = differences(before, after);
  if (after.afterBody.length !== before.afterBody.length)
    found.push(`after the body stand ${after.afterBody.join(', ')}`);
  if (String(after.highlights) !== String(before.highlights))
    found.push(`highlights left: ${after.highlights.join(', ')}`);
  if (after.adopted !== before.adopted) found.push(`${after.adopted - before.adopted} style sheets left`);
  return found;
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 80));
  return `at ${at}: ${around(one)} became ${around(other)}`;
}

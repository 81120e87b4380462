import { mapText } from './block-text.ts';
import { shownUnder } from './flat-tree.ts';
import type { Pacer } from './pacer.ts';
import { isBlank, type Run } from './page-copy.ts';

/** What is known of an element around a run, for rules that need no DOM. */
export interface BoxFacts {
  /** Index of the parent in `boxes`, -1 for the body. */
  parent: number;
  tag: string;
  /** Class, id, itemprop and role, lower case, one string. */
  names: string;
}

/** What is known of a run of text. */
export interface RunFacts {
  /** Index of the element that holds it in `boxes`. */
  box: number;
  text: string;
  /** Characters of it that are in a link. */
  linked: number;
  /** Number of the link it begins in, -1 for none. Runs with the same number are in one link. */
  link: number;
  /** Share of it that Readability keeps, 0 to 1. */
  kept: number;
}

/** A page as plain data: its runs in reading order and the tree of elements above them. */
export interface PageFacts {
  boxes: BoxFacts[];
  runs: RunFacts[];
}

/**
 * Takes the facts of `runs`; `kept` are the Text nodes that Readability keeps.
 *
 * @returns the facts, and the element of each box
 */
export async function takeFacts(
  runs: readonly Run[],
  kept: ReadonlySet<Text>,
  pacer: Pacer,
): Promise<{ facts: PageFacts; elements: Element[] }> {
  const facts: PageFacts = { boxes: [], runs: [] };
  const elements: Element[] = [];
  const known = new Map<Element, number>();
  const boxOf = (element: Element): number => {
    const above: Element[] = [];
    let at: Element | null = element;
    for (; at && !known.has(at); at = at.localName === 'body' ? null : shownUnder(at)) above.push(at);
    let parent = at ? (known.get(at) ?? -1) : -1;
    for (const each of above.reverse()) {
      const names = ['class', 'id', 'itemprop', 'role']
        .map((name) => each.getAttribute(name) ?? '')
        .join(' ');
      known.set(each, facts.boxes.length);
      elements.push(each);
      facts.boxes.push({ parent, tag: each.localName, names: names.toLowerCase().trim() });
      parent = facts.boxes.length - 1;
    }
    return known.get(element) ?? -1;
  };
  const links = new Map<Element, number>();
  const numberOf = (anchor: Element): number => {
    const number = links.get(anchor) ?? links.size;
    links.set(anchor, number);
    return number;
  };
  for (const { nodes, element } of runs) {
    const wait = pacer.step();
    if (wait) await wait;
    let all = 0;
    let held = 0;
    let linked = 0;
    let link = -1;
    for (const node of nodes) {
      if (isBlank(node.data)) continue;
      all += node.length;
      if (kept.has(node)) held += node.length;
      const anchor = node.parentElement?.closest('a[href]');
      if (!anchor) continue;
      linked += node.data.trim().length;
      if (all === node.length) link = numberOf(anchor);
    }
    const { text } = mapText(nodes);
    facts.runs.push({
      box: boxOf(element),
      text,
      linked: Math.min(linked, text.length),
      link,
      kept: all ? held / all : 0,
    });
  }
  return { facts, elements };
}

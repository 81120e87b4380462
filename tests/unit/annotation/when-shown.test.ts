import { expect, it, vi } from 'vitest';
import { whenShown } from '../../../src/annotation/when-shown.ts';

const docOf = (prerendering?: boolean) => Object.assign(new EventTarget(), { prerendering });
const never = new AbortController().signal;

it('reads at once what is shown', () => {
  const shown = vi.fn();
  whenShown(docOf(false), shown, never);
  whenShown(docOf(), shown, never);
  expect(shown).toHaveBeenCalledTimes(2);
});

it('waits for somebody to ask for a page that is prepared in advance', () => {
  const shown = vi.fn();
  const doc = docOf(true);
  whenShown(doc, shown, never);
  expect(shown).not.toHaveBeenCalled();
  doc.dispatchEvent(new Event('prerenderingchange'));
  doc.dispatchEvent(new Event('prerenderingchange'));
  expect(shown).toHaveBeenCalledTimes(1);
});

it('forgets a page that was left meanwhile', () => {
  const shown = vi.fn();
  const doc = docOf(true);
  const leaving = new AbortController();
  whenShown(doc, shown, leaving.signal);
  leaving.abort();
  doc.dispatchEvent(new Event('prerenderingchange'));
  expect(shown).not.toHaveBeenCalled();
});

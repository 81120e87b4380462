import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Drawn, drawnOf, offsetsOf, type Unit, unitAt } from './units.ts';

/** A guess at a unit's height until it has been drawn once, in px at the usual text size. */
const HEAD = 88;
const EACH = 120;

/**
 * Draws of a long list only what is within a screen of the window. Heights are measured as units are drawn; the
 * browser's scroll anchoring keeps the words in their place when a guess was wrong.
 *
 * @param box holds the units, each an element with `data-unit`, its key
 * @param pins keys of units to draw wherever they are, beside the one that has the focus
 */
export function useDrawn(
  box: RefObject<HTMLElement | null>,
  units: readonly Unit[],
  pins: ReadonlySet<string>,
): readonly Drawn[] {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const offsets = useMemo(
    () =>
      offsetsOf(units, ({ key, clippings }) => heights.current.get(key) ?? HEAD + EACH * clippings.length),
    [units, measured],
  );
  const [place, setPlace] = useState({ from: 0, to: 0, focused: '' });

  useLayoutEffect(() => {
    const look = (): void => {
      const element = box.current;
      if (element === null) return;
      const top = -element.getBoundingClientRect().top;
      const from = unitAt(offsets, top - innerHeight);
      const to = unitAt(offsets, top + 2 * innerHeight);
      const focused = document.activeElement?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? '';
      setPlace((last) =>
        last.from === from && last.to === to && last.focused === focused ? last : { from, to, focused },
      );
    };
    look();
    const life = new AbortController();
    addEventListener('scroll', look, { passive: true, signal: life.signal });
    addEventListener('resize', look, { signal: life.signal });
    document.addEventListener('focusin', look, { signal: life.signal });
    return () => life.abort();
  }, [box, offsets]);

  const measure = (): void => {
    let changed = false;
    for (const unit of box.current?.querySelectorAll<HTMLElement>('[data-unit]') ?? []) {
      const { height } = unit.getBoundingClientRect();
      const key = unit.dataset.unit ?? '';
      // 0 while the list is out of sight, behind a clipping on a narrow screen.
      if (height === 0 || Math.abs((heights.current.get(key) ?? 0) - height) < 1) continue;
      heights.current.set(key, height);
      changed = true;
    }
    if (changed) setMeasured((last) => last + 1);
  };
  useLayoutEffect(measure);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    // A frame later: what is drawn anew in the observer's own turn would make it look again.
    const watch = new ResizeObserver(() => requestAnimationFrame(measure));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);

  return useMemo(() => {
    const kept = new Set([...pins, place.focused]);
    const at = units.flatMap(({ key }, index) => (kept.has(key) ? [index] : []));
    return drawnOf(offsets, place.from, place.to, at);
  }, [units, offsets, place, pins]);
}

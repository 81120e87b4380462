import { shownUnder } from '../article/flat-tree.ts';

/** Tells when blocks may have moved. */
export interface LayoutWatch {
  /** Watches the sizes of a block and of everything it stands in. */
  watch(element: Element): void;
  /** Lets go of what is no longer on the page. */
  tidy(): void;
}

/**
 * Calls `moved` when the layout of the page may have changed: window and elements resized, an inner scroller or the
 * page itself scrolled, late pictures and fonts. It is told which, because the page's own scroll moves few blocks.
 */
export function watchLayout(
  doc: Document,
  moved: (by: 'page-scroll' | 'layout') => void,
  signal: AbortSignal,
): LayoutWatch {
  const view = doc.defaultView ?? window;
  const seen = new Set<Element>();
  const observer = new view.ResizeObserver(() => moved('layout'));
  signal.addEventListener('abort', () => observer.disconnect());

  const layout = () => moved('layout');
  view.addEventListener('resize', layout, { signal, passive: true });
  doc.addEventListener(
    'scroll',
    ({ target }) => moved(target === doc ? 'page-scroll' : 'layout'),
    // Scroll events of inner scrollers do not bubble.
    { signal, passive: true, capture: true },
  );
  doc.addEventListener('load', layout, { signal, passive: true, capture: true });
  doc.fonts.addEventListener('loadingdone', layout, { signal });

  return {
    watch(element) {
      for (let one: Element | null = element; one && !seen.has(one); one = shownUnder(one)) {
        seen.add(one);
        observer.observe(one);
      }
    },
    tidy() {
      for (const one of seen) {
        if (one.isConnected) continue;
        seen.delete(one);
        observer.unobserve(one);
      }
    },
  };
}

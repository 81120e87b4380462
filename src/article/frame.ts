/** The frame that is most of a page: its document where it may be read, else its address. */
export type Frame = { document: Document; url: string } | { document: null; url: string };

const LEAST_SHARE = 0.4;
const LEAST_WIDTH = 300;
const LEAST_HEIGHT = 250;

/**
 * The frame that fills most of the window, or null. A frame that plays video is none: it holds nothing to read.
 * Only frames of the page's own origin can be looked into.
 */
export function dominantFrame(doc: Document): Frame | null {
  const view = doc.defaultView;
  if (!view) return null;
  const screen = Math.max(1, view.innerWidth * view.innerHeight);
  let best: { element: HTMLIFrameElement | HTMLFrameElement; area: number } | null = null;
  for (const element of doc.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe, frame')) {
    const { width, height } = element.getBoundingClientRect();
    const area = Math.min(width, view.innerWidth) * Math.min(height, view.innerHeight);
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT || area < LEAST_SHARE * screen) continue;
    if (
      element.hasAttribute('allowfullscreen') ||
      /autoplay|encrypted-media/.test(element.getAttribute('allow') ?? '')
    )
      continue;
    if (!best || area > best.area) best = { element, area };
  }
  if (!best) return null;
  const url = best.element.src;
  const inner = documentOf(best.element);
  if (inner?.body) return { document: inner, url: /^https?:/.test(inner.URL) ? inner.URL : url };
  return /^https?:/.test(url) ? { document: null, url } : null;
}

function documentOf(frame: HTMLIFrameElement | HTMLFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    // SecurityError: another origin's frame, in browsers that throw rather than give null.
    return null;
  }
}

/** How long a single-page application may take to put the new words in, in milliseconds. */
const SETTLE_MS = 600;

const withoutFragment = (url: string): string => (/#[!/]/.test(url) ? url : url.replace(/#.*$/, ''));

/**
 * Calls back when the document shows another address without a new document: a single-page application went on.
 * A jump within the page is none.
 */
export function onLocationChange(view: Window, listener: () => void, signal: AbortSignal): void {
  let here = withoutFragment(view.location.href);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    const now = withoutFragment(view.location.href);
    if (now === here) return;
    here = now;
    clearTimeout(timer);
    timer = setTimeout(listener, SETTLE_MS);
  };
  // The Navigation API tells of pushState, which no event of the older History API does.
  view.navigation.addEventListener('currententrychange', check, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

const withoutFragment = (url: string): string => (/#[!/]/.test(url) ? url : url.replace(/#.*$/, ''));

/**
 * Calls back at once when the document shows another address without a new document: a single-page application went
 * on, and its new words may take their time. A jump within the page is none.
 */
export function onLocationChange(view: Window, listener: () => void, signal: AbortSignal): void {
  let here = withoutFragment(view.location.href);
  const check = (): void => {
    const now = withoutFragment(view.location.href);
    if (now === here) return;
    here = now;
    listener();
  };
  // The Navigation API tells of pushState, which no event of the older History API does.
  view.navigation.addEventListener('currententrychange', check, { signal });
}

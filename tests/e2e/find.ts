/** JavaScript, for `evaluate`, that gives the visible control with this accessible name, or null. */
export function control(name: string | RegExp): string {
  const matches =
    typeof name === 'string' ? `(n) => n === ${JSON.stringify(name)}` : `(n) => ${name}.test(n)`;
  return `(() => {
    const nameOf = (e) => (e.getAttribute('aria-label')
      ?? (e.labels?.length ? e.labels[0].textContent : e.textContent) ?? '').replace(/\\s+/g, ' ').trim();
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role="button"]')]
      .find((e) => e.checkVisibility() && (${matches})(nameOf(e))) ?? null; })()`;
}

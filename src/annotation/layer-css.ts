/**
 * The look of marks and card (the look's layer.css and the tokens it needs). In px, because `rem` would be the page's:
 * many sites set 62.5 %. The scheme of `light-dark()` is `data-tone`, which is measured, and not the page's.
 */
export const LAYER_CSS = `
:host {
  all: initial !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  display: block !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  overflow: visible !important;
  contain: layout style !important;
  direction: ltr !important;
}
@media print { :host { display: none !important; } }

.marks { position: absolute; inset: 0 auto auto 0; inline-size: 100px; block-size: 0; }
.mark, .card {
  --sheet: light-dark(#fff, #1f221f); --rule: light-dark(#e2e3dd, #313530); --edge: light-dark(#81847b, #7f847b); --shade: light-dark(#1b1e1b24, #0009);
  --ink: light-dark(#1b1e1b, #eceee8); --ink-2: light-dark(#454943, #bfc3ba); --ink-3: light-dark(#5f635c, #9fa49a);
  --accent: light-dark(#175a45, #81d1b3); --accent-hover: light-dark(#0d4433, #a2e2c9); --on-accent: light-dark(#fff, #0d211a); --accent-wash: light-dark(#e6f1eb, #1c2f27); --danger: light-dark(#9b2c1f, #f0a194);
  --condition: light-dark(#285490, #97c1f7); --condition-mark: light-dark(#3f6fb0, #7ba6de); --signal: light-dark(#6f4700, #e8bd7d); --signal-mark: light-dark(#a8700a, #c9922f); --lens: light-dark(#7b3362, #e8a7cb); --lens-mark: light-dark(#a04f83, #c47fa6);
  --font-ui: system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --font-quote: "Iowan Old Style", "Sitka Text", Charter, "Noto Serif", Georgia, serif;
  --caption: 400 12px/16px var(--font-ui); --small: 400 13px/20px var(--font-ui); --body: 400 14px/20px var(--font-ui);
  --quote-small: 400 15px/22px var(--font-quote);
  color-scheme: light;
}
[data-tone="dark"] { color-scheme: dark; }
*, *::before, *::after { box-sizing: border-box; }
.glyph { inline-size: 16px; block-size: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5px; stroke-linecap: round; stroke-linejoin: round; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }

.mark { position: absolute; inset: 0 auto auto 0; display: grid; align-content: start; justify-items: end; gap: 4px; min-inline-size: 24px; min-block-size: 24px; margin: 0; padding: 2px; padding-inline: 0 8px; border: 0; overflow: hidden; background: none; cursor: pointer; text-align: end; white-space: nowrap; font: 500 12px/16px var(--font-ui); color: var(--condition); }
.mark span { display: flex; align-items: center; justify-content: flex-end; gap: 6px; min-block-size: 20px; }
.mark b { font-weight: 500; }
[data-group="condition"] { color: var(--condition); }
[data-group="signal"] { color: var(--signal); }
[data-group="lens"] { color: var(--lens); }
.mark::after { content: ""; position: absolute; inset-block: 2px; inset-inline-end: 0; inline-size: 2px; background: var(--condition-mark); }
.mark[data-kind="lens"]::after { background: none; inline-size: 0; border-inline-end: 2px dotted var(--lens-mark); }
.mark[data-kind="signal"]::after { background: var(--signal-mark); }
.mark .kept { color: var(--accent); }
.mark .kept .glyph { fill: currentColor; }
.mark[data-kind="kept"]::after { background: var(--accent); }
.mark:hover b, .mark[aria-expanded="true"] b { text-decoration: underline; text-underline-offset: 0.2em; }
.mark[aria-expanded="true"] { min-block-size: var(--block, 24px); }
.mark:not([data-mode="names"]) b { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.mark[data-mode="glyphs"] { padding-inline-end: 7px; }
.mark[data-mode="stroke"] { min-inline-size: 0; padding: 0; }
.mark[data-mode="stroke"] .glyph { display: none; }
.mark[data-mode="none"] { visibility: hidden; }
.list .mark { gap: 0; }
/* The paint shows a signal; its mark is there for the keyboard and for screen readers. */
.mark[data-kind="signal"]:not(:focus-visible, [aria-expanded="true"]) { opacity: 0; pointer-events: none; }

.card { position: fixed; inset: auto; margin: 0; padding: 0; border: 0; inline-size: 328px; max-inline-size: calc(100vw - 24px); max-block-size: calc(100vh - 24px); overflow: auto; overscroll-behavior: contain; background: var(--sheet); color: var(--ink); border-radius: 10px; box-shadow: 0 0 0 1px var(--rule), 0 8px 28px var(--shade); font: var(--body); text-align: start; }
.card::backdrop { background: none; }
.card[data-place="beside"] { position: absolute; }
.card[data-place="foot"] { inset: auto 12px 12px; inline-size: auto; max-inline-size: 384px; margin-inline: auto; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: 10px; }
.head { display: flex; align-items: center; justify-content: space-between; padding: 8px 8px 0 16px; }
.head h2 { font: var(--caption); color: var(--ink-3); margin: 0; }
.why { list-style: none; margin: 0; padding: 0 16px 12px; }
.why li { display: grid; grid-template-columns: 24px minmax(0, 1fr) auto; padding-block: 8px; }
.why li + li { border-block-start: 1px solid var(--rule); }
.why .glyph { margin-block-start: 2px; }
.why h3 { font: var(--small); font-weight: 600; margin: 0; color: var(--ink); }
.sure { font: var(--caption); line-height: 20px; color: var(--ink-2); }
.full { grid-column: 2 / 4; font: var(--caption); color: var(--ink-3); margin: 0; }
.because { grid-column: 2 / 4; font: var(--quote-small); color: var(--ink); margin: 4px 0 0; overflow-wrap: anywhere; }
.foot { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 16px 16px; border-block-start: 1px solid var(--rule); }
.card button { display: inline-flex; align-items: center; justify-content: center; min-block-size: 32px; margin: 0; padding: 0 12px; border: 1px solid var(--edge); border-radius: 6px; background: var(--sheet); color: var(--ink); font: var(--small); font-weight: 500; cursor: pointer; }
.card button:hover { border-color: var(--accent); color: var(--accent); background: var(--accent-wash); }
.card button[aria-disabled="true"] { cursor: default; }
.card .go { background: var(--accent); border-color: var(--accent); color: var(--on-accent); min-inline-size: 80px; }
.card .go:hover { background: var(--accent-hover); border-color: var(--accent-hover); color: var(--on-accent); }
.card .x { inline-size: 32px; padding: 0; border-color: transparent; background: none; color: var(--ink-2); }
.clipped { display: flex; align-items: center; gap: 6px; font: var(--small); font-weight: 500; color: var(--accent); }
/* A live region must be there before it speaks: empty it takes no gap. */
.clipped:empty { margin-inline-end: -8px; }
.clipped .glyph { fill: currentColor; }
.trouble { flex-basis: 100%; margin: 0; font: var(--small); color: var(--danger); }
.trouble:empty { display: none; }

@media (forced-colors: active) {
  .mark .kept { color: LinkText; }
  .mark:not([data-kind="lens"])::after { forced-color-adjust: none; background: CanvasText; }
  .card { border: 1px solid CanvasText; }
  .card .go { forced-color-adjust: none; background: ButtonText; border-color: ButtonText; color: ButtonFace; }
}
`;

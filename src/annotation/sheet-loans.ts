/** A style sheet in trees that the one put in by the browser does not reach: open shadow roots and frames. */
export interface SheetLoans {
  /** Lends the sheet to the tree that a node stands in, where that lacks it. */
  lendTo(node: Node): void;
  /** Takes it back from every tree, and leaves the page's own sheets as they are. */
  takeBack(): void;
}

type Tree = Document | ShadowRoot;

const isTree = (root: Node): root is Tree => 'adoptedStyleSheets' in root;

/**
 * @param css the sheet's text
 * @param has the document that the browser put the sheet into, or null
 */
export function createSheetLoans(css: string, has: Document | null): SheetLoans {
  const loans = new Map<Tree, CSSStyleSheet>();
  return {
    lendTo(node) {
      const root = node.getRootNode();
      if (root === has || !isTree(root) || loans.has(root)) return;
      // A sheet serves the document it was made in, and no other.
      const view = (root.ownerDocument ?? node.ownerDocument)?.defaultView;
      if (!view) return;
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      loans.set(root, sheet);
    },
    takeBack() {
      for (const [root, sheet] of loans)
        root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
      loans.clear();
    },
  };
}

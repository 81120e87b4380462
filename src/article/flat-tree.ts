/**
 * The tree as it is shown: an open shadow root stands in for its host's children, what is put into a slot for the slot.
 * A closed root is the page's own business.
 */

const isSlot = (element: Element): element is HTMLSlotElement =>
  element.localName === 'slot' && 'assignedNodes' in element;

/** The nodes shown in an element, in order. */
export function shownIn(element: Element): readonly ChildNode[] | NodeListOf<ChildNode> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  const put = isSlot(element) ? element.assignedNodes().filter(isChild) : [];
  return put.length > 0 ? put : element.childNodes;
}

/** What is put into a slot is an element or a Text. */
const isChild = (node: Node): node is ChildNode => 'replaceWith' in node;

/** The element that an element is shown in, or null at the top. */
export function shownUnder(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  const host: unknown = 'host' in root ? root.host : null;
  return isElement(host) ? host : null;
}

/** By what it has and not by instanceof: a frame's document is another realm's. */
export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1;

/** Steps through the shown tree: the first node in an element, and the one after a node beside it. */
export function createSteps(): {
  into(element: Element): ChildNode | null;
  after(node: ChildNode): ChildNode | null;
} {
  // A slotted node's next sibling may be in another slot.
  const slotted = new Map<ChildNode, ChildNode | null>();
  return {
    into(element) {
      const inside = shownIn(element);
      if (Array.isArray(inside))
        for (const [at, node] of inside.entries()) slotted.set(node, inside[at + 1] ?? null);
      return inside[0] ?? null;
    },
    after(node) {
      const next = slotted.get(node);
      return next === undefined ? node.nextSibling : next;
    },
  };
}

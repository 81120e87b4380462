import { HIGHLIGHT_NAMES } from './highlight-names.ts';
import { HOST_NAME } from './host-name.ts';

/**
 * Takes out what an earlier life of the extension left in the page: after an update its script lives on in a world of
 * its own, which nobody can speak to.
 */
export function clearRemains(doc: Document): void {
  for (const name of HIGHLIGHT_NAMES) CSS.highlights.delete(name);
  for (const host of [...doc.getElementsByTagName(HOST_NAME)]) host.remove();
}

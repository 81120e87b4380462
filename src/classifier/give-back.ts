/**
 * Gives the thread back: resolves in a new task, after whatever else was waiting for the thread.
 *
 * A message channel where there is one: `setTimeout` is held back to 4 ms when nested, and to a second in a
 * hidden page. Ports are closed so that Node may end.
 */
export function giveBack(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

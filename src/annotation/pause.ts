/** Gives the page its turn, and comes back as soon as it has had it. A timer would wait 1 s in a hidden tab. */
export function pause(): Promise<void> {
  // Firefox 142 and Chrome 129 have it in pages; a content script's own global may lack it.
  if ('scheduler' in globalThis && 'yield' in globalThis.scheduler) return globalThis.scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onLocationChange } from '../../src/annotation/location-changes.ts';
import { clearRemains } from '../../src/annotation/remains.ts';
import { Session } from '../../src/annotation/session.ts';
import { whenShown } from '../../src/annotation/when-shown.ts';
import { ask } from '../../src/messages/page-client.ts';
import { classifyOverPort } from '../../src/messages/reading-port.ts';
import { serveCommands } from '../../src/messages/serve-commands.ts';
import { PAGE_DEFAULTS } from '../../src/settings/defaults.ts';

/** The one script of ours in this document, whatever life of the extension put it there. */
interface Inhabitant {
  /** False once the extension was updated or removed: an orphan can talk to nobody. */
  alive(): boolean;
  meet(): void;
  leave(): void;
}

declare global {
  var longGame: Inhabitant | undefined;
}

function settleIn(): Inhabitant {
  const leaving = new AbortController();
  const alive = (): boolean => browser.runtime?.id !== undefined;
  const session = new Session(document, {
    alive,
    classify: classifyOverPort,
    detectLanguage: async (sample, declared) => {
      const answer = await ask({ type: 'language', sample, declared });
      // Unanswered, the page's own word is the best there is.
      return answer.ok ? answer.value : declared;
    },
    publish: (reading) => void ask({ type: 'state', reading }),
    clip: (clip) => ask({ type: 'clip', clip }),
    unclip: (id) => ask({ type: 'unclip', id }),
    clippingsHere: (canonical) => ask({ type: 'clippings-here', canonical }),
    locate: async (text, quotes) => {
      const answer = await ask({ type: 'locate', text, quotes: [...quotes] });
      // Unanswered they stay pending, which is said, and the next reading looks again.
      return answer.ok ? answer.value : [];
    },
    anchored: (results) => void ask({ type: 'anchored', results }),
    style: async (on) => void (await ask({ type: 'style', on })),
    sheets: () => ask({ type: 'sheets' }),
    settings: async () => {
      const answer = await ask({ type: 'settings' });
      return answer.ok ? answer.value : PAGE_DEFAULTS;
    },
  });
  const deafen = serveCommands(session);
  const leave = (): void => {
    leaving.abort();
    deafen();
    void session.dispose();
  };
  const { signal } = leaving;
  onLocationChange(window, () => (alive() ? session.relocate() : leave()), signal);
  window.addEventListener('pagehide', () => void ask({ type: 'leave', document: session.document }), {
    signal,
  });
  // From the back/forward cache: the marks are still there, and nobody knows.
  window.addEventListener('pageshow', ({ persisted }) => persisted && session.sayAgain(), { signal });
  clearRemains(document);
  return { alive, meet: () => whenShown(document, () => void session.meet(), signal), leave };
}

export default defineContentScript({
  registration: 'runtime',
  main() {
    // A second injection finds the first one, which holds the page's reading.
    if (!globalThis.longGame?.alive()) {
      globalThis.longGame?.leave();
      globalThis.longGame = settleIn();
    }
    globalThis.longGame.meet();
  },
});

import type { ViewClient } from '../../messages/view-client.ts';
import { ShortcutKeys, useShortcut } from './shortcut.tsx';

const CHANGE =
  'To change it: in Chrome, type chrome://extensions/shortcuts into the address bar. In Firefox, open Add-ons and themes, choose the gear, then Manage Extension Shortcuts. The browsers let no extension link there.';

/** The keys that read a page, and where the browser lets them be changed. */
export function KeysSection({ client }: { client: ViewClient }) {
  const shortcut = useShortcut(client);
  return (
    <section class="set" aria-labelledby="set-keys">
      <div class="set__words">
        <h2 id="set-keys">Keys</h2>
      </div>
      <div class="set__body">
        {shortcut.known &&
          (shortcut.keys === null ? (
            <p>No keys read a page: they were taken away in the browser. The toolbar button does.</p>
          ) : (
            <dl class="keys">
              <dt>
                <ShortcutKeys keys={shortcut.keys} />
              </dt>
              <dd>Read this page, or show and hide its marks</dd>
            </dl>
          ))}
        <p class="hint">{CHANGE}</p>
      </div>
    </section>
  );
}

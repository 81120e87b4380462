import { useEffect, useState } from 'preact/hooks';
import type { ViewClient } from '../../messages/view-client.ts';
import { Icon, Logo } from '../../ui/glyph.tsx';
import { TroubleLine } from '../reading/trouble-line.tsx';
import { PanelFooter } from './panel-footer.tsx';
import '../../ui/kbd.css';

/** A tab on which the button was not pressed: says how to have it read, which a click in here cannot do. */
export function Unread({ client, refused }: { client: ViewClient; refused: string | null }) {
  const keys = useShortcut(client);
  return (
    <>
      <header class="head">
        <div class="head__mark">
          <Logo />
        </div>
        <p class="meta unread__meta">Not read yet</p>
      </header>
      <main class="wait">
        <TroubleLine>{refused}</TroubleLine>
        <h1>This tab has not been read</h1>
        {keys === null ? (
          <p>Press Long Game’s button.</p>
        ) : (
          <>
            <p>Press Long Game’s button or these keys.</p>
            <p class="wait__keys">
              {keys?.split('+').map((key) => (
                <kbd key={key} class="kbd">
                  {key}
                </kbd>
              ))}
            </p>
          </>
        )}
        <div class="browser" role="img" aria-label="The Long Game button, at the right of the address bar">
          <span class="browser__url" />
          <Icon icon="panel" />
          <span class="browser__btn">
            <Logo />
          </span>
        </div>
        <p class="hint">
          The browser opens a page to Long Game only for its button, its keys or the right-click menu. A click
          in this panel cannot.
        </p>
      </main>
      <PanelFooter client={client} keys={[]} />
    </>
  );
}

/** The keys that read a page: undefined until known, null when there are none. */
function useShortcut(client: ViewClient): string | null | undefined {
  const [keys, setKeys] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    client.shortcut().then(setKeys, () => setKeys(null)); // unknown keys are none to name
  }, [client]);
  return keys;
}

import { useEffect, useState } from 'preact/hooks';
import type { ViewClient } from '../../messages/view-client.ts';
import '../../ui/kbd.css';

/** The keys that read a page; `keys` is null where the reader took them away. */
export type Shortcut = { known: false } | { known: true; keys: string | null };

/** Asks the browser for the keys: they may be others than those we suggested. */
export function useShortcut(client: ViewClient): Shortcut {
  const [shortcut, setShortcut] = useState<Shortcut>({ known: false });
  useEffect(() => {
    let left = false;
    const told = (keys: string | null): void => {
      if (!left) setShortcut({ known: true, keys });
    };
    // A browser that does not say is one without keys to show.
    client.shortcut().then(told, () => told(null));
    return () => {
      left = true;
    };
  }, [client]);
  return shortcut;
}

/** Keys as keycaps: `Alt+Shift+L` is three, `⌥⇧L`, as a Mac writes it, is three as well. */
export const ShortcutKeys = ({ keys }: { keys: string }) => (
  <>
    {(keys.includes('+') ? keys.split('+') : [...keys]).map((key) => (
      <kbd key={key} class="kbd">
        {key}
      </kbd>
    ))}
  </>
);

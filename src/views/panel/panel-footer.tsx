import type { ViewClient } from '../../messages/view-client.ts';
import '../../ui/kbd.css';

interface PanelFooterProps {
  client: ViewClient;
  /** Keys that work in the list, and what they do. */
  keys: readonly { keys: readonly string[]; does: string }[];
}

/** The keys that work here, and the way to the log. */
export const PanelFooter = ({ client, keys }: PanelFooterProps) => (
  <footer>
    <ul class="keys" aria-label="Keys and links">
      {keys.map(({ keys: names, does }) => (
        <li key={does}>
          {names.map((name) => (
            <kbd key={name} class="kbd">
              {name}
            </kbd>
          ))}{' '}
          {does}
        </li>
      ))}
      <li>
        <button type="button" class="link" onClick={() => void client.openLog()}>
          Log
        </button>
      </li>
    </ul>
  </footer>
);

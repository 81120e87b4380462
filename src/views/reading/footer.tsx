import type { ComponentChildren } from 'preact';
import type { ViewClient } from '../../messages/view-client.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import './footer.css';

interface FooterProps {
  client: ViewClient;
  /** Says why the side panel did not open. No button for it without this. */
  onPanelRefused?(message: string): void;
  children?: ComponentChildren;
}

/** Ways to the other views. */
export function Footer({ client, onPanelRefused, children }: FooterProps) {
  const openPanel = () => {
    // The browsers want this to be the click's first call.
    client.openPanel().then((answer) => {
      if (!answer.ok) onPanelRefused?.(answer.message);
    });
  };
  return (
    <footer class="foot">
      <Button kind="text" onClick={() => void client.openLog()}>
        Reading log
      </Button>
      {onPanelRefused && (
        <Button kind="text" onClick={openPanel}>
          Side panel
        </Button>
      )}
      <div class="foot__end">
        {children || (
          <Button
            kind="icon"
            aria-label="Settings"
            title="Settings"
            onClick={() => void client.openOptions()}
          >
            <Icon icon="gear" />
          </Button>
        )}
      </div>
    </footer>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../clippings/store.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import type { Settings } from '../../settings/settings.ts';
import '../../ui/tokens.css';
import '../../ui/parts.css';
import { PageBar } from '../../ui/page-bar.tsx';
import { SkipLink } from '../../ui/skip-link.tsx';
import { useLog } from '../log/use-log.ts';
import { DataSection } from './data-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { MarksSection } from './marks-section.tsx';
import { ReminderSection } from './reminder-section.tsx';
import { TagsSection } from './tags-section.tsx';
import { TaughtSection } from './taught-section.tsx';
import './options.css';

interface OptionsPageProps {
  client: ViewClient;
  store: Store;
  /** The clock, for tests. */
  now?: () => Date;
}

const clock = (): Date => new Date();

/** Settings. Every one takes effect as it is changed; there is nothing to save. */
export function OptionsPage({ client, store, now = clock }: OptionsPageProps) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [trouble, setTrouble] = useState('');
  const log = useLog(store);

  useEffect(() => {
    client
      .loadSettings()
      .then(setSettings, (error: unknown) =>
        setTrouble(`Your settings could not be read: ${words(error)} Open this page again.`),
      );
  }, [client]);

  const change = (part: Partial<Settings>): void => {
    if (settings === null) return;
    setSettings({ ...settings, ...part });
    // From what is stored, not from what this page read: the log page keeps its views there too.
    const save = async (): Promise<void> =>
      client.saveSettings({ ...(await client.loadSettings()), ...part });
    save().then(
      () => setTrouble(''),
      (error: unknown) => {
        // What is shown is what stands: a switch that did not take goes back.
        setSettings(settings);
        setTrouble(`That setting could not be saved: ${words(error)} It is as it was before.`);
      },
    );
  };

  return (
    <>
      <SkipLink target="settings">Skip to settings</SkipLink>
      <PageBar here="options" />
      <main class="settings" id="settings" tabIndex={-1}>
        <h1>Settings</h1>
        <p class="trouble" role="alert">
          {trouble}
        </p>
        <MarksSection settings={settings} change={change} />
        <TagsSection settings={settings} change={change} />
        <TaughtSection
          settings={settings}
          change={change}
          clippings={log.phase === 'ready' ? log.log.clippings : null}
        />
        <ReminderSection settings={settings} change={change} />
        <DataSection client={client} store={store} state={log} now={now} />
        <KeysSection client={client} />
      </main>
    </>
  );
}

const words = (error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(said) ? said : `${said}.`;
};

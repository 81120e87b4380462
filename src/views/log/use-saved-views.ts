import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ViewClient } from '../../messages/view-client.ts';

/** A part of the log that the reader gave a name: `view` is its fragment of the page's address. */
export interface SavedView {
  name: string;
  view: string;
}

export interface SavedViewsControl {
  views: readonly SavedView[];
  /** What went wrong, as a sentence, or nothing. */
  trouble: string;
  /** Changes the list as it is stored, which another page may have changed. Resolves with whether it was saved. */
  change(edit: (views: readonly SavedView[]) => readonly SavedView[]): Promise<boolean>;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The reader's named views, kept with the settings on this device. */
export function useSavedViews(client: ViewClient): SavedViewsControl {
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const [trouble, setTrouble] = useState('');

  useEffect(() => {
    client.loadSettings().then(
      (settings) => setViews(settings.views ?? []),
      (error: unknown) => setTrouble(`Your views could not be read. ${wordsOf(error)}`),
    );
  }, [client]);

  const change = useCallback<SavedViewsControl['change']>(
    async (edit) => {
      try {
        const settings = await client.loadSettings();
        const next = [...edit(settings.views ?? [])];
        await client.saveSettings({ ...settings, views: next });
        setViews(next);
        setTrouble('');
        return true;
      } catch (error) {
        setTrouble(`Your views could not be saved, and are as they were. ${wordsOf(error)}`);
        return false;
      }
    },
    [client],
  );

  return { views, trouble, change };
}

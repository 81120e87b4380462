import type { ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import type { Store } from '../../clippings/store.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import type { MakeKind } from './export-kinds.ts';
import { ImportPage } from './import-page.tsx';
import { MakePage } from './make-page.tsx';
import { saveExport } from './save-export.ts';

/** What stands in the place of the list: a file that comes in, or something that is made of clippings. */
export type Away = { kind: 'file'; file: File } | { kind: MakeKind; clippings: readonly ClippingRow[] };

interface AwayPageProps {
  away: Away;
  store: Store;
  client: ViewClient;
  log: ReadingLog;
  now: Date;
  choose(file: File): void;
  leave(): void;
}

/** The page that stands in the place of the list. */
export const AwayPage = ({ away, store, client, log, now, choose, leave }: AwayPageProps) =>
  away.kind === 'file' ? (
    <ImportPage
      file={away.file}
      store={store}
      log={log}
      now={now}
      backup={async () => saveExport('json', await store.log(), now)}
      choose={choose}
      imported={(urls) => void client.clippingsChanged(urls)}
      leave={leave}
    />
  ) : (
    <MakePage kind={away.kind} clippings={away.clippings} client={client} log={log} now={now} leave={leave} />
  );

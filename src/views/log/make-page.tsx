import type { ClippingRow, ReadingLog } from '../../clippings/schema.ts';
import type { ViewClient } from '../../messages/view-client.ts';
import type { MakeKind } from './export-kinds.ts';
import { GuidePage } from './guide-page.tsx';
import { ReportPage } from './report-page.tsx';
import { TemplatePage } from './template-page.tsx';
import './make.css';

export interface MakePageProps {
  log: ReadingLog;
  /** Those in the view, or all, newest first. */
  clippings: readonly ClippingRow[];
  client: ViewClient;
  now: Date;
  leave(): void;
}

const PAGES = { guide: GuidePage, report: ReportPage, template: TemplatePage } as const;

/** The page on which something is made of clippings before it leaves the log. */
export function MakePage({ kind, ...props }: MakePageProps & { kind: MakeKind }) {
  const Page = PAGES[kind];
  return (
    <main class="make" id="list" tabIndex={-1}>
      <Page {...props} />
    </main>
  );
}

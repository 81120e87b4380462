import type { SetAsideRow } from '../../clippings/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/glyph.tsx';
import { download } from './download.ts';
import { counted } from './words.ts';

const NAMES: Readonly<Record<SetAsideRow['from'], string>> = {
  articles: 'Article',
  clippings: 'Clipping',
  reflections: 'Answer',
  import: 'Import',
};

/** A row as text, short enough to read; the file that can be saved has it whole. */
function glimpse(row: unknown): string {
  const text = JSON.stringify(row) ?? String(row);
  return text.length > 240 ? `${text.slice(0, 240)}…` : text;
}

/** Rows that were not taken, each with the reason and what it says, and the way to save them as they are. */
export function SetAsideTable({ rows, caption }: { rows: readonly SetAsideRow[]; caption: string }) {
  const save = (): void =>
    download('long-game-set-aside.json', 'application/json', `${JSON.stringify(rows, null, 2)}\n`);
  return (
    <>
      <table class="rowsout">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Why</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{NAMES[row.from]}</th>
              <td>{row.reason}</td>
              <td>
                <code>{glimpse(row.row)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="acts">
        <Button onClick={save}>Save {rows.length === 1 ? 'it' : 'them'} as a file</Button>
      </div>
    </>
  );
}

/** A line above the list while any row is set aside: what that means, and the rows themselves when asked for. */
export const SetAsideNotice = ({ rows }: { rows: readonly SetAsideRow[] }) => (
  <aside class="aside" aria-label="Rows set aside">
    <Icon icon="alert" />
    <details>
      <summary>{counted(rows.length, 'row')} set aside</summary>
      <SetAsideTable
        rows={rows}
        caption={
          rows.length === 1
            ? 'It could not be read or taken, and is kept as it was.'
            : 'They could not be read or taken, and are kept as they were.'
        }
      />
    </details>
  </aside>
);

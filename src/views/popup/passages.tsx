import type { Store } from '../../clippings/store.ts';
import { SelectionLine } from '../reading/clip-selection.tsx';
import { CopyClippings } from '../reading/copy-clippings.tsx';
import { TroubleLine } from '../reading/trouble-line.tsx';
import type { ArticleView } from '../reading/use-article.ts';
import { PassageRow } from './passage-row.tsx';

/** The passages and clippings of a page in reading order, under what concerns them all. */
export function Passages({
  view,
  store,
  selecting = false,
}: {
  view: ArticleView;
  store: Store;
  selecting?: boolean;
}) {
  const { clipper, clippings, rows, shown, selection, reading } = view;
  const url = reading?.page?.url;
  return (
    <>
      <TroubleLine>{clipper.trouble ?? clippings.trouble ?? view.refused}</TroubleLine>
      {selecting && <SelectionLine selection={selection} onClip={(request) => void clipper.clip(request)} />}
      {url && <CopyClippings store={store} url={url} count={clippings.rows.length} />}
      <p class="vh" role="status">
        {shown.length < rows.length && `${shown.length} of ${rows.length} shown`}
      </p>
      <ol class="passages">
        {shown.map((row) => (
          <PassageRow
            key={row.key}
            row={row}
            first={row.index !== null && view.first.includes(row.index)}
            clipper={clipper}
            onShow={view.showRow}
          />
        ))}
      </ol>
    </>
  );
}

import { Button } from '../../ui/button.tsx';
import type { ChangeView } from './use-view-query.ts';
import { EVERYTHING, isFiltered, type ViewQuery } from './view-query.ts';

interface NoMatchProps {
  query: ViewQuery;
  change: ChangeView;
  focusList(): void;
}

/** When no clipping is in the view: what was asked for, and the way back to all of them. */
export function NoMatch({ query, change, focusList }: NoMatchProps) {
  const onlyDue = query.due && !isFiltered({ ...query, due: false });
  return (
    <div class="nothing">
      <h2>{onlyDue ? 'Nothing is due' : 'No clipping matches'}</h2>
      <p>
        {onlyDue
          ? 'A question comes up a week after you clip, then further and further apart; three a day at most.'
          : 'Every word must begin a word of the quote, the note, the title or the site, or be near to one, and every filter must fit.'}
      </p>
      <div class="acts">
        <Button
          onClick={() => {
            change({ ...EVERYTHING });
            focusList();
          }}
        >
          Clear
        </Button>
      </div>
    </div>
  );
}

import { taughtTags } from '../../clippings/corrections.ts';
import type { ClippingRow } from '../../clippings/schema.ts';
import { tagName } from '../../framework/tag-names.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Switch } from '../../ui/switch.tsx';
import { EVERYTHING, printHash } from '../log/view-query.ts';
import { counted, listed } from '../log/words.ts';
import type { SettingsSectionProps } from './marks-section.tsx';

interface TaughtSectionProps extends SettingsSectionProps {
  /** Every clipping, or null until the log is open. */
  clippings: readonly ClippingRow[] | null;
}

/** Whether corrections are learned from, and what they have taught so far. */
export function TaughtSection({ settings, change, clippings }: TaughtSectionProps) {
  return (
    <section class="set" aria-labelledby="set-taught">
      <div class="set__words">
        <h2 id="set-taught">What you taught</h2>
        <p>
          Correct the tags of a clipping, and later pages are marked a little more your way. No tag moves far,
          and what you taught stays on this device.
        </p>
      </div>
      <div class="set__body">
        {settings && (
          <div class="lines">
            <Switch checked={settings.learn} onChange={(learn) => change({ learn })}>
              <span>
                Learn from my corrections
                <span class="hint">From the next page you read. Your clippings stay as they are.</span>
              </span>
            </Switch>
          </div>
        )}
        {settings && clippings && <Taught clippings={clippings} on={settings.learn} />}
      </div>
    </section>
  );
}

const timesWords = (count: number, what: string): string[] =>
  count === 0 ? [] : [`${what} ${count === 1 ? 'once' : counted(count, 'time')}`];

function Taught({ clippings, on }: { clippings: readonly ClippingRow[]; on: boolean }) {
  const taught = taughtTags(clippings);
  if (taught.length === 0)
    return <p class="hint">Nothing so far. To teach a tag, open a clipping and choose Correct tags.</p>;
  return (
    <>
      <ul class="taught">
        {taught.map(({ tag, given, taken }) => {
          const { group, name, shortName } = tagName(tag);
          return (
            <li key={tag} data-group={group} title={name}>
              <Glyph tag={tag} />
              <strong>{shortName}</strong>
              <span>{listed([...timesWords(given, 'added'), ...timesWords(taken, 'taken away')])}</span>
              <a href={`/log.html${printHash({ ...EVERYTHING, taught: tag })}`}>
                {counted(given + taken, 'clipping')}
                <span class="vh"> that taught {shortName}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <p class="hint">
        {on
          ? 'To take a lesson back, correct that clipping’s tags again.'
          : 'Learning is off: pages are marked as if you had taught nothing. Nothing here is lost.'}
      </p>
    </>
  );
}

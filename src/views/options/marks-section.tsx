import type { Settings } from '../../settings/settings.ts';
import { Switch } from '../../ui/switch.tsx';

/** Settings and the way to change a part of them; null until they are read. */
export interface SettingsSectionProps {
  settings: Settings | null;
  change(part: Partial<Settings>): void;
}

/** What is painted on a page. */
export const MarksSection = ({ settings, change }: SettingsSectionProps) => (
  <section class="set" aria-labelledby="set-marks">
    <div class="set__words">
      <h2 id="set-marks">Marks on the page</h2>
      <p>The page itself is never changed. Turn everything off and nothing is left behind.</p>
    </div>
    <div class="set__body">
      {settings && (
        <div class="lines">
          <Switch checked={settings.tint} onChange={(tint) => change({ tint })}>
            <span>Tint and underline sentences that carry a signal</span>
          </Switch>
          <Switch checked={settings.margin} onChange={(margin) => change({ margin })}>
            <span>
              Marks in the margin
              <span class="hint">Names where there is room, glyphs where there is not</span>
            </span>
          </Switch>
        </div>
      )}
    </div>
  </section>
);

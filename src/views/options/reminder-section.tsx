import { Switch } from '../../ui/switch.tsx';
import type { SettingsSectionProps } from './marks-section.tsx';

/** Whether the button says that a question waits. */
export const ReminderSection = ({ settings, change }: SettingsSectionProps) => (
  <section class="set" aria-labelledby="set-reminder">
    <div class="set__words">
      <h2 id="set-reminder">Questions</h2>
      <p>The reading log asks about what you kept: three a day at most, and none that you are done with.</p>
    </div>
    <div class="set__body">
      {settings && (
        <div class="lines">
          <Switch checked={settings.remind ?? false} onChange={(remind) => change({ remind })}>
            <span>
              Show on Long Game's button how many wait today
              <span class="hint">A number and no more. It is looked up once an hour.</span>
            </span>
          </Switch>
        </div>
      )}
    </div>
  </section>
);

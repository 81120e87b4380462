import type { ComponentChildren } from 'preact';
import type { TabReading } from '../../messages/tab-reading.ts';
import { Logo } from '../../ui/glyph.tsx';
import { Switch } from '../../ui/switch.tsx';
import { metaWords } from './words.ts';
import './head.css';

interface HeadProps {
  reading: TabReading;
  /** Shows and hides the marks; no switch without it. */
  onMarks?(on: boolean): void;
  children?: ComponentChildren;
}

/** The article's name, where it stands, and how long it takes. */
export const Head = ({ reading, onMarks, children }: HeadProps) => (
  <div class="head">
    <div class="head__mark">
      <Logo />
    </div>
    <div>
      <div class="head__line">
        <p class="meta">{reading.what === 'list' ? 'A list of stories' : metaWords(reading)}</p>
        {onMarks && (
          <Switch checked={reading.marks} onChange={onMarks}>
            Marks
          </Switch>
        )}
      </div>
      <h1 class="head__title">{reading.page?.title || reading.page?.site || 'This page'}</h1>
      {children}
    </div>
  </div>
);

import type { ComponentChildren } from 'preact';
import type { IconId } from '../framework/glyphs.ts';
import { Icon } from './glyph.tsx';
import './says.css';

interface SaysProps {
  icon: IconId;
  title: string;
  /** The heading's level, which depends on the page around it. */
  level?: 1 | 2 | 3;
  /** For errors: drawn in red, and announced at once. */
  trouble?: boolean;
  /** One sentence or more: what happened, and what is safe. */
  children: ComponentChildren;
}

/** What a view says when it has nothing to list: what happened, and what to do. */
export function Says({ icon, title, level = 1, trouble = false, children }: SaysProps) {
  const Heading = `h${level}` as const;
  return (
    <div class={trouble ? 'says says--trouble' : 'says'} role={trouble ? 'alert' : undefined}>
      <div class="says__mark">
        <Icon icon={icon} />
      </div>
      <div>
        <Heading class="says__title">{title}</Heading>
        {children}
      </div>
    </div>
  );
}

/** The buttons under what is said. */
export const SaysActs = ({ children }: { children: ComponentChildren }) => (
  <div class="says__acts">{children}</div>
);

/** Words for an engineer, folded under words for a person. */
export const Why = ({ children }: { children: ComponentChildren }) => (
  <details class="why">
    <summary>What happened</summary>
    <code>{children}</code>
  </details>
);

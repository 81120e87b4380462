import type { ComponentChildren } from 'preact';

interface TickProps {
  checked: boolean;
  change(checked: boolean): void;
  children: ComponentChildren;
  hint?: string;
}

/** A choice of a page on which something is made. */
export const Tick = ({ checked, change, children, hint }: TickProps) => (
  <label class="make__tick">
    <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
    <span>
      {children}
      {hint && <span class="hint">{hint}</span>}
    </span>
  </label>
);

import type { ComponentChildren } from 'preact';

interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ComponentChildren;
}

/** A setting that takes effect at once; its label is its children. */
export const Switch = ({ checked, onChange, children }: SwitchProps) => (
  <label class="switch">
    {children}{' '}
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  </label>
);

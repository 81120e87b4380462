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
      onChange={(event) => {
        const wanted = event.currentTarget.checked;
        // It shows what is so, and not what was asked for: what refuses leaves it where it was.
        event.currentTarget.checked = checked;
        onChange(wanted);
      }}
    />
  </label>
);

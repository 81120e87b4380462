import type { ButtonHTMLAttributes } from 'preact';

interface ButtonProps extends ButtonHTMLAttributes {
  /** `main` is the one filled button of a view; `text` is one among words; `danger` deletes. */
  kind?: 'plain' | 'main' | 'text' | 'danger' | 'icon';
  small?: boolean;
}

/** A button that never submits a form. */
export function Button({ kind = 'plain', small = false, class: extra, ...rest }: ButtonProps) {
  const names = ['btn', kind !== 'plain' && `btn--${kind}`, small && 'btn--small', extra];
  return <button {...rest} type="button" class={names.filter(Boolean).join(' ')} />;
}

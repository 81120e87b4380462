import { useId } from 'preact/hooks';
import { Icon } from '../../ui/glyph.tsx';

interface SearchFieldProps {
  text: string;
  onText(text: string): void;
}

/** Searches as the reader types. */
export function SearchField({ text, onText }: SearchFieldProps) {
  const id = useId();
  return (
    <search class="search">
      <label class="vh" for={id}>
        Search clippings, notes and articles
      </label>
      <Icon icon="search" />
      <input
        class="field"
        id={id}
        type="search"
        placeholder="Search the log"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </search>
  );
}

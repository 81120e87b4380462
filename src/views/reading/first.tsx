import type { ComponentChildren } from 'preact';

interface FirstProps {
  /** Indices of what to read first, ascending. */
  indices: readonly number[];
  what: 'article' | 'list';
  onShow(index: number): void;
}

/** What to read first: one sentence, its numbers leading to the place. Nothing when nothing stands out. */
export function First({ indices, what, onShow }: FirstProps) {
  if (indices.length === 0) return null;
  const [verb, noun] = what === 'list' ? ['Open', 'stor'] : ['Read', 'paragraph'];
  const ending = what === 'list' ? (indices.length === 1 ? 'y' : 'ies') : indices.length === 1 ? '' : 's';
  const parts: ComponentChildren[] = [];
  indices.forEach((index, at) => {
    if (at > 0) parts.push(at === indices.length - 1 ? ' and ' : ', ');
    parts.push(
      <button key={index} type="button" class="link" onClick={() => onShow(index)}>
        {index + 1}
      </button>,
    );
  });
  return (
    <p class="first">
      {verb} {noun}
      {ending} {parts}.
    </p>
  );
}

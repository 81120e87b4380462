import type { ClipRequest } from '../../messages/clip-request.ts';
import { Button } from '../../ui/button.tsx';
import { firstWords } from './words.ts';
import './clip-selection.css';

interface ClipSelectionProps {
  /** What is selected on the page; undefined until that is known. */
  selection: ClipRequest | null | undefined;
  onClip(request: ClipRequest): void;
}

/** A line above the passages, there while something is selected on the page. */
export function SelectionLine({ selection, onClip }: ClipSelectionProps) {
  if (!selection) return null;
  return (
    <div class="line">
      <p class="line__quote">{firstWords(selection.quote)}</p>
      <Button small onClick={() => onClip(selection)}>
        Clip selection
      </Button>
    </div>
  );
}

interface SelectionButtonProps extends ClipSelectionProps {
  /** Id of the words that say what would be clipped. */
  hint: string;
}

/** The button where there is nothing else to clip. */
export const SelectionButton = ({ selection, onClip, hint }: SelectionButtonProps) => (
  <Button disabled={!selection} aria-describedby={hint} onClick={() => selection && onClip(selection)}>
    Clip selection
  </Button>
);

/** What the button would keep, or why it can't. */
export const SelectionHint = ({ selection, id }: Pick<ClipSelectionProps, 'selection'> & { id: string }) => (
  <p class="hint" id={id}>
    {selection && <span class="line__quote">{firstWords(selection.quote)}</span>}
    {selection === null && 'Nothing is selected on the page.'}
  </p>
);

import type { TabReading } from '../../messages/tab-reading.ts';
import { counted, nounOf, progressWords } from './words.ts';

/** How far the reading is, in words before the bar. */
export function Progress({ reading }: { reading: TabReading }) {
  const found = nounOf(reading) === 'headline' ? 'headline' : 'passage';
  return (
    <>
      <label class="balance__words" for="progress">
        <strong>Reading.</strong> {progressWords(reading)}
      </label>
      <progress class="progress" id="progress" max={Math.max(1, reading.total)} value={reading.read} />
      <p class="hint">{counted(reading.passages.length, found)} so far</p>
    </>
  );
}

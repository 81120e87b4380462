import type { ReflectionRow } from '../../clippings/schema.ts';
import { dayWords } from './words.ts';

interface AnswersProps {
  answers: readonly ReflectionRow[];
  now: Date;
  labelledBy: string;
  /** Shows the question over each answer. */
  questions?: boolean;
}

const short = (iso: string, now: Date): string =>
  dayWords(iso, now).replace(/\p{L}{4,}/u, (month) => month.slice(0, 3));

/** Dated answers, oldest first. */
export const Answers = ({ answers, now, labelledBy, questions = false }: AnswersProps) => (
  <ul class="answers" aria-labelledby={labelledBy}>
    {answers.map(({ id, question, answer, answeredAt }) => (
      <li key={id}>
        <time dateTime={answeredAt}>{short(answeredAt, now)}</time>
        <span>
          {questions && <span class="asked">{question}</span>}
          <span class="said">{answer}</span>
        </span>
      </li>
    ))}
  </ul>
);

/** Sentences of our own to make pages from, so that no two paragraphs are alike. */
const SUBJECTS = ['The district', 'A panel of parents', 'The principal', 'Every ninth grader', 'The county'];
const VERBS = ['asked', 'decided', 'wondered', 'explained', 'feared'];
const ENDS = [
  'how artificial intelligence will change the jobs that students prepare for.',
  'why mistakes and setbacks are where the learning is.',
  'whether the timetable, with its bells and rows, was built for control.',
  'what the lunch menu would look like after the winter break.',
  'that competencies, not seat time, should be the evidence of learning.',
  'how trust and relationships among the staff could be rebuilt.',
  'what an economy without the mill would mean for the schools.',
];

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';

/** One paragraph of our own, always the same for the same number. */
export const paragraph = (n: number): string =>
  `Paragraph number ${n} begins here. ${pick(SUBJECTS, n)} ${pick(VERBS, n >> 1)} ${pick(ENDS, n)} ` +
  `In week ${n % 40}, ${pick(SUBJECTS, n + 3).toLowerCase()} ${pick(VERBS, n + 1)} ${pick(ENDS, n + 2)}`;

/** An article page with so many paragraphs. */
export const articlePage = (
  paragraphs: number,
  title = 'A long report on the schools of the county',
): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><article><h1>${title}</h1>${Array.from(
    { length: paragraphs },
    (_, n) => `<p>${paragraph(n)}</p>`,
  ).join('\n')}</article></main></body></html>`;

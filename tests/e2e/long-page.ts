/** Sentences of our own to make pages from: what such pages say, and some that say nothing of the kind. */
const SENTENCES = [
  'Artificial intelligence will change the jobs that students prepare for, and chatbots already write the essays that teachers are asked to grade.',
  'Employers say that half of the jobs they hire for today will be automated, and that careers will belong to workers who can learn new skills.',
  'Teachers treated every mistake as a chance to learn, gave feedback, and let students revise their work until they had grown from the failure.',
  'Students own their learning: they set goals, choose what to pursue, and reflect on how well they directed themselves.',
  'Bells, seat time and a pacing guide control the day, and the state mandates standardized tests that every school must comply with.',
  'The cafeteria will serve soup on Tuesday and the parking lot behind the gym is closed until the new asphalt has dried.',
  'Credits give way to competencies: students show mastery with evidence in a portfolio, and assessment follows the standard, not the calendar.',
  'Trust among the staff had to be rebuilt, and the principal spent the year on relationships, morale and the climate of the building.',
  'The economy of the county has changed, wages have fallen, inequality grows, and funding for schools shrinks with the industries that left.',
  'On Thursdays students leave the classroom for apprenticeships and internships with mentors in the community, in museums and in hospitals.',
  'The whole community came together to write a shared vision for learning, a common purpose that stretches every school.',
  'Children of poor families and students with disabilities still lack access, and the equity gap in opportunity grows with every grade.',
];
const SUBJECTS = [
  'The superintendent',
  'A panel of parents',
  'One principal',
  'Every ninth grader',
  'The county',
];

const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';

/** A paragraph that speaks to nothing, always the same for the same number. */
const plainParagraph = (n: number): string =>
  `Paragraph number ${n} begins here. The soup of week ${n % 40} was lentil, the bus of route ${n % 13} came at ten past, ` +
  `and door ${n % 29} of the gym was painted green by the time the rain had stopped and the visitors had gone home.`;

/** One paragraph of our own that speaks to two ideas, always the same for the same number, and like no other. */
export const paragraph = (n: number): string =>
  `Paragraph number ${n} begins here. ${pick(SENTENCES, n)} ${pick(SUBJECTS, n >> 1)} said so in week ${n % 40}. ` +
  `${pick(SENTENCES, n * 5 + 3)}`;

const TITLE = 'A long report on the schools of the county';

/** An article page with so many paragraphs, every so many of which speak to something. */
export const articlePage = (paragraphs: number, every = 1): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><main><article><h1>${TITLE}</h1>${Array.from(
    { length: paragraphs },
    (_, n) => `<p>${n % every === 0 ? paragraph(n) : plainParagraph(n)}</p>`,
  ).join('\n')}</article></main></body></html>`;

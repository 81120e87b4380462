import { countedTags } from '../clippings/counted-tags.ts';
import type { ClippingRow, ReadingLog } from '../clippings/schema.ts';
import { withEveryArticle } from '../clippings/with-every-article.ts';
import { tagById } from '../framework/tags.ts';
import { dayOf } from './day.ts';
import { quoted } from './export-markdown.ts';
import { inlineText, link, textLines } from './markdown-text.ts';
import { reflectionsByClipping } from './reflections-of.ts';
import { sourceParts, titleOf } from './source-words.ts';

/** What goes into a discussion guide with each passage. */
export interface GuideParts {
  question: boolean;
  lines: boolean;
  tags: boolean;
  /** The reader's own notes and answers: off unless turned on. */
  notes: boolean;
}

/** One passage to talk about. */
export interface Talk {
  id: string;
  quote: string;
  title: string;
  url: string;
  source: string;
  /** From the framework, by the passage's tags; empty where none is asked. */
  question: string;
  /** Lines to write on. */
  lines: number;
  tags: string[];
  note: string;
  answers: { question: string; answer: string }[];
}

export interface Guide {
  title: string;
  /** How many passages there are, and the day. */
  about: string;
  talks: Talk[];
}

/** Questions for a passage that carries no tag, or whose own have all been asked. */
const OPEN_QUESTIONS = [
  'What in this is true here, and how would we know?',
  'Who in our schools would disagree with this, and what would they say?',
  'What would we try within a month if we believed this?',
  'What would we have to stop doing to make room for this?',
] as const;

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const;

/**
 * A guide for people who have not read the articles: quotes word for word with their sources, and a question each. No
 * question is put twice while there is another.
 *
 * @param clippings in the order in which they are to be talked about
 */
export function guideOf(
  log: ReadingLog,
  clippings: readonly ClippingRow[],
  title: string,
  parts: GuideParts,
  now: Date,
): Guide {
  const articles = new Map(
    withEveryArticle({ ...log, clippings: [...clippings] }).articles.map((row) => [row.url, row]),
  );
  const answersTo = reflectionsByClipping(log.reflections);
  const asked = new Set<string>();
  const talks = clippings.flatMap((clipping): Talk[] => {
    const article = articles.get(clipping.articleUrl);
    if (article === undefined) return [];
    const question = parts.question ? nextQuestion(clipping, asked) : '';
    asked.add(question);
    return [
      {
        id: clipping.id,
        quote: clipping.quote,
        title: titleOf(article),
        url: article.url,
        source: sourceParts(article).join(', '),
        question,
        lines: parts.lines ? 3 : 0,
        tags: parts.tags ? countedTags(clipping).map((tag) => tagById(tag).shortName) : [],
        note: parts.notes ? clipping.note : '',
        answers: parts.notes ? answersTo(clipping).map(({ question, answer }) => ({ question, answer })) : [],
      },
    ];
  });
  const count = NUMBERS[talks.length] ?? String(talks.length);
  return {
    title: title.trim() === '' ? 'Discussion guide' : title.trim(),
    about: `${count} ${talks.length === 1 ? 'passage' : 'passages'} to talk about. ${dayOf(now.toISOString())}`,
    talks,
  };
}

/** The first question of the clipping's tags that was not put yet; then an open one. */
function nextQuestion(clipping: ClippingRow, asked: ReadonlySet<string>): string {
  const lists = countedTags(clipping).map((tag) => tagById(tag).questions);
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  const own = Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
  const all = [...own, ...OPEN_QUESTIONS];
  return all.find((question) => !asked.has(question)) ?? all[asked.size % all.length] ?? OPEN_QUESTIONS[0];
}

/** A guide as Markdown, to be pasted into a document. Room for answers is an empty line. */
export function guideMarkdown({ title, about, talks }: Guide): string {
  const blocks = talks.flatMap((talk, at) => [
    `## ${at + 1}`,
    quoted(talk.quote),
    [link(talk.title, talk.url), ...(talk.source === '' ? [] : [inlineText(talk.source)])].join(', '),
    talk.tags.length === 0 ? '' : `Tags: ${talk.tags.map(inlineText).join(', ')}`,
    talk.question === '' ? '' : `**${inlineText(talk.question)}**`,
    labelled('Note', talk.note),
    ...talk.answers.flatMap(({ question, answer }) => [
      labelled('Asked', question),
      labelled('Answer', answer),
    ]),
  ]);
  return `${[`# ${inlineText(title)}`, about, ...blocks].filter((part) => part !== '').join('\n\n')}\n`;
}

function labelled(label: string, text: string): string {
  const lines = textLines(text);
  return lines.length === 0 ? '' : `**${label}:** ${lines.join('\n')}`;
}

import type { ClippingTag } from '../clippings/schema.ts';
import { TAG_IDS, type TagId } from '../framework/tag-ids.ts';
import { tagName } from '../framework/tag-names.ts';
import { isRecord } from './import-read.ts';

/** What an annotation's bodies say. */
export interface AnnotationBodies {
  tags: ClippingTag[];
  note: string;
  answers: { id: unknown; question: string; answer: string; created: unknown }[];
}

const NAMED: ReadonlyMap<string, TagId> = new Map(
  TAG_IDS.flatMap((id) =>
    [id, tagName(id).shortName, tagName(id).name].map((name) => [name.toLowerCase(), id] as const),
  ),
);

/**
 * Sorts the bodies of a W3C annotation: tags of ours, answers to questions of ours, and everything else that is text,
 * which becomes the note. Tags that are not ours are named at the end of the note.
 */
export function bodiesOf(annotation: Readonly<Record<string, unknown>>): AnnotationBodies {
  const tags = new Map<TagId, ClippingTag>();
  const others: string[] = [];
  const notes: string[] = [];
  const answers: AnnotationBodies['answers'] = [];
  const { body, bodyValue } = annotation;
  for (const one of [...(Array.isArray(body) ? body : [body]), bodyValue]) {
    const text = isRecord(one) ? wordsIn(one) : typeof one === 'string' ? one : '';
    if (text === '' && !isAnswer(one)) continue;
    if (isRecord(one) && purposesOf(one).includes('tagging')) {
      const tag = tagOf(one, text);
      if (tag === null) others.push(text);
      else if (!tags.has(tag.tag)) tags.set(tag.tag, tag);
    } else if (isAnswer(one))
      answers.push({ id: one.id, question: one['lg:question'], answer: text, created: one.created });
    else notes.push(text);
  }
  if (others.length > 0) notes.push(`Tags in the file: ${others.join(', ')}`);
  return { tags: [...tags.values()], note: notes.join('\n\n'), answers };
}

const isAnswer = (body: unknown): body is Record<string, unknown> & { 'lg:question': string } =>
  isRecord(body) && purposesOf(body).includes('replying') && typeof body['lg:question'] === 'string';

const purposesOf = ({ purpose }: Record<string, unknown>): unknown[] =>
  Array.isArray(purpose) ? purpose : [purpose];

/** A body's text; of one that is elsewhere on the web its address. */
function wordsIn(body: Record<string, unknown>): string {
  for (const value of [body.value, body.source, body.id]) if (typeof value === 'string') return value;
  return '';
}

function tagOf(body: Record<string, unknown>, text: string): ClippingTag | null {
  const own = typeof body['lg:tag'] === 'string' ? body['lg:tag'] : text;
  const tag = NAMED.get(own.trim().toLowerCase());
  if (tag === undefined) return null;
  const { 'lg:confidence': confidence, 'lg:word': word } = body;
  if (
    typeof confidence === 'number' &&
    confidence >= 0 &&
    confidence <= 1 &&
    (word === 'clear' || word === 'likely' || word === 'perhaps')
  )
    return { tag, source: 'model', confidence, word };
  return { tag, source: 'reader' };
}

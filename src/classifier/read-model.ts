import { TAG_IDS } from '../framework/tag-ids.ts';
import {
  type Calibration,
  FORMAT,
  GRAM_BYTES,
  idfOf,
  type Judgement,
  type LinearModel,
  MAGIC,
  type ModelHead,
  PREAMBLE_BYTES,
  type Surroundings,
} from './model-file.ts';
import { EXTRA_FEATURES } from './vector.ts';

const TAGS = TAG_IDS.length;
const ROW_BYTES = 2 * TAGS;

const bad = (what: string): Error =>
  new Error(`The model file cannot be used: ${what}. Reinstall Long Game, or run "npm run train" again.`);

/**
 * FNV-1a over 32-bit little-endian words, filled up with zeros: four times as quick as over bytes, and no change within
 * one word goes unseen. Unsigned 32-bit.
 */
export function checksum(bytes: Uint8Array): number {
  const whole = bytes.length >>> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, whole);
  const rest = new Uint8Array(4);
  rest.set(bytes.subarray(4 * whole));
  let hash = 0x811c9dc5;
  for (let at = 0; at < whole; at += 1) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  return Math.imul(hash ^ new DataView(rest.buffer).getUint32(0, true), 0x01000193) >>> 0;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${where} is missing`);
  return { ...value };
}

function numberOf(value: unknown, where: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw bad(`${where} is not a number`);
  return value;
}

function perTag<T>(value: unknown, where: string, read: (item: unknown, where: string) => T): T[] {
  if (!Array.isArray(value) || value.length !== TAGS)
    throw bad(`${where} is not one for each of ${TAGS} tags`);
  return value.map((item: unknown, tag) => read(item, `${where} of ${TAG_IDS[tag]}`));
}

function calibrationOf(value: unknown, where: string): Calibration {
  const fields = fieldsOf(value, where);
  return {
    own: numberOf(fields.own, where),
    title: numberOf(fields.title, where),
    neighbours: numberOf(fields.neighbours, where),
    offset: numberOf(fields.offset, where),
  };
}

function judgementOf(value: unknown, where: string): Judgement {
  const fields = fieldsOf(value, where);
  const cases = fieldsOf(fields.calibrations, `${where}: calibration`);
  const calibrations = (name: Surroundings): Calibration[] =>
    perTag(cases[name], `${where}: calibration (${name})`, calibrationOf);
  return {
    calibrations: {
      alone: calibrations('alone'),
      title: calibrations('title'),
      neighbours: calibrations('neighbours'),
      both: calibrations('both'),
    },
    perhaps: perTag(fields.perhaps, `${where}: threshold`, numberOf),
    likely: numberOf(fields.likely, `${where}: threshold of likely`),
    clear: numberOf(fields.clear, `${where}: threshold of clear`),
  };
}

function headOf(json: unknown): ModelHead {
  const head = fieldsOf(json, 'its head');
  const judgements = fieldsOf(head.judgements, 'the thresholds');
  const rule = fieldsOf(head.sentenceRule, 'the rule for sentences');
  const tags = perTag(head.tags, 'tag', (item, where) => {
    const tag = TAG_IDS.find((id) => id === item);
    if (!tag) throw bad(`${where} is not known`);
    return tag;
  });
  if (tags.some((tag, at) => tag !== TAG_IDS[at])) throw bad('its tags are in another order');
  return {
    name: String(head.name),
    tags,
    texts: numberOf(head.texts, 'the number of texts'),
    biases: perTag(head.biases, 'bias', numberOf),
    scales: perTag(head.scales, 'scale', numberOf),
    judgements: {
      paragraph: judgementOf(judgements.paragraph, 'paragraphs'),
      headline: judgementOf(judgements.headline, 'headlines'),
    },
    sentenceRule: {
      own: numberOf(rule.own, 'the rule for sentences'),
      passage: numberOf(rule.passage, 'the rule for sentences'),
      best: numberOf(rule.best, 'the rule for sentences'),
      offset: numberOf(rule.offset, 'the rule for sentences'),
    },
  };
}

function parseHead(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(bad('its head is damaged').message, { cause: error });
  }
}

/**
 * Reads and checks a model file. The model's tables lie in the bytes given, which are the model's from now on: a copy of
 * millions of bytes would be felt at the first click.
 *
 * @throws Error with a sentence for people when the file is cut short, changed, of another format or not a model
 */
export function readModel(file: ArrayBuffer | Uint8Array<ArrayBuffer>): LinearModel {
  const given = new Uint8Array(file);
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (bytes.length < PREAMBLE_BYTES || view.getUint32(0, true) !== MAGIC) throw bad('it is not a model');
  const format = view.getUint32(4, true);
  if (format !== FORMAT) throw bad(`it has format ${format}, and this version reads format ${FORMAT}`);
  const headBytes = view.getUint32(8, true);
  const count = view.getUint32(12, true);
  const expected = PREAMBLE_BYTES + headBytes + count * GRAM_BYTES + (count + EXTRA_FEATURES) * ROW_BYTES;
  if (headBytes % 4 !== 0 || bytes.length !== expected) {
    throw bad(`it has ${bytes.length} bytes where ${expected} were expected`);
  }
  if (checksum(bytes.subarray(PREAMBLE_BYTES)) !== view.getUint32(16, true))
    throw bad('its contents were changed');
  let at = PREAMBLE_BYTES;
  const head = headOf(parseHead(bytes.subarray(at, at + headBytes)));
  at += headBytes;
  const place = (): number => bytes.byteOffset + at;
  const features = new Uint32Array(bytes.buffer, place(), count);
  at += count * 4;
  const counts = new Uint16Array(bytes.buffer, place(), count);
  at += count * 2;
  const weights = new Int16Array(bytes.buffer, place(), (count + EXTRA_FEATURES) * TAGS);
  return { head, features, counts, idf: idfOf(counts, head.texts), weights };
}

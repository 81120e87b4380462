import type { CorpusPassage } from '../../../src/classifier/training/corpus.ts';
import type { Labels } from '../../../src/classifier/training/passages.ts';
import { seededRandom } from '../../../src/classifier/training/random.ts';
import type { SignalId, TagId } from '../../../src/framework/tag-ids.ts';

const SAYS: Partial<Record<TagId, string[]>> = {
  ai: ['robot arms', 'a chatbot', 'algorithms that decide', 'machine learning', 'driverless vans'],
  jobs: [
    'hiring at the plant',
    'wages and careers',
    'laid-off welders',
    'job centres',
    'employers who recruit',
  ],
  culture: [
    'staff morale',
    'trust among teachers',
    'a kinder climate',
    'burnout in the staffroom',
    'belonging',
  ],
};
const FILL = ['the bus route', 'a new roof', 'parking', 'the lunch menu', 'a bake sale', 'the school band'];
const FRAMES = [
  'Last week people here talked about X.',
  'It was X that filled the meeting.',
  'Nobody expected X to come up.',
  'For an hour we heard of X.',
];

/** A little corpus of made-up paragraphs in six beats: three tags that are easy to tell, the rest never there. */
export function smallCorpus(paragraphs = 240): CorpusPassage[] {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const sentence = (about: string) => pick(FRAMES).replace('X', about);
  return Array.from({ length: paragraphs }, (_, at) => {
    const tag = ([null, 'ai', 'jobs', 'culture'] as const)[at % 4];
    const said = tag && SAYS[tag] ? [pick(SAYS[tag]), pick(SAYS[tag])] : [pick(FILL), pick(FILL)];
    const sentences = [sentence(pick(FILL)), ...said.map(sentence)];
    const signals: Labels['signals'] =
      tag === 'ai' || tag === 'jobs' ? { [tag satisfies SignalId]: [1, 2] } : {};
    const labels: Labels = { tags: tag ? [tag] : [], signals };
    const article = `b${at % 6}-${Math.floor(at / 24)}`;
    return {
      id: `p${at}`,
      sentences,
      cut: true,
      context: {},
      text: sentences.join(' '),
      title: `News of ${pick(FILL)}`,
      article,
      beat: `b${at % 6}`,
      register: 'web',
      third: null,
      source: article,
      second: labels,
      ...labels,
    };
  });
}

/**
 * `npm run bench -- [--runs N]`: how fast and how large. Every time is a median with its 95th percentile, printed and
 * never asserted: machines differ, so compare the ratios. Ends with one line of JSON.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Meaning } from '../../src/classifier/meaning.ts';
import { Scorer } from '../../src/classifier/score.ts';
import { shippedClassifier, shippedModel } from '../../src/classifier/training/shipped.ts';
import { MEANING_FEATURES } from '../../src/classifier/vector.ts';
import { wordsOf } from '../../src/classifier/words.ts';
import { ClippingIndex } from '../../src/clippings/search.ts';
import { describe } from '../../src/selectors/describe.ts';
import { createFinder } from '../../src/selectors/find-quote.ts';
import { paragraph } from '../e2e/long-page.ts';
import { madeUpLog } from '../e2e/made-up-log.ts';
import { sizesOf, sizeTable } from '../run/sizes.mjs';
import { clickToPainted } from './click-to-painted.ts';
import { logPageFigures } from './log-page.ts';
import { measure, type Times, timesOf } from './times.ts';

const BUILT = fileURLToPath(new URL('../../.output/chrome-mv3/manifest.json', import.meta.url));
const ARTICLE = 60;
const SCREEN = 6;
const CLIPPINGS = 350;
const PAGE_CHARACTERS = 200_000;
const LOG = 10_000;
const LOGS = [1000, LOG, 100_000];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs takes a whole number of at least 1, not ${values.runs}.`);
  process.exit(2);
}
if (!existsSync(BUILT)) {
  console.error('There is no built extension to measure. Run `npm run build` first.');
  process.exit(2);
}

const rows: { what: string; times: Times; ratio?: number }[] = [];

const { warm, cold, memory } = await clickToPainted(runs);
rows.push({ what: 'click to painted, warm', times: timesOf(warm) });
rows.push({ what: 'click to painted, cold background', times: timesOf(cold) });

rows.push({ what: 'load the model', times: await measure(runs, shippedClassifier) });
const classifier = await shippedClassifier();
let read = 0;
// Never the same paragraph twice: the classifier keeps what it read last.
const passagesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    read += 1;
    return { index, text: paragraph(read), kind: 'paragraph' as const };
  });
const classify = async (count: number) => {
  for await (const tagged of classifier.classify(passagesOf(count))) void tagged;
};
rows.push({ what: 'classify a paragraph', times: await measure(runs * 5, () => classify(1)) });
rows.push({ what: `classify a screen of ${SCREEN}`, times: await measure(runs, () => classify(SCREEN)) });
rows.push({ what: `classify an article of ${ARTICLE}`, times: await measure(runs, () => classify(ARTICLE)) });
// The same article by the n-grams' weights alone: what the encoder and the lexicon cost.
const scorer = new Scorer(await shippedModel());
const nothing: Meaning = {
  whole: new Float32Array(MEANING_FEATURES),
  parts: [],
  wordShares: () => new Float64Array(),
};
rows.push({
  what: `n-grams alone, article of ${ARTICLE}`,
  times: await measure(runs, async () => {
    for (const { text } of passagesOf(ARTICLE))
      scorer.analyse({ words: wordsOf(text), hits: [], meaning: nothing, sentences: [] });
  }),
});

const paragraphs = Array.from({ length: 2000 }, (_, n) => paragraph(n));
const text = paragraphs.join(' ').slice(0, PAGE_CHARACTERS);
const all = Array.from({ length: CLIPPINGS }, (_, n) => {
  const start = Math.floor((n * (PAGE_CHARACTERS - 400)) / CLIPPINGS);
  return describe(text, start, start + 160);
});
const edited = text.replaceAll(' the ', ' a ');
rows.push({
  what: `anchor ${CLIPPINGS}, page unchanged`,
  times: await measure(runs, async () => {
    const finder = createFinder(text);
    for (const selectors of all) finder.find(selectors);
  }),
});
rows.push({
  what: `anchor ${CLIPPINGS}, every quote edited`,
  times: await measure(Math.min(runs, 3), async () => {
    const finder = createFinder(edited);
    for (const selectors of all) finder.find(selectors);
  }),
});

const now = new Date('2026-11-24T12:00:00Z');
/** Of each size, the times and memory of the log: what grows with it, and what does not. */
const growth: Record<number, Record<string, number>> = {};
for (const size of LOGS) {
  const few = Math.max(2, Math.min(runs, Math.floor((runs * LOG) / size)));
  const log = madeUpLog(size, now);
  const index = new ClippingIndex();
  const first = await measure(few, async () => new ClippingIndex().search(log, { text: 'harbor wages' }));
  for (const _ of index.prepare(log)) void _;
  const again = await measure(few * 5, async () => index.search(log, { text: 'harbor wages' }));
  const mistyped = await measure(few * 5, async () => index.search(log, { text: 'habror wages' }));
  const page = await logPageFigures(size, few);
  const of = `of ${size.toLocaleString('en-GB')}`;
  rows.push({ what: `search ${of}, first time`, times: first });
  rows.push({ what: `search ${of}, prepared`, times: again });
  rows.push({ what: `search ${of}, a word mistyped`, times: mistyped });
  rows.push({ what: `log page ${of}, first clippings`, times: timesOf(page.firstPaint) });
  rows.push({ what: `log page ${of}, all of it read`, times: timesOf(page.whole) });
  rows.push({ what: `log page ${of}, a letter to its rows`, times: timesOf(page.search) });
  rows.push({ what: `log page ${of}, longest scroll frame`, times: timesOf(page.scroll) });
  growth[size] = {
    searchFirst: first.median,
    search: again.median,
    firstPaint: timesOf(page.firstPaint).median,
    whole: timesOf(page.whole).median,
    memory: page.memory,
    rowsDrawn: page.drawn,
  };
}

const ms = (n: number) => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`.padStart(11);
console.log(`${'what'.padEnd(44)}${'median'.padStart(11)}${'95 %'.padStart(11)}  runs`);
for (const { what, times } of rows)
  console.log(`${what.padEnd(44)}${ms(times.median)}${ms(times.p95)}  ${times.runs}`);

const medianOf = (what: string) => rows.find((row) => row.what.startsWith(what))?.times.median ?? Number.NaN;
const ratios = {
  coldToWarm: medianOf('click to painted, cold') / medianOf('click to painted, warm'),
  articleToParagraph: medianOf('classify an article') / medianOf('classify a paragraph'),
  articleToGrams: medianOf('classify an article') / medianOf('n-grams alone'),
  editedToUnchanged: medianOf(`anchor ${CLIPPINGS}, every`) / medianOf(`anchor ${CLIPPINGS}, page`),
  firstSearchToAgain: (growth[LOG]?.searchFirst ?? Number.NaN) / (growth[LOG]?.search ?? Number.NaN),
};
console.log(
  `\nRatios: cold to warm ${ratios.coldToWarm.toFixed(2)}, article to paragraph ${ratios.articleToParagraph.toFixed(1)}, ` +
    `article to n-grams alone ${ratios.articleToGrams.toFixed(1)}, edited to unchanged ${ratios.editedToUnchanged.toFixed(1)}, first search to the next ${ratios.firstSearchToAgain.toFixed(1)}`,
);

console.log(`Memory of the background after ${runs} articles: ${(memory / 1_000_000).toFixed(1)} MB`);

console.log(`\nWhat grows with the log, against ${LOGS[0]?.toLocaleString('en-GB')} clippings`);
for (const what of Object.keys(growth[LOG] ?? {})) {
  const cells = LOGS.map((size) => {
    const [value, least] = [growth[size]?.[what] ?? Number.NaN, growth[LOGS[0] ?? 0]?.[what] ?? Number.NaN];
    const figure = what === 'memory' ? `${(value / 1_000_000).toFixed(1)} MB` : value.toFixed(1);
    return `${figure} (×${(value / least).toFixed(1)})`.padStart(22);
  });
  console.log(what.padEnd(16) + cells.join(''));
}

const sizes = sizesOf('chrome-mv3');
console.log(`\nSizes for Chromium, uncompressed\n${sizeTable(sizes).join('\n')}`);
console.log(
  JSON.stringify({
    times: Object.fromEntries(rows.map(({ what, times }) => [what, times])),
    ratios,
    growth,
    memory,
    bytes: Object.fromEntries(sizes.map(({ part, bytes: size }) => [part, size])),
  }),
);

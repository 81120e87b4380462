import { browser } from 'wxt/browser';
import { MeaningReader } from '../../src/classifier/meaning.ts';
import { createClassifier, type TeachableClassifier } from '../../src/classifier/passage-classifier.ts';
import { correctionsOf } from '../../src/clippings/corrections.ts';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import type { Store } from '../../src/clippings/store.ts';
import { studyMemory } from '../../src/messages/study-memory.ts';
import { Teacher } from '../../src/messages/teacher.ts';
import { loadSettings } from '../../src/settings/settings-storage.ts';

let loaded: Promise<TeachableClassifier> | null = null;
let opened: Promise<Store> | null = null;

/** What the classifier is loaded from. */
const PATHS = {
  'tags.bin': '/model/tags.bin',
  'lexicon.txt': '/model/lexicon.txt',
  'encoder.bin': '/model/encoder.bin',
  'encoder.wasm': '/model/encoder.wasm',
  'encoder-vocabulary.json': '/model/encoder-vocabulary.json',
} as const;

type ModelFile = keyof typeof PATHS;

async function modelFile(name: ModelFile): Promise<Response> {
  const response = await fetch(browser.runtime.getURL(PATHS[name]));
  if (!response.ok) throw new Error(`The model file ${name} answered ${response.status}.`);
  return response;
}

async function loadMeanings(): Promise<MeaningReader> {
  // Not compileStreaming: Firefox gives an extension's files no WebAssembly type.
  const [kernel, { body: weights }, vocabulary] = await Promise.all([
    modelFile('encoder.wasm').then(async (file) => WebAssembly.compile(await file.arrayBuffer())),
    modelFile('encoder.bin'),
    modelFile('encoder-vocabulary.json').then((file): Promise<unknown> => file.json()),
  ]);
  if (!weights) throw new Error('The model file encoder.bin is empty.');
  return MeaningReader.load({ kernel, weights, vocabulary });
}

async function load(): Promise<TeachableClassifier> {
  const [model, lexicon, meanings] = await Promise.all([
    modelFile('tags.bin').then((file) => file.arrayBuffer()),
    modelFile('lexicon.txt').then((file) => file.text()),
    loadMeanings(),
  ]);
  return createClassifier({ model, lexicon, meanings });
}

/** The classifier as it ships: loaded at the first reading, and again by the next one where that failed. */
function classifier(): Promise<TeachableClassifier> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** The reading log's store: opened at the first need, and again by the next one where that failed. */
export function store(): Promise<Store> {
  opened ??= openStore()
    .then((open) => {
      open.subscribe(() => teacher.changed(), new AbortController().signal);
      return open;
    })
    .catch((error: unknown) => {
      opened = null;
      throw error;
    });
  return opened;
}

/** What teaches the classifier before each reading. */
export const teacher = new Teacher({
  load: classifier,
  lessons: async () =>
    (await loadSettings()).learn ? correctionsOf((await (await store()).log()).clippings) : [],
  memory: studyMemory,
});

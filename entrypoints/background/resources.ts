import { browser } from 'wxt/browser';
import type { Classifier } from '../../src/classifier/classifier.ts';
import { MeaningReader } from '../../src/classifier/meaning.ts';
import { createClassifier } from '../../src/classifier/passage-classifier.ts';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import type { Store } from '../../src/clippings/store.ts';

let loaded: Promise<Classifier> | null = null;
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

async function load(): Promise<Classifier> {
  const [model, lexicon, meanings] = await Promise.all([
    modelFile('tags.bin').then((file) => file.arrayBuffer()),
    modelFile('lexicon.txt').then((file) => file.text()),
    loadMeanings(),
  ]);
  return createClassifier({ model, lexicon, meanings });
}

/** The classifier: loaded at the first reading, and again by the next one where that failed. */
export function classifier(): Promise<Classifier> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** The reading log's store: opened at the first need, and again by the next one where that failed. */
export function store(): Promise<Store> {
  opened ??= openStore().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

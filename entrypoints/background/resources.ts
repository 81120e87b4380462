import { browser } from 'wxt/browser';
import type { Classifier } from '../../src/classifier/classifier.ts';
import { createLinearClassifier } from '../../src/classifier/linear-classifier.ts';
import { openStore } from '../../src/clippings/indexed-db-store.ts';
import type { Store } from '../../src/clippings/store.ts';

let loaded: Promise<Classifier> | null = null;
let opened: Promise<Store> | null = null;

async function load(): Promise<Classifier> {
  const response = await fetch(browser.runtime.getURL('/model/linear.bin'));
  if (!response.ok) throw new Error(`The model file answered ${response.status}.`);
  return createLinearClassifier(await response.arrayBuffer());
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

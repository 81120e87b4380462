import { z } from 'zod/mini';
import { clippingRow, rowId, selectors } from '../clippings/schema.ts';
import { settings } from '../settings/settings.ts';
import { clipRequest } from './clip-request.ts';
import { tabReading, taggedPassage } from './tab-reading.ts';

const offset = z.number().check(z.int(), z.nonnegative());
const tabId = z.number().check(z.int());

const passageInput = z.object({
  index: offset,
  text: z.string(),
  kind: z.enum(['paragraph', 'headline']),
  context: z.optional(
    z.object({
      title: z.optional(z.string()),
      before: z.optional(z.string()),
      after: z.optional(z.string()),
    }),
  ),
});

/** Content script → background, one request, one answer. */
export const pageRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('clip'), clip: clipRequest }),
  z.object({ type: z.literal('unclip'), id: rowId }),
  z.object({ type: z.literal('clippings-here'), canonical: z.string() }),
  /** The language of a text, given what the page declares. */
  z.object({ type: z.literal('language'), sample: z.string(), declared: z.nullable(z.string()) }),
  /** Looks for quotes in the page's text, off the page's own thread. */
  z.object({
    type: z.literal('locate'),
    text: z.string(),
    quotes: z.array(z.object({ id: rowId, selectors })),
  }),
  z.object({
    type: z.literal('anchored'),
    results: z.array(z.object({ id: rowId, state: z.enum(['exact', 'near', 'not-found']) })),
  }),
  /** The highlights' style sheet is put into the page, or taken out again. */
  z.object({ type: z.literal('style'), on: z.boolean() }),
  /** The style sheets that only the content script can put where they are needed. */
  z.object({ type: z.literal('sheets') }),
  z.object({ type: z.literal('settings') }),
  /** The document goes: its state is forgotten. */
  z.object({ type: z.literal('leave'), document: z.string() }),
  z.object({ type: z.literal('state'), reading: tabReading }),
]);

/** Popup, panel, log → background. Only from this extension's own pages. */
export const viewRequest = z.discriminatedUnion('type', [
  /** Read the tab: puts the content script in where it is not yet; `again` where a reading stopped or failed. */
  z.object({ type: z.literal('read-tab'), tabId, force: z.boolean(), again: z.boolean() }),
  /** Clippings changed: pages that show them are told. */
  z.object({ type: z.literal('clippings-changed'), articleUrls: z.array(z.string()) }),
]);

/** Content script → background over the port `reading`; a new port after a killed worker goes on where it stopped. */
export const readingRequest = z.object({
  type: z.literal('classify'),
  passages: z.array(passageInput),
});

/** Background → content script over the same port. */
export const readingAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tagged'), passages: z.array(taggedPassage) }),
  z.object({ type: z.literal('failed'), message: z.string(), detail: z.string() }),
]);

/** Views and background → content script of a tab. */
export const pageCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('show'), index: offset }),
  z.object({ type: z.literal('show-clipping'), id: z.string() }),
  z.object({ type: z.literal('marks'), on: z.boolean() }),
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('read'), force: z.boolean() }),
  z.object({ type: z.literal('toggle') }),
  z.object({ type: z.literal('say-again') }),
  /** Answer: a `ClipRequest` for what is selected, or null. */
  z.object({ type: z.literal('selection') }),
  /** Answer: a `ClipRequest` for a passage, or null. */
  z.object({ type: z.literal('passage'), index: offset }),
  z.object({ type: z.literal('clippings'), clippings: z.array(clippingRow) }),
  z.object({ type: z.literal('settings'), settings }),
]);

export type PageRequest = z.infer<typeof pageRequest>;
export type ViewRequest = z.infer<typeof viewRequest>;
export type ReadingRequest = z.infer<typeof readingRequest>;
export type ReadingAnswer = z.infer<typeof readingAnswer>;
export type PageCommand = z.infer<typeof pageCommand>;

/** What the background answers to a request: done, with what was asked for, or a sentence that says why not. */
export type Answer<T = null> = { ok: true; value: T } | { ok: false; message: string };

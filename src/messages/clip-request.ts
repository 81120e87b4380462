import { z } from 'zod/mini';
import { clippingTag, selectors } from '../clippings/schema.ts';
import { pageIdentity } from './tab-reading.ts';

/** A quote to keep, as the page describes it. Its visited address is set by the browser's word, not by the page's. */
export const clipRequest = z.object({
  page: pageIdentity,
  quote: z.string(),
  selectors,
  block: z.nullable(z.number().check(z.int(), z.nonnegative())),
  tags: z.array(clippingTag),
});

export type ClipRequest = z.infer<typeof clipRequest>;

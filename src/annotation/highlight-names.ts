import { SIGNAL_IDS, type SignalId } from '../framework/tag-ids.ts';
import type { Tone } from './background-colour.ts';

/**
 * How a signal sentence is painted: the tint as it is, the tint with a colour for text that could not be read on it,
 * or for large type the underline alone.
 */
export type Paint = 'plain' | 'ink' | 'large';

/** The registry name of a signal's paint; entrypoints/page.css has a rule for each. */
export const signalName = (signal: SignalId, paint: Paint, tone: Tone): string =>
  `lg-${signal}${paint === 'plain' ? '' : `-${paint}`}-on-${tone}`;

/** The words of a clipping that no mark stands beside. */
export const keptName = (tone: Tone): string => `lg-kept-on-${tone}`;

/** What was scrolled to, for a moment. */
export const flashName = (tone: Tone): string => `lg-flash-on-${tone}`;

const TONES: readonly Tone[] = ['light', 'dark'];
const PAINTS: readonly Paint[] = ['plain', 'ink', 'large'];

/** Every registry name that is ours. */
export const HIGHLIGHT_NAMES: readonly string[] = TONES.flatMap((tone) => [
  ...SIGNAL_IDS.flatMap((signal) => PAINTS.map((paint) => signalName(signal, paint, tone))),
  keptName(tone),
  flashName(tone),
]);

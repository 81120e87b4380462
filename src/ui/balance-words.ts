import type { Balance } from '../framework/balance.ts';

const passages = (count: number): string => (count === 1 ? '1 passage' : `${count} passages`);

/** How many passages a balance counts. */
export const totalOf = ({ long, short, neither }: Balance): number => long + short + neither;

/**
 * The balance's sentence where the bar and the three counts stand beside it: the larger count and the whole.
 * Equal counts are even; where no passage is on either side there is nothing to lean.
 */
export function balanceWords(balance: Balance): string {
  const { long, short, neither } = balance;
  const total = totalOf(balance);
  if (long === 0 && short === 0) {
    return total === 1 ? '1 passage, on neither side.' : `${total} passages, on neither side.`;
  }
  if (long === short) return `Even: ${long} long, ${short} short, ${neither} neither.`;
  const [game, count] = long > short ? ['long', long] : ['short', short];
  return `Leans to the ${game} game: ${passages(count)} of ${total}.`;
}

/** The same where there is no bar: all three counts are in the sentence. */
export function balanceWordsAlone(balance: Balance): string {
  const { long, short, neither } = balance;
  if (long === short) return balanceWords(balance);
  const other = long > short ? `${short} short` : `${long} long`;
  return `${balanceWords(balance).slice(0, -1)}, ${other}, ${neither} neither.`;
}

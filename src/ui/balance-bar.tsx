import type { Balance } from '../framework/balance.ts';
import { balanceWords } from './balance-words.ts';

const PARTS = [
  { key: 'short', label: 'Short game' },
  { key: 'neither', label: 'Neither' },
  { key: 'long', label: 'Long game' },
] as const;

interface BalanceBarProps {
  balance: Balance;
  /** The sentence, where it is not which way the balance leans. */
  words?: string;
}

/** The balance as a sentence, a bar that proves it, and the three counts. A part that counts none is left out. */
export function BalanceBar({ balance, words }: BalanceBarProps) {
  const parts = PARTS.filter(({ key }) => balance[key] > 0);
  return (
    <figure class="balance">
      <figcaption class="balance__words">{words ?? balanceWords(balance)}</figcaption>
      <div class="balance__bar" aria-hidden="true">
        {parts.map(({ key }) => (
          <i key={key} class={`balance__${key}`} style={{ '--n': balance[key] }} />
        ))}
      </div>
      <div class="balance__ends">
        {parts.map(({ key, label }) => (
          <span key={key} style={{ '--n': balance[key] }}>
            {label} {balance[key]}
          </span>
        ))}
      </div>
    </figure>
  );
}

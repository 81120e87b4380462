/** A small seeded generator (mulberry32): the same seed gives the same prose on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  `teacher student future robot county board evening question harvest window ladder orchard timetable
  apprentice machine garden signal river council budget winter lantern copper station meadow kettle notebook workshop
  bridge paper neighbour engine compass harbour library market ribbon shadow village weather yellow answer basket candle
  descend explain fasten gather handle imagine journey knitting linger measure notice observe prepare quarrel repair
  settle travel uncover venture wander argue borrow collect decide examine follow govern hurry invent joined`
    .split(/\s+/)
    .filter(Boolean);

/** Sentences of made-up English, about `length` characters long. */
export function prose(length: number, seed: number): string {
  const next = random(seed);
  const word = () => WORDS[Math.floor(next() * WORDS.length)] ?? 'word';
  let text = '';
  while (text.length < length) {
    const words = Array.from({ length: 6 + Math.floor(next() * 14) }, word);
    const sentence = words.join(' ');
    text += `${text === '' ? '' : ' '}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  }
  return text;
}

/**
 * A text as the features see it, with the way back. Unit `i` of `text` came from the UTF-16 range
 * `starts[i]` to `ends[i]` of the original.
 */
export interface Normalised {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

/** One letter or sign with the marks that stand on it: these must be composed together. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/suy;
/** No mark stands below this code unit. */
const FIRST_MARK = 0x300;
const ASCII = 0x80;

/** Not there for a reader: soft hyphen, zero-width space, joiners, word joiner, byte order mark, direction marks. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

const foldSigns = (cluster: string): string =>
  cluster
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[\u2018-\u201B\u2032\u02BC`\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ');

const foldAll = (cluster: string): string => foldSigns(cluster).toLowerCase();

/**
 * Folds what does not change a text's meaning: Unicode compatibility forms (NFKC, UAX 15), case, curly quotes,
 * dashes, soft hyphens and other invisible characters, kinds of white space. Never throws: a lone surrogate
 * stays as it is.
 *
 * @param letterCase whether capitals stay as they are
 */
export function normalise(original: string, letterCase: 'fold' | 'keep' = 'fold'): Normalised {
  const fold = letterCase === 'fold' ? foldAll : foldSigns;
  const folded = new Map<string, string>();
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at);
    let cluster = original.charAt(at);
    // Nearly all of an English text takes this short way.
    if (unit >= ASCII || original.charCodeAt(at + 1) >= FIRST_MARK) {
      CLUSTER.lastIndex = at;
      cluster = CLUSTER.exec(original)?.[0] ?? cluster;
    }
    let text = folded.get(cluster);
    if (text === undefined) {
      text = fold(cluster);
      folded.set(cluster, text);
    }
    parts.push(text);
    for (let unitOfText = 0; unitOfText < text.length; unitOfText += 1) {
      starts.push(at);
      ends.push(at + cluster.length);
    }
    at += cluster.length;
  }
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

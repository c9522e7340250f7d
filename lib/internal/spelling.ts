/** How surely a name that is not known has to be a known one written wrong. */
export interface Nearness {
  /** True where it may be a name of somebody else's: only what can hardly be meant otherwise is near then. */
  readonly strict: boolean;
}

/**
 * The known name that was meant, or nothing where none is near: the same but for case, hyphens and underscores, its
 * singular or plural, or few letters off. Of several that are equally near, the one of the same length, or
 * else the first.
 */
export function nearest(written: string, known: readonly string[], { strict }: Nearness): string | undefined {
  const word = bare(written);
  const words = known.map((name) => ({ name, word: bare(name) }));
  const same = words.find((one) => one.word === word);
  const counted = words.find((one) => singular(one.word) === singular(word));
  if (same ?? counted) return (same ?? counted)!.name;
  const near = words
    .filter((one) => Math.abs(one.word.length - word.length) <= MOST && !(strict && isOtherWord(word, one.word)))
    .map((one) => ({ ...one, far: distance(word, one.word), off: Math.abs(one.word.length - word.length) }))
    .filter((one) => one.far <= tolerated(one.word, strict))
    .sort((a, b) => a.far - b.far || a.off - b.off);
  return near[0]?.name;
}

/** Without what only ways of writing differ in: memoryLimit, MemoryLimit, memory_limit, memory-limit. */
export function bare(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

/** How many letters may be wrong, in a long name. */
const MOST = 3;

/** A letter that was replaced counts a little more: between two names that are one letter off, it is the rarer slip. */
const REPLACED = 1.1;

function tolerated(name: string, strict: boolean): number {
  return REPLACED * Math.min(strict ? MOST - 1 : MOST, Math.max(1, Math.floor(name.length / 4)));
}

/** Words that are likelier meant than the name that they are a letter short of. */
const WORDS = ['mode'];

/** Another letter in a short word makes another word: neither `train` is `drain`, nor `project` `protect`. */
function isOtherWord(written: string, name: string): boolean {
  if (WORDS.includes(written)) return true;
  const replaced = [...written].filter((letter, i) => letter !== name[i]).length;
  return name.length < 8 && written.length === name.length && replaced === 1;
}

/** Letters to add, take out, replace, or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : REPLACED));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length];
}

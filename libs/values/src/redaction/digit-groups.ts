/** Consecutive digits in a text. `to` is exclusive. */
export interface DigitGroup {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Characters between the previous group and this one; '' for the first group of a run. */
  readonly gap: string;
}

/** Maximum number of characters between two groups of one number. */
const gapMax = 3;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const hasLetter = /\p{L}/u;

/**
 * Returns runs of digit groups. Two groups belong to one run when at most three characters, none of them a letter,
 * separate them.
 */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let last: DigitGroup | null = null;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    const from = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    const gap: string = last === null ? '' : text.slice(last.to, from);
    const continues: boolean = last !== null && gap.length <= gapMax && !hasLetter.test(gap);
    last = { digits: text.slice(from, at), from, to: at, gap: continues ? gap : '' };
    if (continues) runs.at(-1)!.push(last);
    else runs.push([last]);
  }
  return runs;
}

/** Consecutive groups that together form a number of a given length. */
export interface GroupedNumber {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** Lengths of the groups, for example "6-5". */
  readonly shape: string;
  readonly gaps: readonly string[];
}

/** Returns the groups from `start` that together have exactly `length` digits; null when there are none. */
export function numberAt(run: readonly DigitGroup[], start: number, length: number): GroupedNumber | null {
  let digits = '';
  for (let at = start; at < run.length && digits.length < length; at += 1) {
    digits += run[at]!.digits;
    if (digits.length !== length) continue;
    const groups = run.slice(start, at + 1);
    return {
      digits,
      from: groups[0]!.from,
      to: groups.at(-1)!.to,
      shape: groups.map((group) => group.digits.length).join('-'),
      gaps: groups.slice(1).map(({ gap }) => gap),
    };
  }
  return null;
}

/** Returns whether the groups of a number end only at these positions, or each group is one digit. */
export function endsAt({ shape }: GroupedNumber, positions: ReadonlySet<number>): boolean {
  const lengths = shape.split('-').map(Number);
  if (lengths.every((length) => length === 1)) return true;
  let end = 0;
  return lengths.slice(0, -1).every((length) => positions.has((end += length)));
}

/** A number as a report and as the books write it, of lines that item, amount and days say are one. */
export interface SeenNumbers {
  readonly report: string;
  readonly booked: string;
}

/** What one side writes around the number that both mean: letters as they are, 9 for any digit. */
export interface Dress {
  readonly before: string;
  readonly after: string;
}

/** How a supplier's report writes invoice numbers, beside how the books do. */
export interface NumberForm {
  readonly report: Dress;
  readonly booked: Dress;
  /** Pairs of numbers that bear it out, and some of them. */
  readonly seen: number;
  readonly examples: readonly SeenNumbers[];
}

/** So many pairs of numbers must bear a form out, and so large a part of those that it could be of. */
const SEEN_MIN = 5;
const SHARE_MIN = 0.8;
/** What both sides mean has at least so many characters: fewer agree by chance. */
const CORE_MIN = 4;
const FORMS_MAX = 3;
const EXAMPLES_MAX = 3;

/** A number without spaces, in small letters. */
const written = (number: string): string => number.toLowerCase().replaceAll(/\s+/g, '');
const unpadded = (core: string): string => core.replaceAll(/[^\p{L}\p{N}]/gu, '').replace(/^0+/, '');
const patternOf = (text: string): string => text.replaceAll(/\p{N}/gu, '9');
const keyOf = ({ report, booked }: Pick<NumberForm, 'report' | 'booked'>): string =>
  [report.before, report.after, booked.before, booked.after].join('\n');

/**
 * Returns what both sides mean by a number that is dressed so; null where it is not. `F-23678` under the dress `f-` is `23678`; `13788/1` under `/9` behind is `13788`.
 */
export function undress(number: string, { before, after }: Dress): string | null {
  const text = written(number);
  if (text.length - before.length - after.length < 1) return null;
  const [head, tail] = [text.slice(0, before.length), text.slice(text.length - after.length)];
  if (patternOf(head) !== before || patternOf(tail) !== after) return null;
  return unpadded(text.slice(before.length, text.length - after.length)) || null;
}

/**
 * Returns the forms in which a supplier's reports and the books write the same numbers otherwise, most borne out first. A form is one that most pairs bear out that it could
 * be of, and that leaves different numbers different.
 */
export function learnForms(seen: readonly SeenNumbers[]): NumberForm[] {
  const pairs = [
    ...new Map(seen.map((pair) => [`${written(pair.report)}\n${written(pair.booked)}`, pair])).values(),
  ].filter(({ report, booked }) => unpadded(written(report)) !== unpadded(written(booked)));
  const forms: NumberForm[] = [];
  let left = pairs;
  while (forms.length < FORMS_MAX) {
    const counts = Map.groupBy(left.flatMap(dressesOf), keyOf);
    const candidates = [...counts.values()]
      .filter(({ length }) => length >= SEEN_MIN)
      .toSorted(
        (a, b) => b.length - a.length || sizeOf(a[0]!) - sizeOf(b[0]!) || keyOf(a[0]!).localeCompare(keyOf(b[0]!)),
      );
    const found = candidates.map(([form]) => form!).find((form) => isBorneOut(form, left));
    if (!found) break;
    const own = left.filter((pair) => meansSame(pair, found));
    forms.push({ ...found, seen: own.length, examples: own.slice(0, EXAMPLES_MAX) });
    left = left.filter((pair) => !own.includes(pair));
  }
  return forms;
}

const sizeOf = ({ report, booked }: Pick<NumberForm, 'report' | 'booked'>): number =>
  report.before.length + report.after.length + booked.before.length + booked.after.length;
const meansSame = ({ report, booked }: SeenNumbers, form: Pick<NumberForm, 'report' | 'booked'>): boolean => {
  const [left, right] = [undress(report, form.report), undress(booked, form.booked)];
  return left !== null && left === right;
};

/** Of the pairs whose numbers are both dressed so, nearly all mean the same; and those that the form says are one number are hardly ever several. */
function isBorneOut(form: Pick<NumberForm, 'report' | 'booked'>, pairs: readonly SeenNumbers[]): boolean {
  const could = pairs.filter(
    ({ report, booked }) => undress(report, form.report) !== null && undress(booked, form.booked) !== null,
  );
  const does = could.filter((pair) => meansSame(pair, form));
  if (does.length < SEEN_MIN || does.length < SHARE_MIN * could.length) return false;
  const numbers = new Set(does.map(({ booked }) => unpadded(written(booked))));
  return new Set(does.map(({ booked }) => undress(booked, form.booked))).size >= 0.95 * numbers.size;
}

/** The ways in which two numbers can be one in other dress: by the longest stretch that both have, with leading zeros of it or without. */
function dressesOf({ report, booked }: SeenNumbers): Pick<NumberForm, 'report' | 'booked'>[] {
  const [left, right] = [written(report), written(booked)];
  const core = longestCommon(left, right);
  if (core === null || unpadded(left.slice(core.left, core.left + core.length)).length < CORE_MIN) return [];
  const dress = (text: string, at: number): Dress => ({
    before: patternOf(text.slice(0, at)),
    after: patternOf(text.slice(at + core.length)),
  });
  const [one, other] = [dress(left, core.left), dress(right, core.right)];
  // Zeros before the number are nobody's dress: each side may have as many as it likes.
  const bare = (text: string, at: number, own: Dress): Dress =>
    /^0+$/.test(text.slice(0, at)) ? { ...own, before: '' } : own;
  return [{ report: bare(left, core.left, one), booked: bare(right, core.right, other) }];
}

function longestCommon(a: string, b: string): { left: number; right: number; length: number } | null {
  let best: { left: number; right: number; length: number } | null = null;
  let before = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j += 1) {
      if (a[i - 1] !== b[j - 1]) continue;
      const length = (before[j - 1] ?? 0) + 1;
      row[j] = length;
      if (length > (best?.length ?? 0)) best = { left: i - length, right: j - length, length };
    }
    before = row;
  }
  return best;
}

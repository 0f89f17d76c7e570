/**
 * An invoice number as written in a report and in the ledger, for lines that item, amount and days show to be the same.
 */
export interface NumberPair {
  readonly report: string;
  readonly booked: string;
}

/** Text around the common number on one side: letters literally, 9 for any digit. */
export interface NumberAffixes {
  readonly before: string;
  readonly after: string;
}

/** The notation of invoice numbers in a supplier's reports, and that of the ledger. */
export interface NumberForm {
  readonly report: NumberAffixes;
  readonly booked: NumberAffixes;
  /** Number of pairs that confirm it, and examples. */
  readonly seen: number;
  readonly examples: readonly NumberPair[];
}

/** Minimum number of pairs that confirm a form, and their minimum share of the pairs it could apply to. */
const CONFIRMATIONS_MIN = 5;
const CONFIRMED_SHARE_MIN = 0.8;
/** Minimum length of the common number: shorter ones agree by chance. */
const CORE_MIN = 4;
const FORMS_MAX = 3;
const EXAMPLES_MAX = 3;

/** Returns a number without spaces, in lower case. */
const normaliseNumber = (number: string): string => number.toLowerCase().replaceAll(/\s+/g, '');
const unpadded = (core: string): string => core.replaceAll(/[^\p{L}\p{N}]/gu, '').replace(/^0+/, '');
const patternOf = (text: string): string => text.replaceAll(/\p{N}/gu, '9');
const keyOf = ({ report, booked }: Pick<NumberForm, 'report' | 'booked'>): string =>
  [report.before, report.after, booked.before, booked.after].join('\n');

/**
 * Returns the common number within a notation; null where the number does not have it. `F-23678` with the prefix `f-`
 * is `23678`; `13788/1` with the suffix `/9` is `13788`.
 */
export function stripAffixes(number: string, { before, after }: NumberAffixes): string | null {
  const text = normaliseNumber(number);
  if (text.length - before.length - after.length < 1) return null;
  const [head, tail] = [text.slice(0, before.length), text.slice(text.length - after.length)];
  if (patternOf(head) !== before || patternOf(tail) !== after) return null;
  return unpadded(text.slice(before.length, text.length - after.length)) || null;
}

/**
 * Returns the forms in which reports and ledger write the same numbers differently, most confirmed first. A form must
 * be confirmed by most pairs that it applies to, and must keep different numbers different.
 */
export function learnForms(numberPairs: readonly NumberPair[]): NumberForm[] {
  const pairs = [
    ...new Map(
      numberPairs.map((pair) => [`${normaliseNumber(pair.report)}\n${normaliseNumber(pair.booked)}`, pair]),
    ).values(),
  ].filter(({ report, booked }) => unpadded(normaliseNumber(report)) !== unpadded(normaliseNumber(booked)));
  const forms: NumberForm[] = [];
  let left = pairs;
  while (forms.length < FORMS_MAX) {
    const counts = Map.groupBy(left.flatMap(possibleForms), keyOf);
    const candidates = [...counts.values()]
      .filter(({ length }) => length >= CONFIRMATIONS_MIN)
      .toSorted(
        (a, b) => b.length - a.length || sizeOf(a[0]!) - sizeOf(b[0]!) || keyOf(a[0]!).localeCompare(keyOf(b[0]!)),
      );
    const found = candidates.map(([form]) => form!).find((form) => isConfirmed(form, left));
    if (!found) break;
    const own = left.filter((pair) => meansSame(pair, found));
    forms.push({ ...found, seen: own.length, examples: own.slice(0, EXAMPLES_MAX) });
    left = left.filter((pair) => !own.includes(pair));
  }
  return forms;
}

const sizeOf = ({ report, booked }: Pick<NumberForm, 'report' | 'booked'>): number =>
  report.before.length + report.after.length + booked.before.length + booked.after.length;
const meansSame = ({ report, booked }: NumberPair, form: Pick<NumberForm, 'report' | 'booked'>): boolean => {
  const [left, right] = [stripAffixes(report, form.report), stripAffixes(booked, form.booked)];
  return left !== null && left === right;
};

/**
 * Returns true if nearly all pairs in both notations mean the same number, and numbers that the form makes equal are
 * hardly ever different.
 */
function isConfirmed(form: Pick<NumberForm, 'report' | 'booked'>, pairs: readonly NumberPair[]): boolean {
  const could = pairs.filter(
    ({ report, booked }) => stripAffixes(report, form.report) !== null && stripAffixes(booked, form.booked) !== null,
  );
  const does = could.filter((pair) => meansSame(pair, form));
  if (does.length < CONFIRMATIONS_MIN || does.length < CONFIRMED_SHARE_MIN * could.length) return false;
  const numbers = new Set(does.map(({ booked }) => unpadded(normaliseNumber(booked))));
  return new Set(does.map(({ booked }) => stripAffixes(booked, form.booked))).size >= 0.95 * numbers.size;
}

/**
 * Returns the forms that would make two numbers equal: from their longest common substring, with and without its
 * leading zeros.
 */
function possibleForms({ report, booked }: NumberPair): Pick<NumberForm, 'report' | 'booked'>[] {
  const [left, right] = [normaliseNumber(report), normaliseNumber(booked)];
  const core = longestCommon(left, right);
  if (core === null || unpadded(left.slice(core.left, core.left + core.length)).length < CORE_MIN) return [];
  const dress = (text: string, at: number): NumberAffixes => ({
    before: patternOf(text.slice(0, at)),
    after: patternOf(text.slice(at + core.length)),
  });
  const [one, other] = [dress(left, core.left), dress(right, core.right)];
  // Leading zeros belong to no notation: each side may have any number of them.
  const bare = (text: string, at: number, own: NumberAffixes): NumberAffixes =>
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

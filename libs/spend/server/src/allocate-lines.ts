import { scaled } from '@tallgrunn/values';

export interface PostedAmount {
  readonly batchId: string;
  readonly lineNo: number;
  readonly amount: string;
}

export interface InvoicedAmount {
  readonly lineNo: number;
  readonly amount: string;
}

/** Maximum number of sums tried per posting. This is enough for invoices of a few dozen lines. */
const SUMS_MAX = 20_000;
/** Amounts are compared in hundredths. */
const SCALE = 2;

/**
 * Allocates invoice lines to the postings they replace. A posting first gets lines that add up to exactly its amount.
 * Remaining lines go to the largest posting without lines. Posted amounts do not change: a remainder completes each
 * posting.
 */
export function allocateLines<L extends InvoicedAmount>(
  postings: readonly PostedAmount[],
  lines: readonly L[],
): Map<PostedAmount, L[]> {
  const allocated = new Map<PostedAmount, L[]>(postings.map((posting) => [posting, []]));
  let open = [...lines].sort((a, b) => compareAmounts(b.amount, a.amount) || a.lineNo - b.lineNo);
  const smallestFirst = [...postings].sort((a, b) => compareAmounts(a.amount, b.amount) || a.lineNo - b.lineNo);
  if (postings.length > 1) {
    for (const posting of smallestFirst) {
      const exact = linesWithSum(posting.amount, open);
      if (!exact) continue;
      allocated.set(posting, exact);
      open = open.filter((line) => !exact.includes(line));
    }
  }
  const unexplained = smallestFirst.filter((posting) => allocated.get(posting)!.length === 0);
  const largest = unexplained.at(-1) ?? smallestFirst.at(-1);
  if (largest && open.length > 0) allocated.get(largest)!.push(...open);
  return allocated;
}

/**
 * Returns lines whose amounts add up to a target, a single line if possible. Null when there are none, or when too many
 * sums would have to be tried.
 */
function linesWithSum<L extends InvoicedAmount>(target: string, open: readonly L[]): L[] | null {
  const wanted = scaled(target, SCALE);
  if (wanted === 0n) return null;
  const singleLine = open.find((line) => scaled(line.amount, SCALE) === wanted);
  if (singleLine) return [singleLine];
  const isSameSign = open.every((line) => scaled(line.amount, SCALE) * wanted >= 0n);
  // If all amounts have the same sign, a line larger than the target cannot be part of it.
  const lines = isSameSign ? open.filter((line) => compareAmounts(line.amount, target) <= 0) : open;
  const sums = new Map<bigint, { readonly line: L; readonly before: bigint }>();
  for (const line of lines) {
    const value = scaled(line.amount, SCALE);
    for (const before of [0n, ...sums.keys()]) {
      const total = before + value;
      if (total === 0n || sums.has(total)) continue;
      sums.set(total, { line, before });
      if (total === wanted) return pathTo(wanted, sums);
    }
    if (sums.size > SUMS_MAX) return null;
  }
  return null;
}

function pathTo<L>(target: bigint, sums: ReadonlyMap<bigint, { readonly line: L; readonly before: bigint }>): L[] {
  const path: L[] = [];
  for (let at = target; at !== 0n; at = sums.get(at)!.before) path.push(sums.get(at)!.line);
  return path;
}

function compareAmounts(a: string, b: string): number {
  const [left, right] = [a, b].map((amount) => scaled(amount, SCALE)).map((value) => (value < 0n ? -value : value)) as [
    bigint,
    bigint,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

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
  const taken = new Map<PostedAmount, L[]>(postings.map((posting) => [posting, []]));
  let open = [...lines].sort((a, b) => compareAmounts(b.amount, a.amount) || a.lineNo - b.lineNo);
  const smallestFirst = [...postings].sort((a, b) => compareAmounts(a.amount, b.amount) || a.lineNo - b.lineNo);
  if (postings.length > 1) {
    for (const posting of smallestFirst) {
      const exact = linesThatMake(posting.amount, open);
      if (!exact) continue;
      taken.set(posting, exact);
      open = open.filter((line) => !exact.includes(line));
    }
  }
  const unexplained = smallestFirst.filter((posting) => taken.get(posting)!.length === 0);
  const largest = unexplained.at(-1) ?? smallestFirst.at(-1);
  if (largest && open.length > 0) taken.get(largest)!.push(...open);
  return taken;
}

/**
 * Returns lines whose amounts add up to a target, a single line if possible. Null when there are none, or when too many
 * sums would have to be tried.
 */
function linesThatMake<L extends InvoicedAmount>(target: string, open: readonly L[]): L[] | null {
  const wanted = scaled(target, SCALE);
  if (wanted === 0n) return null;
  const alone = open.find((line) => scaled(line.amount, SCALE) === wanted);
  if (alone) return [alone];
  const oneWay = open.every((line) => scaled(line.amount, SCALE) * wanted >= 0n);
  // If all amounts have the same sign, a line larger than the target cannot be part of it.
  const lines = oneWay ? open.filter((line) => compareAmounts(line.amount, target) <= 0) : open;
  const ways = new Map<bigint, { readonly line: L; readonly before: bigint }>();
  for (const line of lines) {
    const value = scaled(line.amount, SCALE);
    for (const before of [0n, ...ways.keys()]) {
      const total = before + value;
      if (total === 0n || ways.has(total)) continue;
      ways.set(total, { line, before });
      if (total === wanted) return pathTo(wanted, ways);
    }
    if (ways.size > SUMS_MAX) return null;
  }
  return null;
}

function pathTo<L>(target: bigint, ways: ReadonlyMap<bigint, { readonly line: L; readonly before: bigint }>): L[] {
  const path: L[] = [];
  for (let at = target; at !== 0n; at = ways.get(at)!.before) path.push(ways.get(at)!.line);
  return path;
}

function compareAmounts(a: string, b: string): number {
  const [left, right] = [a, b].map((amount) => scaled(amount, SCALE)).map((value) => (value < 0n ? -value : value)) as [
    bigint,
    bigint,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

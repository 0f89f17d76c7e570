/** A report line that may be on an invoice. Amount in øre. */
export interface InvoiceLine {
  readonly id: number;
  readonly ore: number;
  /** True if the report names the invoice; false if it is inferred from lines of the same delivery. */
  readonly sure: boolean;
  /** True if the report has an equal line before it. */
  readonly again: boolean;
  /** Usual account of its item. */
  readonly account: string | null;
}

/** A posting of the invoice, in øre excl. VAT. */
export interface Posting {
  readonly id: number;
  readonly ore: number;
  readonly account: string | null;
  /** True for the remainder of a posting after the invoice's own lines. */
  readonly isRemainder?: boolean;
}

export interface Allocation {
  readonly report: number;
  readonly booked: number;
  /** Part of the line, if it is divided among postings; otherwise the whole line. */
  readonly ore?: number;
}

export interface InvoiceAllocation {
  readonly pairs: readonly Allocation[];
  /** `exact` to the øre, `near` within NOK 1 or 0.5 %, `off` where the number agrees and the sums do not. */
  readonly fit: 'exact' | 'near' | 'off';
  readonly reported: number;
  readonly booked: number;
}

/** Maximum number of lines to try in all combinations. */
const COMBINED_LINES_MAX = 16;
/** Maximum of lines × postings for a divided invoice. */
const DIVIDED_INVOICE_MAX = 400;

const sum = (list: readonly { readonly ore: number }[]): number => list.reduce((total, { ore }) => total + ore, 0);
const isNearlyEqual = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(100, 0.005 * Math.abs(b));

/**
 * Allocates report lines to the postings of one invoice. First selects the lines that add up to the invoice, to the
 * øre, from the named, the inferred and the duplicate ones. Then distributes them so that each posting adds up. Returns
 * null if no lines fit.
 */
export function allocateInvoice(lines: readonly InvoiceLine[], postings: readonly Posting[]): InvoiceAllocation | null {
  const settled = settle(lines, postings);
  if (settled?.fit !== 'off' || !postings.some(({ isRemainder }) => isRemainder)) return settled;
  // A remainder only accepts lines that add up to it, never lines of another sum.
  const whole = postings.filter(({ isRemainder }) => !isRemainder);
  return whole.length === 0 ? null : settle(lines, whole);
}

function settle(lines: readonly InvoiceLine[], postings: readonly Posting[]): InvoiceAllocation | null {
  const booked = sum(postings);
  const chosen = chooseLines(lines, booked);
  if (!chosen) return null;
  const reported = sum(chosen.lines);
  return {
    pairs:
      chosen.fit === 'off' && reported !== 0
        ? allocateDifferingLines(chosen.lines, postings, booked / reported)
        : allocateLines(chosen.lines, postings),
    fit: chosen.fit,
    reported,
    booked,
  };
}

function chooseLines(
  lines: readonly InvoiceLine[],
  booked: number,
): { lines: readonly InvoiceLine[]; fit: InvoiceAllocation['fit'] } | null {
  const sure = lines.filter((line) => line.sure);
  const once = (list: readonly InvoiceLine[]) => list.filter(({ again }) => !again);
  const sets = [sure, lines, once(sure), once(lines)].filter(({ length }) => length > 0);
  const exact =
    sets.find((set) => sum(set) === booked) ??
    completeSum(
      sure,
      lines.filter((line) => !line.sure || line.again),
      booked,
    );
  if (exact) return { lines: exact, fit: 'exact' };
  const near = sets.find((set) => isNearlyEqual(sum(set), booked));
  if (near) return { lines: near, fit: 'near' };
  return sure.length > 0 ? { lines: sure, fit: 'off' } : null;
}

/** Returns the certain lines plus those doubtful ones that complete the sum; undefined if none do. */
function completeSum(
  sure: readonly InvoiceLine[],
  doubtful: readonly InvoiceLine[],
  booked: number,
): readonly InvoiceLine[] | undefined {
  const base = sure.filter(({ again }) => !again);
  const found = findSubset(doubtful, booked - sum(base));
  return found && base.length + found.length > 0 ? [...base, ...found] : undefined;
}

/**
 * Returns a subset that adds up to the target, with as few lines left out as possible. Undefined when there is none, or
 * the list is too long.
 */
export function findSubset<T extends { readonly ore: number }>(list: readonly T[], target: number): T[] | undefined {
  if (list.length > COMBINED_LINES_MAX) return undefined;
  let best: { mask: number; size: number } | undefined;
  for (let mask = 0; mask < 1 << list.length; mask += 1) {
    let total = 0;
    let size = 0;
    for (let at = 0; at < list.length; at += 1) {
      if (mask & (1 << at)) {
        total += (list[at] as T).ore;
        size += 1;
      }
    }
    if (total === target && (best === undefined || size > best.size)) best = { mask, size };
  }
  return best && list.filter((_, at) => (best.mask & (1 << at)) !== 0);
}

/**
 * Assigns each line to a posting: by its usual account where that adds up, otherwise by subset sums. Where no lines add
 * up to any posting but all lines to all postings, the invoice is divided and every line is on each posting. Otherwise
 * the largest posting is used.
 */
function allocateLines(lines: readonly InvoiceLine[], postings: readonly Posting[]): Allocation[] {
  const [only] = postings;
  if (postings.length === 1 && only) return lines.map(({ id }) => ({ report: id, booked: only.id }));
  const pairs: Allocation[] = [];
  let restLines = [...lines];
  let restPostings = [...postings];
  const settle = (posting: Posting, own: readonly InvoiceLine[]) => {
    for (const { id } of own) pairs.push({ report: id, booked: posting.id });
    restLines = restLines.filter((line) => !own.includes(line));
    restPostings = restPostings.filter((each) => each !== posting);
  };
  for (const pick of [byAccountAndSum, byGroupSum, bySubset]) {
    for (let found = pick(restLines, restPostings); found; found = pick(restLines, restPostings))
      settle(found.posting, found.lines);
  }
  if (isDivided(restLines, restPostings)) return [...pairs, ...divideLines(restLines, restPostings)];
  if (restPostings.length === 0) restPostings = [...postings];
  const largest = restPostings.reduce((most, each) => (Math.abs(each.ore) > Math.abs(most.ore) ? each : most));
  for (const { id, account } of restLines)
    pairs.push({ report: id, booked: (restPostings.find((each) => each.account === account) ?? largest).id });
  return pairs;
}

/**
 * Returns true if the invoice is divided by shares. Subsets have been tried in all combinations for few lines; for many
 * lines, shares that are whole per cents are required.
 */
function isDivided(lines: readonly InvoiceLine[], postings: readonly Posting[]): boolean {
  const whole = sum(lines);
  if (
    lines.length === 0 ||
    postings.length < 2 ||
    lines.length * postings.length > DIVIDED_INVOICE_MAX ||
    postings.some(({ ore, isRemainder }) => isRemainder || ore < 0 !== whole < 0) ||
    sum(postings) !== whole
  )
    return false;
  return (
    lines.length <= COMBINED_LINES_MAX ||
    postings.every(({ ore }) => Math.abs(ore - (whole * Math.round((100 * ore) / whole)) / 100) <= lines.length)
  );
}

/**
 * Divides each line among the postings in proportion to their amounts. The first posting gets the rounding difference
 * of each line.
 */
function divideLines(lines: readonly InvoiceLine[], postings: readonly Posting[]): Allocation[] {
  const whole = sum(postings);
  return lines.flatMap(({ id, ore }) => {
    const parts = postings
      .slice(1)
      .map((posting) => ({ report: id, booked: posting.id, ore: Math.round((ore * posting.ore) / whole) }));
    return [
      {
        report: id,
        booked: (postings[0] as Posting).id,
        ore: ore - parts.reduce((total, part) => total + part.ore, 0),
      },
      ...parts,
    ];
  });
}

/**
 * Assigns lines where the sums differ: by the usual account of the item only. A group of lines must also have the same
 * ratio to its posting as the totals.
 */
function allocateDifferingLines(
  lines: readonly InvoiceLine[],
  postings: readonly Posting[],
  ratio: number,
): Allocation[] {
  const [only] = postings;
  if (postings.length === 1 && only) return lines.map(({ id }) => ({ report: id, booked: only.id }));
  const groups = [...Map.groupBy(lines, ({ account }) => account)];
  const pairs: Allocation[] = [];
  const open = new Set(postings);
  for (const fits of [
    (posting: Posting, account: string | null) => account !== null && posting.account === account,
    (posting: Posting, _: string | null, ore: number) =>
      Math.abs(posting.ore - ore * ratio) <= Math.max(100, 0.01 * Math.abs(posting.ore)),
  ]) {
    for (const [account, own] of groups) {
      if (pairs.some(({ report }) => report === own[0]?.id)) continue;
      const [posting, another] = [...open].filter((each) => fits(each, account, sum(own)));
      if (!posting || another) continue;
      open.delete(posting);
      for (const { id } of own) pairs.push({ report: id, booked: posting.id });
    }
  }
  return pairs;
}

type PostingLines = { posting: Posting; lines: readonly InvoiceLine[] } | undefined;

function byAccountAndSum(lines: readonly InvoiceLine[], postings: readonly Posting[]): PostingLines {
  for (const posting of postings) {
    const own = lines.filter(({ account }) => account !== null && account === posting.account);
    if (own.length > 0 && sum(own) === posting.ore) return { posting, lines: own };
  }
  return undefined;
}

/** Finds the lines of one usual account that are booked on another account. */
function byGroupSum(lines: readonly InvoiceLine[], postings: readonly Posting[]): PostingLines {
  for (const own of Map.groupBy(lines, ({ account }) => account).values()) {
    const posting = postings.find(({ ore }) => ore === sum(own));
    if (posting) return { posting, lines: own };
  }
  return undefined;
}

function bySubset(lines: readonly InvoiceLine[], postings: readonly Posting[]): PostingLines {
  if (postings.length < 2) return undefined;
  for (const posting of postings.toSorted((a, b) => Math.abs(a.ore) - Math.abs(b.ore))) {
    const own = findSubset(lines, posting.ore);
    if (own && own.length > 0 && own.length < lines.length) return { posting, lines: own };
  }
  return undefined;
}

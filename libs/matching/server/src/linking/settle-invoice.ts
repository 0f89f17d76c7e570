/** A line of a report that may stand on an invoice, øre. */
export interface InvoiceLine {
  readonly id: number;
  readonly ore: number;
  /** The report itself names the invoice; otherwise its neighbours do. */
  readonly sure: boolean;
  /** The report has the same line once before. */
  readonly again: boolean;
  /** The account its item is usually booked on. */
  readonly account: string | null;
}

/** A posting of the invoice, without VAT, øre. */
export interface Posting {
  readonly id: number;
  readonly ore: number;
  readonly account: string | null;
  /** What is left of a posting beside the invoice's own lines. */
  readonly isRemainder?: boolean;
}

export interface Settled {
  readonly report: number;
  readonly booked: number;
  /** Of the line, where it is divided among postings; else all of it. */
  readonly ore?: number;
}

export interface Settlement {
  readonly pairs: readonly Settled[];
  /** `exact` to the øre, `near` within a krone or half a per cent, `off` where the number is the same and the sums are not. */
  readonly fit: 'exact' | 'near' | 'off';
  readonly reported: number;
  readonly booked: number;
}

/** More lines than this are not tried in all combinations. */
const TRIED_MAX = 16;
/** Lines times postings of an invoice that is divided. */
const DIVIDED_MAX = 400;

const sum = (list: readonly { readonly ore: number }[]): number => list.reduce((total, { ore }) => total + ore, 0);
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(100, 0.005 * Math.abs(b));

/**
 * Which lines stand on which postings of one invoice. The lines that make the invoice's sum to the øre are looked for among those the
 * report names the invoice for, those its neighbours do, and those it has twice; then they are spread over the postings so that each adds up.
 */
export function settleInvoice(lines: readonly InvoiceLine[], postings: readonly Posting[]): Settlement | null {
  const settled = settle(lines, postings);
  if (settled?.fit !== 'off' || !postings.some(({ isRemainder }) => isRemainder)) return settled;
  // A remainder carries what it comes to, and never lines of another sum.
  const whole = postings.filter(({ isRemainder }) => !isRemainder);
  return whole.length === 0 ? null : settle(lines, whole);
}

function settle(lines: readonly InvoiceLine[], postings: readonly Posting[]): Settlement | null {
  const booked = sum(postings);
  const chosen = chooseLines(lines, booked);
  if (!chosen) return null;
  const reported = sum(chosen.lines);
  return {
    pairs:
      chosen.fit === 'off' && reported !== 0
        ? spreadApart(chosen.lines, postings, booked / reported)
        : spread(chosen.lines, postings),
    fit: chosen.fit,
    reported,
    booked,
  };
}

function chooseLines(
  lines: readonly InvoiceLine[],
  booked: number,
): { lines: readonly InvoiceLine[]; fit: Settlement['fit'] } | null {
  const sure = lines.filter((line) => line.sure);
  const once = (list: readonly InvoiceLine[]) => list.filter(({ again }) => !again);
  const sets = [sure, lines, once(sure), once(lines)].filter(({ length }) => length > 0);
  const exact =
    sets.find((set) => sum(set) === booked) ??
    tryAdding(
      sure,
      lines.filter((line) => !line.sure || line.again),
      booked,
    );
  if (exact) return { lines: exact, fit: 'exact' };
  const near = sets.find((set) => isNear(sum(set), booked));
  if (near) return { lines: near, fit: 'near' };
  return sure.length > 0 ? { lines: sure, fit: 'off' } : null;
}

/** The sure lines and some of the doubtful ones. */
function tryAdding(
  sure: readonly InvoiceLine[],
  doubtful: readonly InvoiceLine[],
  booked: number,
): readonly InvoiceLine[] | undefined {
  const base = sure.filter(({ again }) => !again);
  const found = subsetOf(doubtful, booked - sum(base));
  return found && base.length + found.length > 0 ? [...base, ...found] : undefined;
}

/** Some of the list that add up to the target; the fewest left out first. Undefined when none do, or the list is too long. */
export function subsetOf<T extends { readonly ore: number }>(list: readonly T[], target: number): T[] | undefined {
  if (list.length > TRIED_MAX) return undefined;
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
 * Each line on the posting it stands on: by its usual account where that adds up, else so that the sums do. Where no lines add up to any posting, and yet all to all,
 * the invoice is divided: every line stands on each. Else on the largest.
 */
function spread(lines: readonly InvoiceLine[], postings: readonly Posting[]): Settled[] {
  const [only] = postings;
  if (postings.length === 1 && only) return lines.map(({ id }) => ({ report: id, booked: only.id }));
  const pairs: Settled[] = [];
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
  if (isDivided(restLines, restPostings)) return [...pairs, ...divided(restLines, restPostings)];
  if (restPostings.length === 0) restPostings = [...postings];
  const largest = restPostings.reduce((most, each) => (Math.abs(each.ore) > Math.abs(most.ore) ? each : most));
  for (const { id, account } of restLines)
    pairs.push({ report: id, booked: (restPostings.find((each) => each.account === account) ?? largest).id });
  return pairs;
}

/** What could stand on one posting each has been looked for: of few lines in all ways. Of many, shares that are whole parts of a hundred say it. */
function isDivided(lines: readonly InvoiceLine[], postings: readonly Posting[]): boolean {
  const whole = sum(lines);
  if (
    lines.length === 0 ||
    postings.length < 2 ||
    lines.length * postings.length > DIVIDED_MAX ||
    postings.some(({ ore, isRemainder }) => isRemainder || ore < 0 !== whole < 0) ||
    sum(postings) !== whole
  )
    return false;
  return (
    lines.length <= TRIED_MAX ||
    postings.every(({ ore }) => Math.abs(ore - (whole * Math.round((100 * ore) / whole)) / 100) <= lines.length)
  );
}

/** Each line's part on each posting, as large as the posting is of the whole; what rounding leaves of a line goes with the first. */
function divided(lines: readonly InvoiceLine[], postings: readonly Posting[]): Settled[] {
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

/** Of sums that lie apart nothing says where a line stands, but the account its item is usually booked on; and of those of an account, that they lie as far apart as the whole does. */
function spreadApart(lines: readonly InvoiceLine[], postings: readonly Posting[], ratio: number): Settled[] {
  const [only] = postings;
  if (postings.length === 1 && only) return lines.map(({ id }) => ({ report: id, booked: only.id }));
  const groups = [...Map.groupBy(lines, ({ account }) => account)];
  const pairs: Settled[] = [];
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

type Found = { posting: Posting; lines: readonly InvoiceLine[] } | undefined;

function byAccountAndSum(lines: readonly InvoiceLine[], postings: readonly Posting[]): Found {
  for (const posting of postings) {
    const own = lines.filter(({ account }) => account !== null && account === posting.account);
    if (own.length > 0 && sum(own) === posting.ore) return { posting, lines: own };
  }
  return undefined;
}

/** The lines of one usual account, booked on another. */
function byGroupSum(lines: readonly InvoiceLine[], postings: readonly Posting[]): Found {
  for (const own of Map.groupBy(lines, ({ account }) => account).values()) {
    const posting = postings.find(({ ore }) => ore === sum(own));
    if (posting) return { posting, lines: own };
  }
  return undefined;
}

function bySubset(lines: readonly InvoiceLine[], postings: readonly Posting[]): Found {
  if (postings.length < 2) return undefined;
  for (const posting of postings.toSorted((a, b) => Math.abs(a.ore) - Math.abs(b.ore))) {
    const own = subsetOf(lines, posting.ore);
    if (own && own.length > 0 && own.length < lines.length) return { posting, lines: own };
  }
  return undefined;
}

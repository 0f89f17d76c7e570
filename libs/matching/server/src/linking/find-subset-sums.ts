/**
 * An unlinked report line without an invoice number, for one supplier and ledger. `day` counts days; keys are texts of
 * hashes.
 */
export interface UnlinkedLine {
  readonly id: number;
  readonly ore: number;
  readonly day: number;
  /** Report and buyer of the line, and its position among their lines of the same sign. */
  readonly list: string;
  readonly place: number;
  /** Keys shared with lines of the same delivery, closest first. */
  readonly keys: readonly (string | null)[];
  /** Usual cost centre of its site. */
  readonly costCentre: string | null;
}

/** A booked invoice that no report line names: the sum of its postings without fees. */
export interface UnlinkedInvoice {
  readonly invoice: string;
  readonly ore: number;
  readonly day: number;
  readonly costCentre: string | null;
}

export interface SubsetSum {
  readonly invoice: string;
  readonly lines: readonly number[];
  readonly by: 'same-delivery' | 'consecutive';
}

const BOOKING_DAYS_BEFORE = 10;
const BOOKING_DAYS_AFTER = 75;
/** Maximum number of consecutive lines tried together. */
const CONSECUTIVE_MAX = 120;

type Group = { readonly lines: readonly UnlinkedLine[]; readonly by: SubsetSum['by'] };

/**
 * Finds the lines whose sum equals an invoice, to the øre. The lines belong to one delivery, or are consecutive, as in
 * sales statistics sorted by customer. A set must be the only one for the invoice, and the invoice the only one for the
 * set. Where several fit, the usual cost centre decides.
 */
export function findSubsetSums(lines: readonly UnlinkedLine[], invoices: readonly UnlinkedInvoice[]): SubsetSum[] {
  const found: SubsetSum[] = [];
  let [restLines, restInvoices] = [lines, invoices];
  for (;;) {
    const taken = matchOnce(restLines, restInvoices);
    if (taken.length === 0) return found;
    found.push(...taken);
    const [used, done] = [new Set(taken.flatMap((set) => set.lines)), new Set(taken.map(({ invoice }) => invoice))];
    restLines = restLines.filter(({ id }) => !used.has(id));
    restInvoices = restInvoices.filter(({ invoice }) => !done.has(invoice));
  }
}

function matchOnce(lines: readonly UnlinkedLine[], invoices: readonly UnlinkedInvoice[]): SubsetSum[] {
  if (lines.length === 0 || invoices.length === 0) return [];
  for (const groupsOf of [
    groupByDelivery,
    (list: readonly UnlinkedLine[], sums: ReadonlySet<number>) => consecutiveGroups(list, sums),
  ]) {
    const sums = new Set(invoices.map(({ ore }) => ore));
    const taken = chooseUnique(groupsOf(lines, sums), invoices);
    if (taken.length > 0) return taken;
  }
  return [];
}

/** Returns the groups of lines with a common key, for each kind of key. */
function groupByDelivery(lines: readonly UnlinkedLine[], sums: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  const depth = lines[0]?.keys.length ?? 0;
  for (let level = 0; level < depth; level += 1) {
    for (const [key, own] of Map.groupBy(lines, ({ keys }) => keys[level] ?? null)) {
      if (key !== null && sums.has(own.reduce((total, { ore }) => total + ore, 0)))
        groups.push({ lines: own, by: 'same-delivery' });
    }
  }
  return groups;
}

/** Returns the groups of consecutive lines whose sum equals an invoice. */
function consecutiveGroups(lines: readonly UnlinkedLine[], sums: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  for (const own of Map.groupBy(lines, ({ list }) => list).values()) {
    const ordered = own.toSorted((a, b) => a.place - b.place);
    for (let from = 0; from < ordered.length; from += 1) {
      let total = 0;
      for (let at = from; at < Math.min(ordered.length, from + CONSECUTIVE_MAX); at += 1) {
        const line = ordered[at] as UnlinkedLine;
        if (at > from && line.place !== (ordered[at - 1] as UnlinkedLine).place + 1) break;
        total += line.ore;
        if (sums.has(total)) groups.push({ lines: ordered.slice(from, at + 1), by: 'consecutive' });
      }
    }
  }
  return groups;
}

const keyOf = ({ lines }: Group): string =>
  lines
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join(' ');

function chooseUnique(groups: readonly Group[], invoices: readonly UnlinkedInvoice[]): SubsetSum[] {
  const bySum = Map.groupBy([...new Map(groups.map((group) => [keyOf(group), group])).values()], ({ lines }) =>
    lines.reduce((total, { ore }) => total + ore, 0),
  );
  const matches = invoices.flatMap((invoice) =>
    (bySum.get(invoice.ore) ?? [])
      .filter((group) => fits(group, invoice))
      .map((group) => ({ invoice, group, atHome: isUsualCostCentre(group, invoice) })),
  );
  const best = preferUsualCostCentre(matches);
  const [perInvoice, perLine] = [
    countBy(best.map(({ invoice }) => invoice.invoice)),
    countBy(best.flatMap(({ group }) => group.lines.map(({ id }) => id))),
  ];
  return best
    .filter(
      ({ invoice, group }) =>
        perInvoice.get(invoice.invoice) === 1 && group.lines.every(({ id }) => perLine.get(id) === 1),
    )
    .map(({ invoice, group }) => ({ invoice: invoice.invoice, lines: group.lines.map(({ id }) => id), by: group.by }));
}

interface Match {
  readonly invoice: UnlinkedInvoice;
  readonly group: Group;
  readonly atHome: boolean | null;
}

/** Prefers, of several sets for an invoice, those of its usual cost centre. Excludes sets of other cost centres. */
function preferUsualCostCentre(matches: readonly Match[]): Match[] {
  const possible = matches.filter(({ atHome }) => atHome !== false);
  return [...Map.groupBy(possible, ({ invoice }) => invoice.invoice).values()].flatMap((own) => {
    const home = own.filter(({ atHome }) => atHome === true);
    return home.length > 0 ? home : own;
  });
}

function fits({ lines }: Group, { day }: UnlinkedInvoice): boolean {
  const last = Math.max(...lines.map((line) => line.day));
  const first = Math.min(...lines.map((line) => line.day));
  return day >= last - BOOKING_DAYS_BEFORE && day <= first + BOOKING_DAYS_AFTER;
}

/** Returns true if the usual cost centre of the lines is that of the invoice; null where it is unknown. */
function isUsualCostCentre({ lines }: Group, { costCentre }: UnlinkedInvoice): boolean | null {
  const places = [...new Set(lines.map((line) => line.costCentre).filter((place) => place !== null))];
  return costCentre === null || places.length === 0 ? null : places.every((place) => place === costCentre);
}

function countBy<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

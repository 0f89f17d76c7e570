/**
 * An unlinked report line without an invoice number, for one supplier and ledger. `day` counts days; keys are texts of
 * hashes.
 */
export interface LooseLine {
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
export interface LooseInvoice {
  readonly invoice: string;
  readonly ore: number;
  readonly day: number;
  readonly costCentre: string | null;
}

export interface FoundSet {
  readonly invoice: string;
  readonly lines: readonly number[];
  readonly by: 'same-delivery' | 'consecutive';
}

const DAYS_BEFORE = 10;
const DAYS_AFTER = 75;
/** Maximum number of consecutive lines tried together. */
const RUN_MAX = 120;

type Group = { readonly lines: readonly LooseLine[]; readonly by: FoundSet['by'] };

/**
 * Finds the lines whose sum equals an invoice, to the øre. The lines belong to one delivery, or are consecutive, as in
 * sales statistics sorted by customer. A set must be the only one for the invoice, and the invoice the only one for the
 * set. Where several fit, the usual cost centre decides.
 */
export function findSets(lines: readonly LooseLine[], invoices: readonly LooseInvoice[]): FoundSet[] {
  const found: FoundSet[] = [];
  let [restLines, restInvoices] = [lines, invoices];
  for (;;) {
    const taken = takeOnce(restLines, restInvoices);
    if (taken.length === 0) return found;
    found.push(...taken);
    const [used, done] = [new Set(taken.flatMap((set) => set.lines)), new Set(taken.map(({ invoice }) => invoice))];
    restLines = restLines.filter(({ id }) => !used.has(id));
    restInvoices = restInvoices.filter(({ invoice }) => !done.has(invoice));
  }
}

function takeOnce(lines: readonly LooseLine[], invoices: readonly LooseInvoice[]): FoundSet[] {
  if (lines.length === 0 || invoices.length === 0) return [];
  for (const groupsOf of [deliveries, (list: readonly LooseLine[], sums: ReadonlySet<number>) => runs(list, sums)]) {
    const sums = new Set(invoices.map(({ ore }) => ore));
    const taken = choose(groupsOf(lines, sums), invoices);
    if (taken.length > 0) return taken;
  }
  return [];
}

/** Returns the groups of lines with a common key, for each kind of key. */
function deliveries(lines: readonly LooseLine[], sums: ReadonlySet<number>): Group[] {
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
function runs(lines: readonly LooseLine[], sums: ReadonlySet<number>): Group[] {
  const groups: Group[] = [];
  for (const own of Map.groupBy(lines, ({ list }) => list).values()) {
    const ordered = own.toSorted((a, b) => a.place - b.place);
    for (let from = 0; from < ordered.length; from += 1) {
      let total = 0;
      for (let at = from; at < Math.min(ordered.length, from + RUN_MAX); at += 1) {
        const line = ordered[at] as LooseLine;
        if (at > from && line.place !== (ordered[at - 1] as LooseLine).place + 1) break;
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

function choose(groups: readonly Group[], invoices: readonly LooseInvoice[]): FoundSet[] {
  const bySum = Map.groupBy([...new Map(groups.map((group) => [keyOf(group), group])).values()], ({ lines }) =>
    lines.reduce((total, { ore }) => total + ore, 0),
  );
  const matches = invoices.flatMap((invoice) =>
    (bySum.get(invoice.ore) ?? [])
      .filter((group) => fits(group, invoice))
      .map((group) => ({ invoice, group, atHome: isAtHome(group, invoice) })),
  );
  const best = preferHome(matches);
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
  readonly invoice: LooseInvoice;
  readonly group: Group;
  readonly atHome: boolean | null;
}

/** Prefers, of several sets for an invoice, those of its usual cost centre. Excludes sets of other cost centres. */
function preferHome(matches: readonly Match[]): Match[] {
  const possible = matches.filter(({ atHome }) => atHome !== false);
  return [...Map.groupBy(possible, ({ invoice }) => invoice.invoice).values()].flatMap((own) => {
    const home = own.filter(({ atHome }) => atHome === true);
    return home.length > 0 ? home : own;
  });
}

function fits({ lines }: Group, { day }: LooseInvoice): boolean {
  const last = Math.max(...lines.map((line) => line.day));
  const first = Math.min(...lines.map((line) => line.day));
  return day >= last - DAYS_BEFORE && day <= first + DAYS_AFTER;
}

/** Returns true if the usual cost centre of the lines is that of the invoice; null where it is unknown. */
function isAtHome({ lines }: Group, { costCentre }: LooseInvoice): boolean | null {
  const places = [...new Set(lines.map((line) => line.costCentre).filter((place) => place !== null))];
  return costCentre === null || places.length === 0 ? null : places.every((place) => place === costCentre);
}

function countBy<K>(keys: readonly K[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

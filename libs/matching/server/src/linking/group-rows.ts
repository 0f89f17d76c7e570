/** A row that sums a product group, named in words. Amount in øre; `month` counts months. */
export interface GroupRow {
  readonly id: number;
  readonly ore: number;
  readonly month: number;
  readonly label: string;
}

/** An open booked line and its item. */
export interface GroupLine {
  readonly id: number;
  readonly ore: number;
  readonly month: number;
  readonly item: string;
}

export interface GroupMatch {
  readonly row: number;
  readonly lines: readonly number[];
}

/** Maximum number of items to try in all combinations: with more, sums agree by chance. */
const COMBINED_ITEMS_MAX = 14;
/** Months that the rows may be dated after the booked lines, most likely first. */
const LAGS = [0, 1, -1, 2] as const;

interface ItemTotal {
  readonly item: string;
  readonly ore: number;
  readonly lines: readonly number[];
}

interface Month {
  readonly rows: readonly GroupRow[];
  readonly parts: readonly ItemTotal[];
}

/**
 * Finds the booked lines that rows of product groups sum, for one supplier and buyer. An item is in one group, the same
 * in all months. The groups are learned from months in which all rows add up to all lines, to
 * the øre. An item that is the only possible content of a row also counts. A row is linked where the items of its group add up to it.
 */
export function groupRows(rows: readonly GroupRow[], lines: readonly GroupLine[]): GroupMatch[] {
  const byLag = LAGS.map((lag) => monthsOf(rows, lines, lag));
  const closed = byLag.map((months) => months.filter(isClosed));
  const most = closed.reduce((best, months, at) => (months.length > (closed[best]?.length ?? 0) ? at : best), 0);
  const groupOf = learnGroups(closed[most] ?? []);
  return (byLag[most] ?? []).flatMap(({ rows: own, parts }) =>
    own.flatMap((row): GroupMatch[] => {
      const its = parts.filter(({ item }) => groupOf.get(item) === row.label);
      return its.length > 0 && total(its) === row.ore
        ? [{ row: row.id, lines: its.flatMap((part) => part.lines) }]
        : [];
    }),
  );
}

const total = (list: readonly { readonly ore: number }[]): number => list.reduce((sum, { ore }) => sum + ore, 0);

/** Returns the rows of each month, one per label, and the booked amounts of each item. */
function monthsOf(rows: readonly GroupRow[], lines: readonly GroupLine[], lag: number): Month[] {
  const linesOf = Map.groupBy(lines, ({ month }) => month + lag);
  return [...Map.groupBy(rows, ({ month }) => month)].flatMap(([month, own]): Month[] => {
    if (new Set(own.map(({ label }) => label)).size < own.length) return [];
    const parts = [...Map.groupBy(linesOf.get(month) ?? [], ({ item }) => item)].map(([item, of]) => ({
      item,
      ore: total(of),
      lines: of.map(({ id }) => id),
    }));
    return parts.length === 0 ? [] : [{ rows: own, parts }];
  });
}

const isClosed = ({ rows, parts }: Month): boolean => total(rows) === total(parts);

/** Returns the group of each item, as far as balanced months show it. An item with two possible groups gets none. */
function learnGroups(months: readonly Month[]): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  const torn = new Set<string>();
  for (let before = -1; before !== groupOf.size + torn.size;) {
    before = groupOf.size + torn.size;
    for (const month of months) {
      for (const [item, label] of groupsShownBy(month, groupOf)) {
        if (torn.has(item)) continue;
        const was = groupOf.get(item);
        if (was === undefined) groupOf.set(item, label);
        else if (was !== label) torn.add(item);
      }
    }
  }
  for (const item of torn) groupOf.delete(item);
  return groupOf;
}

/**
 * Returns the groups of unassigned items that one month shows: items that are all that is left, or the only possible
 * content of a row.
 */
function groupsShownBy({ rows, parts }: Month, known: ReadonlyMap<string, string>): [string, string][] {
  let open = parts.filter(({ item }) => !known.has(item));
  let left = rows
    .map(({ label, ore }) => ({ label, ore: ore - total(parts.filter(({ item }) => known.get(item) === label)) }))
    .filter(({ label, ore }) => ore !== 0 || !parts.some(({ item }) => known.get(item) === label));
  const assigned: [string, string][] = [];
  for (let found = true; found && left.length > 0 && open.length > 0;) {
    found = false;
    for (const row of left) {
      const its = left.length === 1 ? (total(open) === row.ore ? open : undefined) : onlySubset(open, row.ore);
      if (!its) continue;
      for (const { item } of its) assigned.push([item, row.label]);
      open = open.filter((part) => !its.includes(part));
      left = left.filter((other) => other !== row);
      found = true;
      break;
    }
  }
  return assigned;
}

/** Returns the only items that add up to the target; undefined where there are none, or several combinations. */
function onlySubset(parts: readonly ItemTotal[], target: number): readonly ItemTotal[] | undefined {
  if (parts.length > COMBINED_ITEMS_MAX || target === 0) return undefined;
  let only: number | undefined;
  for (let mask = 1; mask < 1 << parts.length; mask += 1) {
    let sum = 0;
    for (let at = 0; at < parts.length; at += 1) if (mask & (1 << at)) sum += (parts[at] as ItemTotal).ore;
    if (sum !== target) continue;
    if (only !== undefined) return undefined;
    only = mask;
  }
  return only === undefined ? undefined : parts.filter((_, at) => ((only as number) & (1 << at)) !== 0);
}

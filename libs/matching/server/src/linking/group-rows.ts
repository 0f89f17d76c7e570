/** A row that adds up a group of goods, and says which in words. Øre; `month` counts months. */
export interface GroupRow {
  readonly id: number;
  readonly ore: number;
  readonly month: number;
  readonly label: string;
}

/** An open line of the books, and what item it is of. */
export interface GroupLine {
  readonly id: number;
  readonly ore: number;
  readonly month: number;
  readonly item: string;
}

export interface Grouped {
  readonly row: number;
  readonly lines: readonly number[];
}

/** More items than this are not tried in all combinations: so many have sums that agree by chance. */
const TRIED_MAX = 14;
/** Months that the rows’ days may lie after the books’, the likeliest first. */
const LAGS = [0, 1, -1, 2] as const;

interface Part {
  readonly item: string;
  readonly ore: number;
  readonly lines: readonly number[];
}

interface Month {
  readonly rows: readonly GroupRow[];
  readonly parts: readonly Part[];
}

/**
 * Which lines of the books rows of groups of goods are the sums of, of one supplier and buyer. An item is of one group, the same in all months. Which one is told by months in which all rows come to all
 * lines, to the øre, and by which items alone can make a row there; a row is then tied where the items of its group come to it.
 */
export function groupRows(rows: readonly GroupRow[], lines: readonly GroupLine[]): Grouped[] {
  const byLag = LAGS.map((lag) => monthsOf(rows, lines, lag));
  const closed = byLag.map((months) => months.filter(isClosed));
  const most = closed.reduce((best, months, at) => (months.length > (closed[best]?.length ?? 0) ? at : best), 0);
  const groupOf = learnGroups(closed[most] ?? []);
  return (byLag[most] ?? []).flatMap(({ rows: own, parts }) =>
    own.flatMap((row): Grouped[] => {
      const its = parts.filter(({ item }) => groupOf.get(item) === row.label);
      return its.length > 0 && total(its) === row.ore
        ? [{ row: row.id, lines: its.flatMap((part) => part.lines) }]
        : [];
    }),
  );
}

const total = (list: readonly { readonly ore: number }[]): number => list.reduce((sum, { ore }) => sum + ore, 0);

/** Rows of each month, one of each label, and what the books have of its items. */
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

/** The group of each item, as far as closed months tell; an item that they tell two of has none. */
function learnGroups(months: readonly Month[]): ReadonlyMap<string, string> {
  const groupOf = new Map<string, string>();
  const torn = new Set<string>();
  for (let before = -1; before !== groupOf.size + torn.size;) {
    before = groupOf.size + torn.size;
    for (const month of months) {
      for (const [item, label] of toldBy(month, groupOf)) {
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

/** What a month tells of items whose group is not known: those that are all that is left, or alone can make a row. */
function toldBy({ rows, parts }: Month, known: ReadonlyMap<string, string>): [string, string][] {
  let open = parts.filter(({ item }) => !known.has(item));
  let left = rows
    .map(({ label, ore }) => ({ label, ore: ore - total(parts.filter(({ item }) => known.get(item) === label)) }))
    .filter(({ label, ore }) => ore !== 0 || !parts.some(({ item }) => known.get(item) === label));
  const told: [string, string][] = [];
  for (let found = true; found && left.length > 0 && open.length > 0;) {
    found = false;
    for (const row of left) {
      const its = left.length === 1 ? (total(open) === row.ore ? open : undefined) : onlySubset(open, row.ore);
      if (!its) continue;
      for (const { item } of its) told.push([item, row.label]);
      open = open.filter((part) => !its.includes(part));
      left = left.filter((other) => other !== row);
      found = true;
      break;
    }
  }
  return told;
}

/** The only parts that add up to the target; undefined where none do, or several ways do. */
function onlySubset(parts: readonly Part[], target: number): readonly Part[] | undefined {
  if (parts.length > TRIED_MAX || target === 0) return undefined;
  let only: number | undefined;
  for (let mask = 1; mask < 1 << parts.length; mask += 1) {
    let sum = 0;
    for (let at = 0; at < parts.length; at += 1) if (mask & (1 << at)) sum += (parts[at] as Part).ore;
    if (sum !== target) continue;
    if (only !== undefined) return undefined;
    only = mask;
  }
  return only === undefined ? undefined : parts.filter((_, at) => ((only as number) & (1 << at)) !== 0);
}

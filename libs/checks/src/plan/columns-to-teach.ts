import type { Patch } from '../finding.ts';
import { matchByName } from '../structure/match-columns.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../verdict.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanTable } from './plan.ts';

/**
 * What is to be remembered of how a supplier's columns are read: what a heading stands for, that what stands below it holds until it changes, or
 * which sign is the decimal sign or which of day and month comes first, where the file itself does not tell.
 */
export interface ColumnToTeach {
  readonly kind: 'name' | 'fill-down' | 'decimal-char' | 'date-order';
  readonly heading: string;
  readonly field: string;
  /** The sign or the order; null for what is told by the kind alone. */
  readonly value: ',' | '.' | 'day-first' | 'month-first' | null;
}

const headingCharactersMax = 200;
const headingsMax = 200;

/** Headings of one sheet that the terms and the words we know would not have taken for the same fields. */
function otherwiseRead({ headings = {} }: ColumnMapping, tables: readonly PlanTable[]): ColumnToTeach[] {
  const named = Object.entries(headings).filter(
    ([, heading]) => heading.trim() !== '' && heading.length <= headingCharactersMax,
  );
  const table = tables.find(({ fields }) => named.every(([name]) => fields.some((field) => field.name === name)));
  if (!table) return [];
  const usual = new Map(
    matchByName(
      named.map(([, heading]) => [heading]),
      table,
    ).map((match) => [match.column, match.field.name]),
  );
  return named.flatMap(([field, heading], at) =>
    usual.get(at) === field ? [] : [{ kind: 'name' as const, heading, field, value: null }],
  );
}

/** What was answered of a field, of the headings it has; the last answer of each kind counts. */
function answered(patches: readonly Patch[], columns: readonly ColumnMapping[]): ColumnToTeach[] {
  return patches.flatMap((patch) => {
    if (patch.set !== 'fill-down' && patch.set !== 'decimal-char' && patch.set !== 'date-order') return [];
    return columns.flatMap(({ headings = {} }) => {
      const heading = headings[patch.field]?.trim() ?? '';
      const value = patch.set === 'fill-down' ? null : patch.value;
      return heading === '' || heading.length > headingCharactersMax
        ? []
        : [{ kind: patch.set, heading, field: patch.field, value }];
    });
  });
}

/**
 * What a report's columns teach about the next one's. `columns` are those of its verdict; names are only taken from it where a person
 * pointed columns out or said yes to a guess (`pointedOut`).
 */
export function columnsToTeach(
  terms: Terms,
  columns: readonly ColumnMapping[],
  patches: readonly Patch[],
  pointedOut: boolean,
): ColumnToTeach[] {
  const { tables } = compilePlan(terms);
  const names = pointedOut ? columns.flatMap((sheet) => otherwiseRead(sheet, tables)) : [];
  const all = [...names, ...answered(patches, columns)];
  return [...new Map(all.map((each) => [`${each.kind} ${each.heading.toLowerCase()}`, each])).values()].slice(
    0,
    headingsMax,
  );
}

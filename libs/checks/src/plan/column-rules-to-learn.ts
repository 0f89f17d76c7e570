import type { Patch } from '../finding.ts';
import { matchByName } from '../structure/match-columns.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../check-result.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanTable } from './plan.ts';

/**
 * A rule to learn about a supplier's column: the field of its heading, that its values are filled down, or its decimal
 * sign or order of day and month. The last two are learned only when the file does not prove them.
 */
export interface ColumnRule {
  readonly kind: 'name' | 'fill-down' | 'decimal-char' | 'date-order';
  readonly heading: string;
  readonly field: string;
  /** The sign or the order; null for the other kinds. */
  readonly value: ',' | '.' | 'day-first' | 'month-first' | null;
}

const headingCharactersMax = 200;
const headingsMax = 200;

/** Returns the headings of one sheet that the terms and known synonyms would not have assigned to the same fields. */
function newHeadingRules({ headings = {} }: ColumnMapping, tables: readonly PlanTable[]): ColumnRule[] {
  const named = Object.entries(headings).filter(
    ([, heading]) => heading.trim() !== '' && heading.length <= headingCharactersMax,
  );
  const table = tables.find(({ fields }) => named.every(([name]) => fields.some((field) => field.name === name)));
  if (!table) return [];
  const defaultMatches = new Map(
    matchByName(
      named.map(([, heading]) => [heading]),
      table,
    ).map((match) => [match.column, match.field.name]),
  );
  return named.flatMap(([field, heading], at) =>
    defaultMatches.get(at) === field ? [] : [{ kind: 'name' as const, heading, field, value: null }],
  );
}

/** Returns the answers about fields, with the headings of their columns; the last answer of each kind counts. */
function answeredRules(patches: readonly Patch[], columns: readonly ColumnMapping[]): ColumnRule[] {
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
 * Returns the rules to learn from a report's columns for the next report. `columns` are those of its check result;
 * names are learned only when a person assigned columns or confirmed a guess (`pointedOut`).
 */
export function columnRulesToLearn(
  terms: Terms,
  columns: readonly ColumnMapping[],
  patches: readonly Patch[],
  pointedOut: boolean,
): ColumnRule[] {
  const { tables } = compilePlan(terms);
  const names = pointedOut ? columns.flatMap((sheet) => newHeadingRules(sheet, tables)) : [];
  const all = [...names, ...answeredRules(patches, columns)];
  return [...new Map(all.map((each) => [`${each.kind} ${each.heading.toLowerCase()}`, each])).values()].slice(
    0,
    headingsMax,
  );
}

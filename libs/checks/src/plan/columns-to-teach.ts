import type { Patch } from '../finding.ts';
import { matchByName } from '../structure/match-columns.ts';
import type { Terms } from '../terms.ts';
import type { ColumnMapping } from '../verdict.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanTable } from './compile-plan.ts';

/** What is to be remembered of how a supplier's columns are read: what a heading stands for, or that what stands below it holds until it changes. */
export interface ColumnToTeach {
  readonly kind: 'name' | 'fill-down';
  readonly heading: string;
  readonly field: string;
}

const headingCharactersMax = 200;
const headingsMax = 200;

/** Headings of one sheet that the terms and the words we know would not have taken for the same fields. */
function otherwiseRead({ headings = {} }: ColumnMapping, tables: readonly PlanTable[]): ColumnToTeach[] {
  const named = Object.entries(headings).filter(([, heading]) => heading.trim() !== '' && heading.length <= headingCharactersMax);
  const table = tables.find(({ fields }) => named.every(([name]) => fields.some((field) => field.name === name)));
  if (!table) return [];
  const usual = new Map(matchByName(named.map(([, heading]) => [heading]), table).map((match) => [match.column, match.field.name]));
  return named.flatMap(([field, heading], at) => (usual.get(at) === field ? [] : [{ kind: 'name' as const, heading, field }]));
}

/** The headings of fields that were filled down. */
function filledDown(patches: readonly Patch[], columns: readonly ColumnMapping[]): ColumnToTeach[] {
  const fields = new Set(patches.flatMap((patch) => (patch.set === 'fill-down' ? [patch.field] : [])));
  return [...fields].flatMap((field) =>
    columns.flatMap(({ headings = {} }) => {
      const heading = headings[field]?.trim() ?? '';
      return heading === '' || heading.length > headingCharactersMax ? [] : [{ kind: 'fill-down' as const, heading, field }];
    }),
  );
}

/**
 * What a report's columns teach about the next one's. `columns` are those of its verdict; names are only taken from it where a person
 * pointed columns out or said yes to a guess (`pointedOut`).
 */
export function columnsToTeach(terms: Terms, columns: readonly ColumnMapping[], patches: readonly Patch[], pointedOut: boolean): ColumnToTeach[] {
  const { tables } = compilePlan(terms);
  const names = pointedOut ? columns.flatMap((sheet) => otherwiseRead(sheet, tables)) : [];
  const all = [...names, ...filledDown(patches, columns)];
  return [...new Map(all.map((each) => [`${each.kind} ${each.heading.toLowerCase()}`, each])).values()].slice(0, headingsMax);
}

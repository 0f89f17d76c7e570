import { defineCheck } from '../check.ts';
import type { FindingLocation } from '../finding.ts';
import type { Line } from '../line.ts';
import { locationOf } from '../places.ts';
import type { Plan, PlanTable } from '../plan/plan.ts';

/**
 * State of one foreign key: the values that exist and the values referred to, each with the location of its first line.
 */
interface ForeignKeyState {
  readonly from: PlanTable;
  readonly fields: readonly number[];
  readonly to: PlanTable;
  readonly toFields: readonly number[];
  readonly there: Set<string>;
  readonly asked: Map<string, { readonly place: FindingLocation; readonly found: string; count: number }>;
  full: boolean;
}

/** Maximum number of distinct values; beyond it the key is not checked. */
const valuesMax = 200_000;

function foreignKeysOf({ tables }: Plan): ForeignKeyState[] {
  const indexes = (table: PlanTable, names: readonly string[]): number[] =>
    names.map((name) => table.fields.findIndex((field) => field.name === name));
  return tables.flatMap((from) =>
    from.foreignKeys.flatMap(({ fields, reference }) => {
      const to = tables.find((table) => table.name === reference.table);
      const [own, others] = [indexes(from, fields), to ? indexes(to, reference.fields) : []];
      if (!to || own.length !== others.length || [...own, ...others].includes(-1)) return [];
      return [{ from, fields: own, to, toFields: others, there: new Set<string>(), asked: new Map(), full: false }];
    }),
  );
}

function valuesOf(line: Line, fields: readonly number[]): string[] | null {
  const values = fields.map((field) => line.readings[field]?.value ?? '');
  return values.includes('') ? null : values;
}

function recordReference(key: ForeignKeyState, line: Line, values: readonly string[], text: string): void {
  const before = key.asked.get(text);
  if (before) before.count += 1;
  else
    key.asked.set(text, {
      place: locationOf(line.sheet, line.row, line.readings[key.fields[0]!]!.column),
      found: values.join(', '),
      count: 1,
    });
}

export const referenceMissing = defineCheck({
  id: 'reference-missing',
  class: 0,
  severity: 'confirm',
  run: ({ plan, say }) => {
    const keys = foreignKeysOf(plan);
    return {
      line: (line) => {
        for (const key of keys) {
          if (key.full) continue;
          const own = line.sheet.table === key.from ? valuesOf(line, key.fields) : null;
          if (own) recordReference(key, line, own, JSON.stringify(own).toLowerCase());
          const other = line.sheet.table === key.to ? valuesOf(line, key.toFields) : null;
          if (other) key.there.add(JSON.stringify(other).toLowerCase());
          key.full = key.there.size + key.asked.size > valuesMax;
        }
      },
      end: () => {
        for (const { asked, there, full, from, to, fields } of keys) {
          if (full) continue;
          for (const [text, { place, found, count }] of asked) {
            if (there.has(text)) continue;
            const field = fields.map((each) => from.fields[each]!.title).join(', ');
            say({ place, found, params: { field, found, table: to.title, count }, cause: `${from.name} ${field}` });
          }
        }
      },
    };
  },
});

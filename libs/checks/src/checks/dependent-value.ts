import { defineCheck } from '../check.ts';
import type { PlanTable } from '../plan/plan.ts';
import { casesOf, permittedValues, parentsOf } from '../terms/dependent-lists.ts';
import type { DependentCase, DependentList } from '../terms.ts';

interface FieldDependency {
  readonly list: DependentList;
  readonly parents: readonly number[];
  readonly child: number;
  readonly cases: readonly DependentCase[];
  /** cache: parents' values → allowed values; a report has few combinations */
  readonly known: Map<string, Allowed | null>;
}

interface Allowed {
  readonly folded: ReadonlySet<string>;
  readonly shown: string;
}

const cacheMax = 10_000;
const normalise = (text: string): string => text.trim().toLowerCase();

function fieldDependencies(lists: readonly DependentList[], table: PlanTable): FieldDependency[] {
  const indexOf = (name: string): number => table.fields.findIndex((field) => field.name === name);
  return lists.flatMap((list) => {
    const parents = parentsOf(list).map(indexOf);
    const child = indexOf(list.child);
    if (child < 0 || parents.includes(-1) || (list.table !== undefined && list.table !== table.name)) return [];
    return [{ list, parents, child, cases: casesOf(list), known: new Map() }];
  });
}

function allowedFor(dependence: FieldDependency, above: readonly string[]): Allowed | null {
  const key = JSON.stringify(above);
  const cached = dependence.known.get(key);
  if (cached !== undefined) return cached;
  const values = permittedValues(dependence.cases, above);
  const allowed = values && { folded: new Set(values.map(normalise)), shown: values.slice(0, 10).join(', ') };
  if (dependence.known.size < cacheMax) dependence.known.set(key, allowed);
  return allowed;
}

export const dependentValue = defineCheck({
  id: 'dependent-value',
  class: 0,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) => {
    const byTable = new Map(plan.tables.map((table) => [table, fieldDependencies(plan.terms.lists ?? [], table)]));
    return {
      line: (line) => {
        for (const dependence of byTable.get(line.sheet.table)!) {
          const above = dependence.parents.map((parent) => line.readings[parent]?.value ?? '');
          const value = line.readings[dependence.child]?.value ?? '';
          if (value === '' || above.includes('')) continue;
          const allowed = allowedFor(dependence, above);
          if (!allowed || allowed.folded.has(normalise(value))) continue;
          const { fields } = line.sheet.table;
          const parent = dependence.parents.map((each) => fields[each]!.title).join(', ');
          const params = {
            field: fields[dependence.child]!.title,
            found: value,
            parent,
            above: above.join(', '),
            values: allowed.shown,
          };
          say({
            line,
            field: dependence.child,
            expected: allowed.shown,
            params,
            cause: [dependence.list.name, ...above, value].join(' '),
          });
        }
      },
    };
  },
});

import { defineCheck } from '../check.ts';
import type { PlanTable } from '../plan/compile-plan.ts';
import type { DependentList } from '../terms.ts';

interface Dependence {
  readonly parent: number;
  readonly child: number;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly list: DependentList;
}

const fold = (text: string): string => text.trim().toLowerCase();

function dependences(lists: readonly DependentList[], table: PlanTable): Dependence[] {
  return lists.flatMap((list) => {
    const parent = table.fields.find((field) => field.name === list.parent)?.index;
    const child = table.fields.find((field) => field.name === list.child)?.index;
    if (parent === undefined || child === undefined) return [];
    const any = (list.values['*'] ?? []).map(fold);
    const values = new Map(Object.entries(list.values).map(([key, each]) => [fold(key), new Set([...each.map(fold), ...any])]));
    return [{ parent, child, values, list }];
  });
}

export const dependentValue = defineCheck({
  id: 'dependent-value',
  class: 0,
  severity: 'blocksRow',
  run: ({ plan, say }) => {
    const byTable = new Map(plan.tables.map((table) => [table, dependences(plan.terms.lists ?? [], table)]));
    return {
      line: (line) => {
        for (const { parent, child, values, list } of byTable.get(line.sheet.table)!) {
          const [above, value] = [line.readings[parent]?.value ?? '', line.readings[child]?.value ?? ''];
          const allowed = values.get(fold(above)) ?? values.get('*');
          if (above === '' || value === '' || !allowed || allowed.has(fold(value))) continue;
          const shown = [...(list.values[above] ?? list.values['*'] ?? [])].slice(0, 10).join(', ');
          const { fields } = line.sheet.table;
          say({ line, field: child, expected: shown, params: { field: fields[child]!.title, found: value, parent: fields[parent]!.title, above, values: shown }, cause: `${list.name} ${above} ${value}` });
        }
      },
    };
  },
});

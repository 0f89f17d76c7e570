import { defineCheck } from '../check.ts';
import type { Plan, PlanField } from '../plan/plan.ts';

function allowed(field: PlanField, plan: Plan): ReadonlySet<string> | null {
  const own = field.field.constraints?.enum;
  const lots = field.role === 'lot' ? [...(plan.context.lots?.key ?? []), ...(plan.context.lots?.name ?? [])] : [];
  const list = [...(own ?? []), ...lots];
  // Units have their own check, which knows their synonyms.
  return list.length === 0 || field.role === 'unit' ? null : new Set(list.map((value) => value.trim().toLowerCase()));
}

export const valueNotListed = defineCheck({
  id: 'value-not-listed',
  class: 0,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) => {
    const lists = new Map(
      plan.tables.map((table) => [
        table,
        table.fields.flatMap((field) => {
          const values = allowed(field, plan);
          return values
            ? [
                {
                  field,
                  values,
                  shown: (field.field.constraints?.enum ?? plan.context.lots?.key ?? []).slice(0, 10).join(', '),
                },
              ]
            : [];
        }),
      ]),
    );
    return {
      line: (line) => {
        for (const { field, values, shown } of lists.get(line.sheet.table)!) {
          const value = line.readings[field.index]?.value ?? '';
          if (value === '' || values.has(value.toLowerCase())) continue;
          say({
            line,
            field: field.index,
            expected: shown,
            params: { field: field.title, found: value, values: shown },
            cause: `${field.name} ${value}`,
          });
        }
      },
    };
  },
});

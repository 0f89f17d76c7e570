import { defineCheck } from '../check.ts';

export const valueOutOfRange = defineCheck({
  id: 'value-out-of-range',
  class: 0,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) => {
    const ranged = new Map(
      plan.tables.map((table) => [
        table,
        table.fields.filter(
          ({ field }) => field.constraints?.minimum !== undefined || field.constraints?.maximum !== undefined,
        ),
      ]),
    );
    return {
      line: (line) => {
        for (const field of ranged.get(line.sheet.table)!) {
          const number = line.readings[field.index]?.number ?? NaN;
          const { minimum = -Infinity, maximum = Infinity } = field.field.constraints!;
          if (Number.isNaN(number) || (number >= minimum && number <= maximum)) continue;
          const limit = number < minimum ? minimum : maximum;
          say({
            line,
            field: field.index,
            expected: String(limit),
            params: { field: field.title, limit },
            cause: field.name,
          });
        }
      },
    };
  },
});

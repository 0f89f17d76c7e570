import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';
import { fix } from '../fixes.ts';

export const decimalsMixed = defineCheck({
  id: 'decimals-mixed',
  class: 15,
  severity: 'blocksRow',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      const { name } = line.sheet.table.fields[field]!;
      const patches =
        reading.column < 0
          ? []
          : [
              {
                set: 'cell' as const,
                sheet: line.sheet.name,
                row: line.row,
                column: reading.column,
                value: reading.value,
              },
            ];
      say({
        line,
        field,
        expected: reading.value,
        params: {
          field: line.sheet.table.fields[field]!.title,
          found: reading.raw,
          value: reading.value,
          other: `${reading.value.startsWith('-') ? '-' : ''}${reading.raw.replace(/\D/g, '')}`,
        },
        cause: name,
        fix: fix('use-number', { value: reading.value }, patches),
      });
    };
    return { notes: { 'mixed-decimals': report } };
  },
});

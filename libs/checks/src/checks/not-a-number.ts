import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';
import { fix } from '../fixes.ts';

export const notANumber = defineCheck({
  id: 'not-a-number',
  class: 18,
  severity: 'blocksRow',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      const patches =
        reading.other === null || reading.column < 0
          ? []
          : [
              {
                set: 'cell' as const,
                sheet: line.sheet.name,
                row: line.row,
                column: reading.column,
                value: reading.other,
              },
            ];
      say({
        line,
        field,
        expected: reading.other,
        params: { field: line.sheet.table.fields[field]!.title, found: reading.raw, suggestion: reading.other ?? '' },
        cause: `${line.sheet.table.fields[field]!.name} ${reading.raw}`,
        ...(patches.length > 0 && { fix: fix('use-number', { value: reading.other! }, patches) }),
      });
    };
    return { notes: { 'not-a-number': report } };
  },
});

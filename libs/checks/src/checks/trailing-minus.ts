import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

export const trailingMinus = defineCheck({
  id: 'trailing-minus',
  class: 21,
  severity: 'info',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      say({
        line,
        field,
        expected: reading.value,
        params: { found: reading.raw, value: reading.value },
        cause: line.sheet.table.fields[field]!.name,
      });
    };
    return { notes: { 'trailing-minus': report } };
  },
});

import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

export const lineBreaks = defineCheck({
  id: 'line-breaks',
  class: 63,
  severity: 'info',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      say({
        line,
        field,
        expected: reading.value,
        params: { value: reading.value },
        cause: line.sheet.table.fields[field]!.name,
      });
    };
    return { notes: { 'line-break': report } };
  },
});

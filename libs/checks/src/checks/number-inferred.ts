import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

/** Price times quantity equals the amount in only one of the two interpretations of the column. */
export const numberInferred = defineCheck({
  id: 'number-inferred',
  class: 16,
  severity: 'confirm',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      say({
        line,
        field,
        expected: reading.value,
        params: { field: line.sheet.table.fields[field]!.title, found: reading.raw, value: reading.value },
        cause: line.sheet.table.fields[field]!.name,
      });
    };
    return { notes: { 'by-arithmetic': report } };
  },
});

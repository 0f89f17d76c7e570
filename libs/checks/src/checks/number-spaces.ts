import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

export const numberSpaces = defineCheck({
  id: 'number-spaces',
  class: 17,
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
    return { notes: { spaces: report } };
  },
});

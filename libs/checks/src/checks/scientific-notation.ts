import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

export const scientificNotation = defineCheck({
  id: 'scientific-notation',
  class: 27,
  severity: 'blocksRow',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      say({
        line,
        field,
        expected: null,
        params: { field: line.sheet.table.fields[field]!.title, found: reading.raw },
        cause: line.sheet.table.fields[field]!.name,
      });
    };
    return { notes: { scientific: report } };
  },
});

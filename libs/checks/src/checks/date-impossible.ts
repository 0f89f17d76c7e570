import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

export const dateImpossible = defineCheck({
  id: 'date-impossible',
  class: 43,
  severity: 'blocksRow',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      say({ line, field, expected: null, params: { found: reading.raw }, cause: line.sheet.table.fields[field]!.name });
    };
    return { notes: { 'impossible-date': report } };
  },
});

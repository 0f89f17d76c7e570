import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';

/** A value in a date column that is not a date: "uke 12", "ukjent". */
export const dateUnreadable = defineCheck({
  id: 'date-unreadable',
  class: 43,
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
    return { notes: { 'not-a-date': report } };
  },
});

import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import type { Line } from '../line.ts';
import { fix } from '../fixes.ts';

export const numberAmbiguous = defineCheck({
  id: 'number-ambiguous',
  class: 16,
  severity: 'blocksRow',
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      const { name } = line.sheet.table.fields[field]!;
      // The answer, which decimal sign is used, applies to the whole column.
      const patches = ([',', '.'] as const).map((value) => ({ set: 'decimal-char' as const, field: name, value }));
      say({
        line,
        field,
        expected: `${reading.value} | ${reading.other ?? ''}`,
        params: {
          field: line.sheet.table.fields[field]!.title,
          found: reading.raw,
          one: reading.value,
          other: reading.other ?? '',
        },
        cause: name,
        fix: fix('choose-decimal-char', { field: line.sheet.table.fields[field]!.title }, patches),
      });
    };
    return { notes: { ambiguous: report } };
  },
});

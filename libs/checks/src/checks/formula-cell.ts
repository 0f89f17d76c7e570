import type { Reading } from '../cells/notes.ts';
import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import { locationOf } from '../places.ts';

export const formulaCell = defineCheck({
  id: 'formula-cell',
  class: 13,
  severity: 'blocksRow',
  softens: true,
  run: ({ say }) => {
    const report = (line: Line, field: number, reading: Reading): void => {
      const place = locationOf(line.sheet, line.row, reading.column);
      const shown = reading.other ?? (reading.value === '' || reading.value === reading.raw ? null : reading.value);
      const patches =
        shown === null
          ? []
          : [{ set: 'cell' as const, sheet: line.sheet.name, row: line.row, column: reading.column, value: shown }];
      say({
        line,
        field,
        place,
        found: reading.raw,
        expected: shown,
        params: { cell: place.cell ?? '', found: reading.raw.slice(0, 200) },
        cause: line.sheet.table.fields[field]!.name,
        ...(shown !== null && { fix: fix('use-shown-value', { value: shown }, patches) }),
      });
    };
    return { notes: { formula: report, 'error-value': report } };
  },
});

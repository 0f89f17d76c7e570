import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { goodsOnly } from '../reading/fee-terms.ts';

export const requiredEmpty = defineCheck({
  id: 'required-empty',
  class: 14,
  severity: 'blocksRow',
  run: ({ say }) => ({
    line: (line) => {
      for (const field of line.sheet.table.fields) {
        if (!field.required) continue;
        const reading = line.readings[field.index];
        if (reading && (reading.value !== '' || reading.notes !== null)) continue;
        if (goodsOnly.has(field.role) && (line.kind === 'fee' || line.kind === 'deposit')) continue;
        // A missing or calculated column is reported once by another check; an amount may have been calculated.
        if (!reading && (line.sheet.missing.includes(field) || line.sheet.calculated.includes(field))) continue;
        if (field.role === 'amount' && !Number.isNaN(line.amount)) continue;
        say({
          line,
          field: field.index,
          found: '',
          expected: field.title,
          params: { field: field.title },
          cause: field.name,
          ...(line.sheet.grouped.has(field.index) && {
            fix: fix('fill-down', { field: field.title }, [{ set: 'fill-down', field: field.name }]),
          }),
        });
      }
    },
  }),
});

import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { readingOf } from '../line.ts';

export const itemNumberChanged = defineCheck({
  id: 'item-number-changed',
  class: 31,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber'],
  run: ({ plan, say }) => ({
    line: (line) => {
      if (line.itemNumber === '' || (line.itemHow !== 'suffix' && line.itemHow !== 'name' && line.itemHow !== 'gtin'))
        return;
      // A value damaged by the spreadsheet is not a number.
      if (readingOf(line, 'itemNumber')?.notes?.some((note) => note === 'item-date' || note === 'scientific')) return;
      const [old, name] = [plan.items.number(line.item), plan.items.name(line.item)];
      say({
        line,
        role: 'itemNumber',
        expected: old,
        params: { number: line.itemNumber, old, name },
        cause: line.itemNumber,
        fix: fix('same-item', { number: line.itemNumber, old }, [{ set: 'item', text: line.itemNumber, item: old }]),
      });
    },
  }),
});

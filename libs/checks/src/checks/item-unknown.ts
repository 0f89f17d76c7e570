import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { readingOf } from '../line.ts';

export const itemUnknown = defineCheck({
  id: 'item-unknown',
  class: 30,
  severity: 'confirm',
  needs: ['items'],
  roles: ['itemNumber'],
  run: ({ say }) => ({
    line: (line) => {
      if (line.item >= 0 || line.itemNumber === '' || line.kind === 'fee' || line.kind === 'deposit') return;
      if (
        readingOf(line, 'itemNumber')?.notes?.some(
          (note) => note === 'item-date' || note === 'scientific' || note === 'error-value',
        )
      )
        return;
      say({
        line,
        role: 'itemNumber',
        params: { number: line.itemNumber, name: line.itemName },
        cause: line.itemNumber,
        fix: fix('link-item', { number: line.itemNumber }),
      });
    },
  }),
});

import { Gtin } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { readingOf } from '../line.ts';
import { memoiseText } from '@tallgrunn/tabular';

export const gtinCheckDigit = defineCheck({
  id: 'gtin-check-digit',
  class: 28,
  severity: 'confirm',
  roles: ['gtin'],
  run: ({ say }) => {
    const parse = memoiseText(Gtin.parse);
    return {
      line: (line) => {
        if (
          line.gtin === '' ||
          readingOf(line, 'gtin')?.notes?.some(
            (note) => note === 'scientific' || note === 'item-date' || note === 'formula',
          )
        )
          return;
        const reading = parse(line.gtin);
        if (reading.ok || reading.problem === 'lost-precision') return;
        say({ line, role: 'gtin', params: { gtin: line.gtin, problem: reading.problem }, cause: line.gtin });
      },
    };
  },
});

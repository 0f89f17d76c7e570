import { defineCheck } from '../check.ts';

export const unitByPrice = defineCheck({
  id: 'unit-by-price',
  class: 50,
  severity: 'info',
  roles: ['unit'],
  run: ({ say }) => ({
    line: (line) => {
      if (line.unitByPrice)
        say({
          line,
          role: 'unit',
          expected: line.unit,
          params: { unit: line.unitText, agreed: line.unit! },
          cause: line.unitText.toLowerCase(),
        });
    },
  }),
});

import { defineCheck } from '../check.ts';

const names: Readonly<Record<string, string>> = { '\t': 'tab', '\u001f': 'US (0x1F)' };

export const delimiterOther = defineCheck({
  id: 'delimiter-other',
  class: 62,
  severity: 'info',
  run: ({ say }) => ({
    file: ({ delimiter }) => {
      if (delimiter !== null && delimiter !== ';')
        say({
          found: names[delimiter] ?? delimiter,
          expected: ';',
          params: { delimiter: names[delimiter] ?? delimiter },
        });
    },
  }),
});

import { defineCheck } from '../check.ts';

const plain = /^(?:utf-?8(?:-bom)?|utf-?16(?:le|be)?|us-ascii|ascii)$/i;

export const encodingRepaired = defineCheck({
  id: 'encoding-repaired',
  class: 61,
  severity: 'info',
  run: ({ say }) => ({
    file: ({ encoding }) => {
      if (encoding !== null && !plain.test(encoding))
        say({ found: encoding, expected: 'UTF-8', params: { encoding, text: '' }, cause: 'file' });
    },
    notes: {
      mojibake: (line, field, reading) =>
        say({
          line,
          field,
          found: reading.raw,
          expected: reading.value,
          params: { encoding: '', text: reading.value },
          cause: 'cell',
        }),
    },
  }),
});

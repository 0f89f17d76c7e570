import { defineCheck } from '../check.ts';
import { orgNumberFault } from '../reading/org-numbers.ts';

export const orgNumberLength = defineCheck({
  id: 'org-number-length',
  class: 32,
  severity: 'blocksRow',
  softens: true,
  run: ({ say }) => ({
    line: (line) => {
      const fault = orgNumberFault(line);
      if (fault?.problem !== 'length') return;
      const digits = fault.text.replace(/\D/g, '').length;
      say({ line, role: fault.role, expected: '9', params: { number: fault.text, digits }, cause: fault.text });
    },
  }),
});

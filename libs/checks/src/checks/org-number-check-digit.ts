import { defineCheck } from '../check.ts';
import { orgNumberFinding } from '../reading/org-numbers.ts';

export const orgNumberCheckDigit = defineCheck({
  id: 'org-number-check-digit',
  class: 33,
  severity: 'blocksRow',
  softens: true,
  run: ({ say }) => ({
    line: (line) => {
      const fault = orgNumberFinding(line);
      if (fault?.problem === 'check-digit')
        say({ line, role: fault.role, params: { number: fault.text }, cause: fault.text });
    },
  }),
});

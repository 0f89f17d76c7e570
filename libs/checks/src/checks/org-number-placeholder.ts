import { defineCheck } from '../check.ts';
import { orgNumberFinding } from '../reading/org-numbers.ts';

export const orgNumberPlaceholder = defineCheck({
  id: 'org-number-placeholder',
  class: 34,
  severity: 'blocksRow',
  run: ({ say }) => ({
    line: (line) => {
      const fault = orgNumberFinding(line);
      if (fault?.problem === 'placeholder')
        say({ line, role: fault.role, params: { number: fault.text }, cause: fault.text });
    },
  }),
});

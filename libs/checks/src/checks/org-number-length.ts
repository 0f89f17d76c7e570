import { defineCheck } from '../check.ts';
import { chooseBuyer } from '../fixes.ts';
import { orgNumberFinding } from '../reading/org-numbers.ts';

export const orgNumberLength = defineCheck({
  id: 'org-number-length',
  class: 32,
  severity: 'blocksRow',
  softens: true,
  run: ({ plan, say }) => ({
    line: (line) => {
      const fault = orgNumberFinding(line);
      if (fault?.problem !== 'length') return;
      const digits = fault.text.replace(/\D/g, '').length;
      say({
        line,
        role: fault.role,
        expected: '9',
        params: { number: fault.text, digits },
        cause: fault.text,
        ...(fault.role === 'buyer' && plan.buyers.size > 0 && { fix: chooseBuyer(plan.buyers, fault.text) }),
      });
    },
  }),
});

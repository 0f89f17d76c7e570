import { mask } from '../cells/personal-data.ts';
import { defineCheck } from '../check.ts';
import { chooseBuyer, fix } from '../fixes.ts';
import { orgNumberFault } from '../reading/org-numbers.ts';

export const buyerNotEntitled = defineCheck({
  id: 'buyer-not-entitled',
  class: 39,
  severity: 'blocksRow',
  mayBeRight: true,
  needs: ['buyers'],
  run: ({ plan, say }) => {
    // Invalid organisation numbers are reported by the org-number checks, when the terms include them.
    const saysNumbers = [...plan.checkIds].some((id) => id.startsWith('org-number-'));
    return {
      line: (line) => {
        const known = line.buyer >= 0;
        if (
          (known && plan.buyers.entitled(line.buyer)) ||
          (!known && (line.buyerText === '' || line.buyerText.includes(mask)))
        )
          return;
        if (!known && saysNumbers && orgNumberFault(line)?.role === line.buyerRole) return;
        const field = line.sheet.table.role[line.buyerRole];
        if (
          field !== undefined &&
          line.readings[field]?.notes?.some((note) => note === 'scientific' || note === 'error-value')
        )
          return;
        const buyer = known ? plan.buyers.name(line.buyer) : line.buyerText;
        say({
          line,
          role: line.buyerRole,
          params: { buyer },
          cause: line.buyerText,
          fix: known ? fix('choose-buyer', { found: line.buyerText }) : chooseBuyer(plan.buyers, line.buyerText),
        });
      },
    };
  },
});

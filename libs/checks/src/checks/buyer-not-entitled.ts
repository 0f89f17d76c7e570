import { IDENTITY_MASK } from '../cells/personal-data.ts';
import { defineCheck } from '../check.ts';
import { chooseBuyer, fix } from '../fixes.ts';
import { orgNumberFinding } from '../reading/org-numbers.ts';

export const buyerNotEntitled = defineCheck({
  id: 'buyer-not-entitled',
  class: 39,
  severity: 'blocksRow',
  mayBeRight: true,
  needs: ['buyers'],
  run: ({ plan, say }) => {
    // Invalid organisation numbers are reported by the org-number checks, when the terms include them.
    const reportsOrgNumbers = [...plan.checkIds].some((id) => id.startsWith('org-number-'));
    return {
      line: (line) => {
        const isKnownBuyer = line.buyer >= 0;
        if (
          (isKnownBuyer && plan.buyers.entitled(line.buyer)) ||
          (!isKnownBuyer && (line.buyerText === '' || line.buyerText.includes(IDENTITY_MASK)))
        )
          return;
        if (!isKnownBuyer && reportsOrgNumbers && orgNumberFinding(line)?.role === line.buyerRole) return;
        const field = line.sheet.table.role[line.buyerRole];
        if (
          field !== undefined &&
          line.readings[field]?.notes?.some((note) => note === 'scientific' || note === 'error-value')
        )
          return;
        const buyer = isKnownBuyer ? plan.buyers.name(line.buyer) : line.buyerText;
        say({
          line,
          role: line.buyerRole,
          params: { buyer },
          cause: line.buyerText,
          fix: isKnownBuyer ? fix('choose-buyer', { found: line.buyerText }) : chooseBuyer(plan.buyers, line.buyerText),
        });
      },
    };
  },
});

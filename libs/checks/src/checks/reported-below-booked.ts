import { defineCheck, numberParam } from '../check.ts';
import { bookedAmountsByBuyer } from '../reading/booked-spend.ts';

export const reportedBelowBooked = defineCheck({
  id: 'reported-below-booked',
  class: 65,
  severity: 'confirm',
  needs: ['booked'],
  params: { percentMin: 10, amountMin: 1000 },
  run: ({ plan, params, say }) => ({
    end: ({ amountByBuyer, stopped }) => {
      if (stopped) return;
      for (const { buyer, buyers, amount: inBooks, evidence } of bookedAmountsByBuyer(plan)) {
        const reported = buyers.reduce((sum, each) => sum + (amountByBuyer.get(each) ?? 0), 0);
        if (inBooks <= 0) continue;
        const missing = inBooks - reported;
        if (missing < numberParam(params, 'amountMin') || missing < (inBooks * numberParam(params, 'percentMin')) / 100)
          continue;
        const percent = ((missing / inBooks) * 100).toFixed(0);
        say({
          found: reported.toFixed(2),
          expected: inBooks.toFixed(2),
          amount: missing,
          params: { buyer: plan.buyers.name(buyer), reported, booked: inBooks, percent, ...evidence },
          cause: plan.buyers.key(buyer),
        });
      }
    },
  }),
});

import { defineCheck, numberParam } from '../check.ts';

export const belowBooked = defineCheck({
  id: 'below-booked',
  class: 65,
  severity: 'confirm',
  needs: ['booked'],
  params: { percentMin: 10, amountMin: 1000 },
  run: ({ plan, params, say }) => ({
    end: ({ amountByBuyer, stopped }) => {
      const { booked } = plan.context;
      if (stopped || !booked) return;
      booked.buyer.forEach((buyer, at) => {
        const inBooks = Number(booked.amount[at]);
        const reported = amountByBuyer.get(buyer) ?? 0;
        const missing = inBooks - reported;
        if (missing < numberParam(params, 'amountMin') || missing < (inBooks * numberParam(params, 'percentMin')) / 100) return;
        const percent = ((missing / inBooks) * 100).toFixed(0);
        say({ found: reported.toFixed(2), expected: inBooks.toFixed(2), amount: missing, params: { buyer: plan.buyers.name(buyer), reported, booked: inBooks, percent }, cause: plan.buyers.key(buyer) });
      });
    },
  }),
});

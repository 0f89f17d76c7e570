import { defineCheck } from '../check.ts';

/** Reported about a nil return, which has no file: see check-nil-report.ts. */
export const nilButBooked = defineCheck({
  id: 'nil-but-booked',
  class: 66,
  severity: 'blocksRow',
  needs: ['booked'],
  params: { amountMin: 1000 },
  run: () => ({}),
});

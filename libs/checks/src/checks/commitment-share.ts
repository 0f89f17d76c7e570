import { defineCheck } from '../check.ts';
import { readCommitments } from '../reading/commitment-value.ts';
import { localText } from '../terms.ts';

/** Smallest reported shortfall of a share, because amounts are rounded. */
const SHARE_TOLERANCE = 0.0005;

export const commitmentShare = defineCheck({
  id: 'commitment-share',
  class: 0,
  severity: 'info',
  run: ({ plan, say }) => {
    const sums = readCommitments(plan)
      .filter(({ promise }) => promise.share !== undefined)
      .map((reading) => ({ ...reading, all: 0, kept: 0, lines: 0 }));
    if (sums.length === 0) return {};
    return {
      line: (line) => {
        for (const sum of sums) {
          const field = Number.isNaN(line.amount) ? null : sum.fieldOf(line);
          if (field === null) continue;
          sum.lines += 1;
          sum.all += line.amount;
          if (sum.shown(line, field) === 'kept') sum.kept += line.amount;
        }
      },
      end: ({ stopped }) => {
        for (const { promise, all, kept, lines } of sums) {
          if (stopped || lines === 0 || all <= 0 || kept / all >= promise.share! - SHARE_TOLERANCE) continue;
          const percent = (share: number): number => Math.round(share * 1000) / 10;
          say({
            found: `${percent(kept / all)} %`,
            expected: `${percent(promise.share!)} %`,
            amount: promise.share! * all - kept,
            cause: promise.field,
            params: {
              attribute: localText(promise.attribute, 'nb'),
              value: promise.value ?? '',
              percent: percent(kept / all),
              promised: percent(promise.share!),
              total: Number(all.toFixed(2)),
            },
          });
        }
      },
    };
  },
});

import { lineKeyBase } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import { fix } from '../fixes.ts';
import { keyParts } from '../reading/report-line.ts';
import type { Plan } from '../plan/plan.ts';

function earlierKeys(plan: Plan): Map<string, string> {
  const keys = new Map<string, string>();
  for (const report of plan.context.earlier ?? []) for (const key of report.lineKeys ?? []) keys.set(key.split('-')[0]!, report.key);
  return keys;
}

export const reportedBefore = defineCheck({
  id: 'reported-before',
  class: 47,
  severity: 'blocksRow',
  mayBeRight: true,
  needs: ['earlier'],
  run: ({ plan, say }) => {
    const keys = earlierKeys(plan);
    if (keys.size === 0) return {};
    return {
      line: (line) => {
        const parts = keyParts(line, plan);
        // Sums by item and buyer look the same in every period: only what has a date or an invoice can be recognised.
        if (parts.date === '' && parts.invoiceNumber === '') return;
        const period = keys.get(lineKeyBase(parts));
        if (period === undefined) return;
        say({ line, params: { period }, cause: period, fix: fix('leave-out', { row: line.row }, [{ set: 'leave-out', sheet: line.sheet.name, row: line.row }]) });
      },
    };
  },
});

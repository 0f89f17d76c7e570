import { lineKeyBase } from '@tallgrunn/values';
import { defineCheck } from '../check.ts';
import type { EarlierReport } from '../context.ts';
import { fix } from '../fixes.ts';
import { keyParts } from '../reading/report-line.ts';
import type { Plan } from '../plan/plan.ts';

function earlierKeys(plan: Plan): Map<string, EarlierReport> {
  const keys = new Map<string, EarlierReport>();
  for (const report of plan.context.earlier ?? [])
    for (const key of report.lineKeys ?? []) keys.set(key.split('-')[0]!, report);
  return keys;
}

export const alreadyReported = defineCheck({
  id: 'already-reported',
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
        // Sums by item and buyer look the same in each period: only lines with a date or an invoice can be recognised.
        if (parts.date === '' && parts.invoiceNumber === '') return;
        const report = keys.get(lineKeyBase(parts));
        if (!report) return;
        const { key: period, branch } = report;
        if (branch !== undefined && parts.invoiceNumber === '') return;
        say({
          line,
          params: { period, ...(branch !== undefined && { branch }) },
          cause: branch === undefined ? period : `${period} ${branch}`,
          fix: fix('leave-out', { row: line.row }, [{ set: 'leave-out', sheet: line.sheet.name, row: line.row }]),
        });
      },
    };
  },
});

import type { ReportFinding } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { looksVatIncluded } from './line-arithmetic.ts';

/** Reports that a line looks VAT-inclusive at a rate, and offers the value excl. VAT. */
export function reportVatIncluded(line: Line, rate: number, plan: Plan, report: ReportFinding): void {
  const role = looksVatIncluded(line, rate, plan);
  if (!role) return;
  const written = role === 'amount' ? line.amount : line.unitPrice;
  const without = (written / (1 + rate / 100)).toFixed(2);
  const amountWithout = Number.isNaN(line.amount) ? null : (line.amount / (1 + rate / 100)).toFixed(2);
  const patches = [
    ...cellPatch(line, role, without),
    ...(role === 'unitPrice' && amountWithout !== null ? cellPatch(line, 'amount', amountWithout) : []),
  ];
  report({
    line,
    role,
    expected: without,
    params: { rate, written, without },
    cause: String(rate),
    fix: fix('take-vat-out', { rate }, patches),
  });
}

import type { ReportFinding, Setup } from '../check.ts';
import { defineCheck, numberParam } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { isInOtherCurrency, priceOfLine } from '../reading/line-arithmetic.ts';
import { priceDifference } from '../reading/price-difference.ts';

/**
 * Reports an agreed item with a price that cannot be compared, once per item, so that no finding means that the price
 * is right.
 */
function reportUnknownPrice(line: Line, plan: Plan, unknown: ReportFinding): void {
  const price = priceOfLine(line, plan);
  const need = price.known ? 'unit' : price.reason;
  unknown({
    line,
    role: price.known ? 'unit' : 'unitPrice',
    params: { need, checks: 'price-above-agreed', item: line.itemNumber },
    cause: `${need} ${line.itemNumber} ${line.unit ?? ''}`,
  });
}

function assess(line: Line, { plan, params, say, unknown }: Setup): void {
  if (isInOtherCurrency(line)) return;
  const difference = priceDifference(line, plan, numberParam(params, 'tolerancePercent'));
  if (difference.kind === 'unknown') reportUnknownPrice(line, plan, unknown);
  if (difference.kind !== 'above') return;
  const { agreed, perUnit, each, role } = difference;
  const expected = perUnit === agreed.value ? agreed.price : perUnit.toFixed(2);
  const percent = ((each / perUnit - 1) * 100).toFixed(1);
  const over = (each - perUnit) * (Number.isNaN(line.quantity) ? 1 : line.quantity);
  const amount = Number.isNaN(line.quantity) ? [] : cellPatch(line, 'amount', (perUnit * line.quantity).toFixed(2));
  say({
    line,
    role,
    expected: role === 'amount' ? (perUnit * line.quantity).toFixed(2) : expected,
    amount: over,
    cause: line.itemNumber || line.gtin,
    params: {
      price: Number(each.toFixed(4)),
      agreed: expected,
      percent,
      from: agreed.from,
      item: plan.items.name(line.item) || line.itemNumber,
    },
    fix: fix('use-agreed-price', { agreed: expected }, [...cellPatch(line, 'unitPrice', expected), ...amount]),
  });
}

export const priceAboveAgreed = defineCheck({
  id: 'price-above-agreed',
  class: 57,
  severity: 'confirm',
  needs: ['prices'],
  params: { tolerancePercent: 0.1 },
  run: (setup) => ({ line: (line) => assess(line, setup) }),
});

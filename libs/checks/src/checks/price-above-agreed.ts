import { addDays } from '@tallgrunn/values';
import type { Say, Setup } from '../check.ts';
import { defineCheck, numberParam } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import {
  agreedPrice,
  isInOtherCurrency,
  isQuantityMoney,
  looksVatIncluded,
  packInPrice,
  paidOf,
  priceOfLine,
  scaleOfPrice,
} from '../reading/line-arithmetic.ts';

/** An agreed item whose price cannot be compared is said once an item, so that silence means that the price is right. */
function sayUnknown(line: Line, plan: Plan, unknown: Say): void {
  const price = priceOfLine(line, plan);
  const need = price.known ? 'unit' : price.reason;
  unknown({
    line,
    role: price.known ? 'unit' : 'unitPrice',
    params: { need, checks: 'price-above-agreed', item: line.itemNumber },
    cause: `${need} ${line.itemNumber} ${line.unit ?? ''}`,
  });
}

/** How many days back a sale may lie that a credit gives back. */
const creditDaysBack = [7, 14, 21, 28];

/** A credit gives back what was paid then: where prices change by the week or the day, it is right by the price of any of those days. */
function isOldSale(line: Line, plan: Plan, slackShare: number): boolean {
  if (!(line.quantity < 0) || line.date === '') return false;
  return creditDaysBack.some((days) => {
    const then = agreedPrice({ ...line, date: addDays(line.date, -days) }, plan);
    const { each, slack } = paidOf(line);
    return then !== null && each <= then.perUnit * (1 + slackShare) + slack;
  });
}

function judge(line: Line, { plan, params, say, unknown }: Setup): void {
  const { each, role, slack: rounding } = paidOf(line);
  if (line.item < 0 || Number.isNaN(each) || line.kind === 'fee' || line.kind === 'deposit' || isInOtherCurrency(line))
    return;
  const price = agreedPrice(line, plan);
  if (!price) return sayUnknown(line, plan, unknown);
  const { agreed, perUnit } = price;
  const slack = Math.max((perUnit * (agreed.tolerance ?? numberParam(params, 'tolerancePercent'))) / 100, rounding);
  if (each <= perUnit + slack) return;
  if (isOldSale(line, plan, (agreed.tolerance ?? numberParam(params, 'tolerancePercent')) / 100)) return;
  if (
    packInPrice(line, plan) ||
    scaleOfPrice(line, plan) !== null ||
    isQuantityMoney(line, plan) ||
    (plan.terms.vat === 'excluded' &&
      (looksVatIncluded(line, 25, plan) === role || looksVatIncluded(line, 15, plan) === role))
  )
    return;
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
  run: (setup) => ({ line: (line) => judge(line, setup) }),
});

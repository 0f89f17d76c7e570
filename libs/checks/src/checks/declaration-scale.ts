import { defineCheck, numberParam } from '../check.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { standardUnitKey } from '../plan/units.ts';
import { isInOtherCurrency } from '../reading/line-arithmetic.ts';
import { declarationsByItem, declaredPack, oncePerItem } from '../reading/declarations.ts';

/**
 * Returns kg CO₂e per NOK of the line by a declaration: once with the declared unit, and once as if the value were per
 * unit sold, since a pack is often called a piece. Empty when the unit or the amount does not allow the calculation.
 */
function kgCo2ePerNok(line: Line, at: number, plan: Plan): readonly number[] {
  const { declarations } = plan.context;
  const value = declarations!.value?.[at] ?? null;
  if (value === null || line.unit === null || !(line.quantity > 0) || !(line.amount > 0) || isInOtherCurrency(line))
    return [];
  const declared = declarations!.unit[at]!;
  const pack = declaredPack(declared);
  const unit = pack ? 'stk' : (plan.units.read(declared) ?? standardUnitKey(declared) ?? declared);
  const factor = plan.units.factor(line.item, line.unit, unit);
  const [each, sold] = [Number(value) / (pack?.pieces ?? 1), line.quantity / line.amount];
  return factor === null ? [] : [each * factor * sold, each * sold];
}

export const declarationScale = defineCheck({
  id: 'declaration-scale',
  class: 72,
  severity: 'confirm',
  needs: ['declarations'],
  // Reference in kg CO₂e per NOK: beef ≈ 1, cement ≈ 0.5, most goods 0.005 to 0.1. Grams entered as kilograms give a
  // thousand times as much, tonnes a thousandth.
  params: { kgPerKroneMax: 5, kgPerKroneMin: 0.0005 },
  roles: ['unit', 'quantity', 'amount'],
  run: ({ plan, params, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    const [maximum, minimum] = [numberParam(params, 'kgPerKroneMax'), numberParam(params, 'kgPerKroneMin')];
    return {
      line: oncePerItem((line) => {
        for (const at of byItem.get(line.item) ?? []) {
          const [perNok = 0, perSold = 0] = kgCo2ePerNok(line, at, plan);
          if (perNok <= 0 || [perNok, perSold].some((kg) => kg <= maximum && kg >= minimum)) continue;
          const [number, unit, limit] = [
            declarations!.number[at]!,
            declarations!.unit[at]!,
            perNok > maximum ? maximum : minimum,
          ];
          const stated = {
            number,
            value: Number(declarations!.value![at]),
            unit,
            perKrone: Number(perNok.toPrecision(2)),
            limit,
          };
          say({
            line,
            role: 'itemNumber',
            expected: `${perNok > maximum ? '≤' : '≥'} ${limit}`,
            params: { ...stated, item: line.itemName || line.itemNumber },
            cause: number,
          });
          return true;
        }
        return false;
      }),
    };
  },
});

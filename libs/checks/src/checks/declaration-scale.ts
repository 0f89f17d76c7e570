import { defineCheck, numberParam } from '../check.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan/plan.ts';
import { knownUnit } from '../plan/units.ts';
import { isInOtherCurrency } from '../reading/line-arithmetic.ts';
import { declarationsByItem, declaredPack, oncePerItem } from '../reading/declarations.ts';

/**
 * Returns kg CO₂e per NOK of the line by a declaration: once with the declared unit, and once as if the value were per
 * unit sold, since a pack is often called a piece. Empty when the unit or the amount does not allow the calculation.
 */
function kgPerKrone(line: Line, at: number, plan: Plan): readonly number[] {
  const { declarations } = plan.context;
  const value = declarations!.value?.[at] ?? null;
  if (value === null || line.unit === null || !(line.quantity > 0) || !(line.amount > 0) || isInOtherCurrency(line))
    return [];
  const declared = declarations!.unit[at]!;
  const pack = declaredPack(declared);
  const unit = pack ? 'stk' : (plan.units.read(declared) ?? knownUnit(declared) ?? declared);
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
    const [most, least] = [numberParam(params, 'kgPerKroneMax'), numberParam(params, 'kgPerKroneMin')];
    return {
      line: oncePerItem((line) => {
        for (const at of byItem.get(line.item) ?? []) {
          const [perKrone = 0, perSold = 0] = kgPerKrone(line, at, plan);
          if (perKrone <= 0 || [perKrone, perSold].some((kg) => kg <= most && kg >= least)) continue;
          const [number, unit, limit] = [
            declarations!.number[at]!,
            declarations!.unit[at]!,
            perKrone > most ? most : least,
          ];
          const stated = {
            number,
            value: Number(declarations!.value![at]),
            unit,
            perKrone: Number(perKrone.toPrecision(2)),
            limit,
          };
          say({
            line,
            role: 'itemNumber',
            expected: `${perKrone > most ? '≤' : '≥'} ${limit}`,
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

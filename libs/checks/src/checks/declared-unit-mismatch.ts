import { defineCheck } from '../check.ts';
import { standardUnitKey } from '../plan/units.ts';
import { declarationsByItem, declaredPack, oncePerItem } from '../reading/declarations.ts';

export const declaredUnitMismatch = defineCheck({
  id: 'declared-unit-mismatch',
  class: 53,
  severity: 'confirm',
  needs: ['declarations'],
  roles: ['unit'],
  run: ({ plan, say }) => {
    const byItem = declarationsByItem(plan);
    const { declarations } = plan.context;
    return {
      line: oncePerItem((line) => {
        const rows = byItem.get(line.item);
        if (!rows || line.unit === null) return false;
        const units = rows.map((at) => declarations!.unit[at]!);
        if (
          units.some(
            (unit) =>
              declaredPack(unit) !== null ||
              plan.units.factor(line.item, line.unit!, plan.units.read(unit) ?? standardUnitKey(unit) ?? unit) !== null,
          )
        )
          return false;
        say({
          line,
          role: 'unit',
          expected: units[0]!,
          params: {
            unit: line.unitText,
            declared: units[0]!,
            item: line.itemName || line.itemNumber,
            number: declarations!.number[rows[0]!]!,
          },
          cause: line.itemNumber,
        });
        return true;
      }),
    };
  },
});

import { defineCheck } from '../check.ts';

const itemsMax = 100_000;

export const unitsMixed = defineCheck({
  id: 'units-mixed',
  class: 51,
  severity: 'confirm',
  roles: ['unit'],
  run: ({ plan, say }) => {
    const first = new Map<string, string>();
    return {
      line: (line) => {
        const key = line.itemNumber || line.gtin;
        if (line.unit === null || key === '' || line.kind === 'fee' || line.kind === 'deposit') return;
        const unit = first.get(key);
        if (unit === undefined) {
          if (first.size < itemsMax) first.set(key, line.unit);
          return;
        }
        if (unit === line.unit) return;
        const factor = line.item < 0 ? null : plan.units.factor(line.item, line.unit, unit);
        say({ line, role: 'unit', expected: unit, params: { item: line.itemName || key, unit: line.unit, other: unit, factor: factor ?? '' }, cause: key });
      },
    };
  },
});

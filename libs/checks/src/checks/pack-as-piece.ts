import { defineCheck } from '../check.ts';
import { cellPatch, fix } from '../fixes.ts';
import { packInPrice, paidPriceOf } from '../reading/line-arithmetic.ts';

export const packAsPiece = defineCheck({
  id: 'pack-as-piece',
  class: 52,
  severity: 'confirm',
  needs: ['prices'],
  roles: ['unit'],
  run: ({ plan, say }) => ({
    line: (line) => {
      const pack = packInPrice(line, plan);
      if (!pack) return;
      say({
        line,
        role: 'quantity',
        expected: pack.unit,
        cause: line.itemNumber || line.gtin,
        params: {
          price: Number(paidPriceOf(line).each.toFixed(4)),
          unit: line.unitText || (line.unit ?? ''),
          ...(pack.factor > 1 ? { factor: pack.factor } : { part: Math.round(1 / pack.factor) }),
          pack: pack.unit,
          agreed: Number(pack.perUnit.toFixed(4)),
        },
        fix: fix('use-pack', { pack: pack.unit }, cellPatch(line, 'unit', pack.unit)),
      });
    },
  }),
});

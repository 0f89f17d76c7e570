import { defineCheck } from '../check.ts';
import { sayVatIncluded } from '../reading/vat-finding.ts';

export const vatIncluded25 = defineCheck({
  id: 'vat-included-25',
  class: 54,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) =>
    plan.terms.vat === 'included' ? {} : { line: (line) => sayVatIncluded(line, 25, plan, say) },
});

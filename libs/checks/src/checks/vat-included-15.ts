import { defineCheck } from '../check.ts';
import { reportVatIncluded } from '../reading/vat-finding.ts';

export const vatIncluded15 = defineCheck({
  id: 'vat-included-15',
  class: 55,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) =>
    plan.terms.vat === 'included' ? {} : { line: (line) => reportVatIncluded(line, 15, plan, say) },
});

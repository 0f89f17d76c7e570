import { defineCheck } from '../check.ts';
import { reportVatIncluded } from '../reading/vat-finding.ts';

export const vatIncluded25 = defineCheck({
  id: 'vat-included-25',
  class: 54,
  severity: 'blocksRow',
  mayBeRight: true,
  run: ({ plan, say }) =>
    plan.terms.vat === 'included' ? {} : { line: (line) => reportVatIncluded(line, 25, plan, say) },
});

import { defineCheck } from '../check.ts';
import { readCommitments } from '../reading/commitment-value.ts';
import { localText } from '../terms.ts';

export const commitmentLine = defineCheck({
  id: 'commitment-line',
  class: 0,
  severity: 'confirm',
  run: ({ plan, say }) => {
    const commitments = readCommitments(plan).filter(
      ({ promise }) => promise.share === undefined && promise.value !== undefined,
    );
    if (commitments.length === 0) return {};
    return {
      line: (line) => {
        for (const { promise, fieldOf, shown } of commitments) {
          const field = line.kind === 'goods' ? fieldOf(line) : null;
          if (field === null || shown(line, field) === 'kept') continue;
          const reportedCauses = line.readings[field]?.raw ?? '';
          say({
            line,
            field,
            expected: promise.value!,
            params: { attribute: localText(promise.attribute, 'nb'), said: reportedCauses, value: promise.value! },
            cause: promise.field,
          });
        }
      },
    };
  },
});

import { defineCheck } from '../check.ts';
import { readPromises } from '../reading/promised-value.ts';
import { localText } from '../terms.ts';

export const promiseLine = defineCheck({
  id: 'promise-line',
  class: 0,
  severity: 'confirm',
  run: ({ plan, say }) => {
    const promises = readPromises(plan).filter(
      ({ promise }) => promise.share === undefined && promise.value !== undefined,
    );
    if (promises.length === 0) return {};
    return {
      line: (line) => {
        for (const { promise, fieldOf, shown } of promises) {
          const field = line.kind === 'goods' ? fieldOf(line) : null;
          if (field === null || shown(line, field) === 'kept') continue;
          const said = line.readings[field]?.raw ?? '';
          say({
            line,
            field,
            expected: promise.value!,
            params: { attribute: localText(promise.attribute, 'nb'), said, value: promise.value! },
            cause: promise.field,
          });
        }
      },
    };
  },
});

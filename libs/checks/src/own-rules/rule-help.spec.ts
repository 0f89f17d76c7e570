import { monthlyFood } from '../examples/monthly-food.ts';
import type { Terms } from '../terms.ts';
import { lintTerms } from '../terms/lint-terms.ts';
import { checkCsv, findingsOf, line, report } from '../testing.ts';
import { functionNames, functions } from './expression.ts';
import type { FunctionName } from './expression.ts';
import { functionSamples, operatorSamples, ruleExamples } from './rule-help.ts';

const termsWith = (expression: string): Terms => ({
  ...monthlyFood(),
  ownRules: [{ id: 'shown', text: 'Rett raden.', severity: 'confirm', expression }],
});
const conditionOf = (name: FunctionName): string => {
  const sample = functionSamples[name];
  return functions[name].result === 'boolean' ? sample : `${sample} >= 0`;
};
const rowsFound = async (expression: string, ...lines: string[]) =>
  findingsOf(await checkCsv(report(...lines), { terms: termsWith(expression) }), 'own-rule').map(
    ({ place }) => place?.row,
  );

describe('the help of own rules', () => {
  it.each([...functionNames.map(conditionOf), ...Object.values(operatorSamples), ...Object.values(ruleExamples)])(
    'shows only conditions that can be published: %s',
    (expression) => {
      expect(lintTerms(termsWith(expression))).toEqual([]);
    },
  );

  it('shows each function by its own name', () => {
    for (const name of functionNames) expect(functionSamples[name]).toMatch(new RegExp(`^${name}\\(`));
  });

  it('has an example of a highest price by unit', async () => {
    const rows = [
      line({ unit: 'kg', price: '500,01' }),
      line({ unit: 'kg', price: '500,00' }),
      line({ unit: 'stk', price: '600,00' }),
      line({ unit: '', price: '600,00' }),
      line({ unit: 'kg', price: 'ca 600' }),
    ];
    expect(await rowsFound(ruleExamples.highestPrice, ...rows)).toEqual([2]);
  });

  it('has an example of an amount that is quantity by price', async () => {
    const rows = [
      line({ quantity: '2', price: '120,00', amount: '240,50' }),
      line({ quantity: '2', price: '120,00', amount: '240,51' }),
      line({ quantity: '2', price: '120,00', amount: '239,49' }),
      line({ quantity: '', price: '120,00', amount: '1,00' }),
    ];
    expect(await rowsFound(ruleExamples.amountOfRow, ...rows)).toEqual([3, 4]);
  });
});

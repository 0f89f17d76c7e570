import { monthlyFood } from '../examples/monthly-food.ts';
import fc from 'fast-check';
import type { Terms, TermsField } from '../terms.ts';
import { lintTerms } from '../terms/lint-terms.ts';
import { checkCsv, findingsOf, line, report } from '../testing.ts';
import { functionNames, functions } from './expression.ts';
import type { FunctionName } from './expression.ts';
import { functionSamples, operatorSamples, ruleExamples } from './rule-help.ts';
import { samplesForTables } from './samples-for-tables.ts';

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

describe('the help of own rules in terms with other columns', () => {
  const names = fc.constantFrom(
    'Vekt',
    'Pris per enhet',
    'in',
    'unit',
    'amount',
    'Merke',
    'Dato',
    'kode',
    'belop',
    'x',
  );
  const field: fc.Arbitrary<TermsField> = fc.record(
    {
      name: names,
      type: fc.constantFrom<TermsField['type'][]>('string', 'integer', 'number', 'date', 'yearmonth', 'boolean'),
      constraints: fc.constantFrom({}, { enum: ['fersk', 'a "b"'] }, { enum: ['kg'] }),
    },
    { requiredKeys: ['name', 'type'] },
  );
  const unlike = (fields: readonly TermsField[]) =>
    fields.map((each) => (each.type === 'string' ? each : { name: each.name, type: each.type }));
  const tables = fc
    .array(fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((all) => all.map((fields, at) => ({ name: `table-${at}`, fields: unlike(fields) })));
  const ruleProblems = (terms: Terms, expression: string) =>
    lintTerms({ ...terms, ownRules: termsWith(expression).ownRules! }).filter(({ path }) =>
      path.startsWith('/ownRules'),
    );

  it('shows only conditions that these terms can have', () => {
    fc.assert(
      fc.property(tables, (drawn) => {
        const terms = { ...monthlyFood(), tables: drawn };
        const { examples, operators, functions: calls } = samplesForTables(drawn);
        const conditions = [
          ...Object.values(examples),
          ...Object.values(operators),
          ...(Object.entries(calls) as [FunctionName, string][]).map(([name, sample]) =>
            functions[name].result === 'boolean' ? sample : `${sample} >= 0`,
          ),
        ];
        for (const condition of conditions) expect(ruleProblems(terms, condition)).toEqual([]);
        if (drawn.length === 1 && drawn[0]!.fields.some(({ type }) => type === 'number'))
          expect(operators.order).toBeDefined();
      }),
    );
  });

  it('is the same as in the clause packages where the columns are the same', () => {
    expect(samplesForTables(monthlyFood().tables)).toEqual({
      examples: ruleExamples,
      operators: operatorSamples,
      functions: functionSamples,
    });
  });

  it('leaves out what no column can show', () => {
    const weight: TermsField = { name: 'Vekt i kg', type: 'number' };
    expect(samplesForTables([{ name: 'lines', fields: [weight] }])).toMatchObject({
      examples: {},
      operators: { order: '[Vekt i kg] <= 500' },
      functions: { abs: 'abs([Vekt i kg])', round: 'round([Vekt i kg], 2)' },
    });
    expect(samplesForTables([{ name: 'lines', fields: [weight] }]).operators).not.toHaveProperty('equal');
  });
});

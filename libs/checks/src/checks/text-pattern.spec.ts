import { defaultField } from '../examples/fields.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, line, report, findingsOf } from '../testing.ts';

const [table] = monthlyFood().tables;
const strict = (constraints: object) =>
  monthlyFood({
    tables: [
      {
        ...table!,
        fields: table!.fields.map((field) =>
          field.name === 'invoiceNumber' ? defaultField('invoiceNumber', false, { constraints }) : field,
        ),
      },
    ],
  });

describe('text-pattern', () => {
  it('accepts matching and empty texts', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line(), line({ invoice: '' })), { terms: strict({ pattern: 'F\\d+', maxLength: 5 }) }),
        'text-pattern',
      ),
    ).toEqual([]);
  });

  it('reports texts that do not match', async () => {
    const checkResult = await checkCsv(report(line({ invoice: 'X1' }), line({ invoice: 'F123456' })), {
      terms: strict({ pattern: 'F\\d+', maxLength: 5 }),
    });
    expect(findingsOf(checkResult, 'text-pattern')).toMatchObject([
      { class: 0, severity: 'blocksRow', found: 'X1', expected: 'F\\d+', place: { row: 2, column: 'Fakturanummer' } },
      { found: 'F123456', expected: '≤ 5' },
    ]);
  });

  it('ignores an invalid pattern', async () => {
    expect(findingsOf(await checkCsv(report(line()), { terms: strict({ pattern: '(' }) }), 'text-pattern')).toEqual([]);
  });

  it('reports texts that are too short', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ invoice: 'F1' })), { terms: strict({ minLength: 3 }) }), 'text-pattern'),
    ).toMatchObject([{ found: 'F1', expected: '≥ 3' }]);
  });
});

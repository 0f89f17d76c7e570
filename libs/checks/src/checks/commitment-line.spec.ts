import { monthlyFood } from '../examples/monthly-food.ts';
import type { OfferCommitment, Terms } from '../terms.ts';
import { checkCsv, heading, line, march, findingsOf } from '../testing.ts';

const terms = (promise: Partial<OfferCommitment> = {}): Terms => {
  const base = monthlyFood();
  return {
    ...base,
    tables: [
      { name: 'lines', fields: [...base.tables[0]!.fields, { name: 'vehicle', type: 'string', title: 'Kjøretøy' }] },
    ],
    promises: [{ attribute: { nb: 'Utslippsfri levering' }, field: 'vehicle', value: 'elektrisk', ...promise }],
  };
};
const file = (...rows: [string, string][]): string =>
  [`${heading};Kjøretøy`, ...rows.map(([row, vehicle]) => `${row};${vehicle}`)].join('\r\n');
const rows: [string, string][] = [
  [line(), 'Elektrisk '],
  [line({ invoice: 'F2' }), 'diesel'],
  [line({ invoice: 'F3' }), ''],
];

describe('commitment-line', () => {
  it('accepts lines that meet the commitment', async () => {
    expect(findingsOf(await checkCsv(file(rows[0]!), { terms: terms() }), 'commitment-line')).toEqual([]);
  });

  it('asks about lines with another value or none', async () => {
    expect(findingsOf(await checkCsv(file(...rows), { terms: terms() }), 'commitment-line')).toMatchObject([
      {
        class: 0,
        severity: 'confirm',
        found: 'diesel',
        expected: 'elektrisk',
        place: { row: 3, column: 'Kjøretøy' },
        params: { attribute: 'Utslippsfri levering', said: 'diesel' },
        cause: 'vehicle',
        amount: '240.00',
      },
      { place: { row: 4 }, params: { said: '' } },
    ]);
  });

  it('reports nothing without the column, for other lots, for credits, and for a share', async () => {
    const without = await checkCsv([heading, line()].join('\r\n'), { terms: terms() });
    const lots = { ...march, items: { ...march.items!, lot: ['1', '2', '1', '1'] } };
    const otherLot = await checkCsv(file(...rows), { terms: terms({ lots: ['1'] }), context: lots });
    const credit = await checkCsv(file([line({ quantity: '-2', amount: '-240,00' }), 'diesel']), { terms: terms() });
    const share = await checkCsv(file(...rows), { terms: terms({ share: 0.5 }) });
    expect(
      [without, otherLot, credit, share].map((checkResult) => findingsOf(checkResult, 'commitment-line').length),
    ).toEqual([0, 0, 0, 0]);
    expect(
      findingsOf(await checkCsv(file(...rows), { terms: terms({ lots: ['2'] }), context: lots }), 'commitment-line'),
    ).toHaveLength(2);
  });
});

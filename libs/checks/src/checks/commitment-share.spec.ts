import { monthlyFood } from '../examples/monthly-food.ts';
import type { OfferCommitment, Terms } from '../terms.ts';
import { checkCsv, heading, line, findingsOf } from '../testing.ts';

const terms = (promise: Partial<OfferCommitment> = {}): Terms => {
  const base = monthlyFood();
  return {
    ...base,
    tables: [
      { name: 'lines', fields: [...base.tables[0]!.fields, { name: 'organic', type: 'string', title: 'Økologisk' }] },
    ],
    promises: [{ attribute: { nb: 'Økologisk' }, field: 'organic', share: 0.5, ...promise }],
  };
};
const file = (...rows: [string, string][]): string =>
  [`${heading};Økologisk`, ...rows.map(([row, organic]) => `${row};${organic}`)].join('\r\n');
const half: [string, string][] = [
  [line(), 'Ja'],
  [line({ invoice: 'F2' }), 'nei'],
];
const third: [string, string][] = [...half, [line({ invoice: 'F3' }), '']];

describe('commitment-share', () => {
  it('accepts a share that is met, and a report without the column', async () => {
    expect(findingsOf(await checkCsv(file(...half), { terms: terms() }), 'commitment-share')).toEqual([]);
    expect(findingsOf(await checkCsv([heading, line()].join('\r\n'), { terms: terms() }), 'commitment-share')).toEqual(
      [],
    );
  });

  it('reports a share below the commitment, with the missing amount in NOK', async () => {
    expect(findingsOf(await checkCsv(file(...third), { terms: terms() }), 'commitment-share')).toMatchObject([
      {
        class: 0,
        severity: 'info',
        place: null,
        found: '33.3 %',
        expected: '50 %',
        amount: '120.00',
        params: { attribute: 'Økologisk', percent: 33.3, promised: 50, total: 720 },
      },
    ]);
  });

  it('measures a required value, and subtracts credits', async () => {
    expect(
      findingsOf(await checkCsv(file(...third), { terms: terms({ value: 'nei', share: 0.3 }) }), 'commitment-share'),
    ).toEqual([]);
    const credited = file(...third, [line({ invoice: 'F4', quantity: '-2', amount: '-240,00' }), 'ja']);
    expect(findingsOf(await checkCsv(credited, { terms: terms() }), 'commitment-share')).toMatchObject([
      { params: { percent: 0, total: 480 } },
    ]);
  });
});

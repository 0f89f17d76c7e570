import type { ReportLine } from '../line.ts';
import { checkCsv, heading, line, findingsOf, troubles } from '../testing.ts';

/** Returns lines of NOK 120 sold at a price before discount. */
const rows = (...percents: readonly number[]): string[] =>
  percents.map(
    (percent, at) =>
      `${line({ invoice: `F${at}`, price: (120 / (1 - percent / 100)).toFixed(2).replace('.', ',') })};${percent}`,
  );
const of = async (own: string, lines: readonly string[]) => {
  const taken: ReportLine[] = [];
  return {
    verdict: await checkCsv([`${heading};${own}`, ...lines].join('\n'), { onLine: (each) => void taken.push(each) }),
    taken,
  };
};

describe('discount-taken', () => {
  it('subtracts the discount from prices that give the amount with it', async () => {
    const { verdict, taken } = await of('Rabatt %', rows(20, 0, 15, 7));
    expect(findingsOf(verdict, 'discount-taken')).toMatchObject([
      { class: 57, severity: 'info', found: 'Rabatt %', place: { row: 1 } },
    ]);
    expect([
      troubles(verdict),
      taken.map(({ unitPrice }) => Number(unitPrice)),
      JSON.parse(taken[0]!.rawJson),
    ]).toMatchObject([[], [120, 120, 120, 120], { unitPrice: '150,00' }]);
  });

  it('finds a price above the agreed one after the discount', async () => {
    const dear = line({ invoice: 'F9', price: '165,00', amount: '264,00' });
    const { verdict } = await of('Rabatt %', [...rows(20, 10, 15, 7, 5), `${dear};20`]);
    expect(findingsOf(verdict, 'price-above-agreed')).toMatchObject([
      { place: { row: 7 }, params: { price: 132, percent: '10.0' } },
    ]);
  });

  it('does not change prices that give the amount without it, and ignores other columns', async () => {
    const asTheyAre = [20, 10, 15, 7].map((percent, at) => `${line({ invoice: `F${at}` })};${percent}`);
    for (const [own, lines] of [
      ['Rabatt %', asTheyAre],
      ['Vekt', rows(20, 10, 15, 7)],
    ] as const)
      expect(findingsOf((await of(own, lines)).verdict, 'discount-taken')).toEqual([]);
  });
});

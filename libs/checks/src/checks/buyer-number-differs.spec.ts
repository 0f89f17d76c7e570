import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import type { CheckContext } from '../context.ts';
import { checkCsv, findingsOf, line, march, report } from '../testing.ts';

const numbered: CheckContext = {
  ...march,
  buyers: { ...march.buyers!, orgNumber: ['944117784', '964948054', null, null] },
};
const check = (buyer: string, number: string) =>
  checkCsv(
    [
      'Kunde;Organisasjonsnummer;Varenummer;Varenavn;Antall;Enhet;Enhetspris;Beløp;Leveringsdato;Fakturanummer',
      `${buyer};${number};7001;Lettmelk 10 l;2;stk;120,00;240,00;05.03.2026;F1`,
    ].join('\r\n'),
    { terms: quarterlyGoods(), context: numbered },
  );

describe('buyer-number-differs', () => {
  it('accepts a number with its own name, a place and a file without numbers', async () => {
    for (const [buyer, number] of [
      ['Kongsvinger', '944117784'],
      ['Kongsvinger kommune', '944 117 784'],
      ['Grende skole', '944117784'],
      ['Kongsvinger', ''],
    ] as const)
      expect(findingsOf(await check(buyer, number), 'buyer-number-differs')).toEqual([]);
    expect(findingsOf(await checkCsv(report(line()), { context: numbered }), 'buyer-number-differs')).toEqual([]);
  });

  it('asks when the number is that of another customer', async () => {
    expect(findingsOf(await check('Kongsvinger', '964948054'), 'buyer-number-differs')).toMatchObject([
      { class: 33, severity: 'confirm', found: '964948054', expected: 'Kongsvinger', place: { row: 2 } },
    ]);
  });
});

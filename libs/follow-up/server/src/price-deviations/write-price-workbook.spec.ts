import type { DeviationSummaryDto } from './price-deviation.dto.ts';
import { summarySheet } from './write-price-workbook.ts';

const none = { count: 0, amount: '0' };
const row = (basis: DeviationSummaryDto['basis']): DeviationSummaryDto => ({
  ...{ supplier: { id: 's1', name: 'Finnskog' }, agreement: { id: 'a1', number: 'A-1', title: 'Mat' }, basis },
  ...{
    currency: 'NOK',
    lineCount: 4,
    amount: '190.20',
    openLineCount: 3,
    openAmount: '175.00',
    acceptedAmount: '15.20',
  },
  ...{
    claimedAmount: '0',
    comparedCount: 31,
    chargedAmount: '4952.20',
    unknown: none,
    otherCurrency: none,
    vatUnknown: none,
  },
  ...{ other: { count: 7, amount: '88.00' }, offAssortment: { count: 1, amount: '100.00' } },
});

describe('the summary of a workbook of price deviations', () => {
  const { columns, rows } = summarySheet([row('reported'), row('invoiced')], 'nb');
  const cellsBelow = (header: string) => {
    const at = columns.findIndex((column) => column.header === header);
    return [...(rows as readonly (readonly (string | null)[])[])].map((cells) => cells[at]);
  };

  it('counts the lines whose price differs for another reason', () =>
    expect(cellsBelow('Prisen avviker av en annen grunn')).toEqual(['7', '7']));

  it('leaves the amount outside the assortment empty for invoices, which belong to no agreement without an item', () =>
    expect(cellsBelow('Beløp utenfor sortimentet')).toEqual(['100.00', null]));
});

import type { SideLineDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { nb } from '../texts/nb.ts';
import { compareSides } from './compare-sides.ts';

const unformatted = {
  date: (text: string) => text,
  amount: (text: string) => text,
  quantity: (text: string) => text,
  period: (text: string) => text,
  language: () => 'nb',
} as unknown as Wording;

const lineWithoutValues = Object.fromEntries(
  [
    'seller',
    'sellerOrgNumber',
    'invoiceNumber',
    'invoiceLine',
    'orderNumber',
    'accountSystem',
    'accountCode',
    'accountName',
    'accountClass',
    'functionCode',
    'costCentre',
    'voucherNumber',
    'itemNumber',
    'gtin',
    'itemName',
    'quantity',
    'unit',
    'unitPrice',
    'amount',
    'currency',
    'deliveredOn',
    'invoicedOn',
    'orderedOn',
    'period',
    'report',
    'file',
    'sheet',
    'row',
  ].map((field) => [field, null]),
) as unknown as SideLineDto;
const line = (changes: Partial<SideLineDto>): SideLineDto => ({
  ...lineWithoutValues,
  documentId: 'd',
  lineNo: 1,
  source: 'posting',
  netBasis: 'as-stated',
  ledgerAmount: null,
  ...changes,
});

describe('comparison of the two sides of a purchase', () => {
  it('flags fields with different values only', () => {
    const rows = compareSides(
      line({
        amount: '100.00',
        currency: 'NOK',
        itemName: 'OST',
        accountSystem: 'kostra',
        accountCode: '115',
        accountClass: 'operating',
      }),
      line({ amount: '98.00', currency: 'NOK', itemName: 'Ost, gulost', quantity: '2', unit: 'stk' }),
      nb,
      unformatted,
    );
    const row = (field: string) => rows.find((each) => each.field === field);
    expect(row('amount')).toMatchObject({ booked: '100.00 NOK', reported: '98.00 NOK', differs: true });
    expect(row('itemName')?.differs).toBe(false);
    expect(row('account')).toMatchObject({ booked: 'KOSTRA\u00a0115', reported: '', differs: false });
    expect(row('accountClass')).toMatchObject({ booked: 'Drift', reported: '', differs: false });
    expect(row('quantity')?.reported).toBe('2 stk');
    expect(row('gtin')).toBeUndefined();
  });

  it('treats six pieces as equal, whatever the notation of the unit', () => {
    const rows = compareSides(
      line({ quantity: '6', unit: 'EA' }),
      line({ quantity: '6.0', unit: 'stk' }),
      nb,
      unformatted,
    );
    expect(rows.find(({ field }) => field === 'quantity')?.differs).toBe(false);
  });
});

import { vatOfLine } from './vat-of-line.ts';

describe('what a line of a preview says of its VAT', () => {
  it('is as the row or the ledger states, and what says nothing stands outside', () => {
    const of = (vatStatus: 'net' | 'gross' | 'unknown', vatAmount: string | null, vatRate: string | null) =>
      vatOfLine({ vatStatus, vatAmount, vatRate });
    expect([of('net', null, null), of('net', '25', '0.25')]).toEqual(['net', 'net']);
    expect([of('gross', '25', null), of('gross', null, '0.25'), of('gross', null, null)]).toEqual([
      'row',
      'row',
      'account',
    ]);
    expect(of('unknown', '25', '0.25')).toBe('unknown');
  });
});

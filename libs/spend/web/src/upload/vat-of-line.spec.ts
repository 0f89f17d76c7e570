import { vatOfLine } from './vat-of-line.ts';

describe('VAT source of a preview line', () => {
  it('is as stated by row or ledger, and unknown when neither states it', () => {
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

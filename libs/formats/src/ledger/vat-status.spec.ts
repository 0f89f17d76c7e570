import fc from 'fast-check';
import { vatRateOf } from './vat-status.ts';

const vat = { amounts: 'gross' as const, rateByCode: { 1: '0.25', 11: '0.15', 0: '0' } };

describe('VAT rate of a row', () => {
  it('is equal as percentage, as share, and with either decimal separator', () => {
    const rate = (vatRate: string) => vatRateOf({ vatRate }, vat);
    expect(['25', '25 %', '25%', '25,0', '0,25', '0.25'].map(rate)).toEqual(Array.from({ length: 6 }, () => '0.25'));
    expect(['15 %', '12', '11,11', '0', '0 %', '6'].map(rate)).toEqual(['0.15', '0.12', '0.1111', '0', '0', '0.06']);
  });

  it('takes precedence over that of its VAT code, which applies when the row has none', () => {
    expect(vatRateOf({ vatRate: '12', vatCode: '1' }, vat)).toBe('0.12');
    expect(['1', '11', '0', '99'].map((vatCode) => vatRateOf({ vatCode }, vat))).toEqual(['0.25', '0.15', '0', null]);
    expect(vatRateOf({ vatRate: 'høy', vatCode: '11' }, vat)).toBe('0.15');
    expect(vatRateOf({}, vat)).toBeNull();
    expect(vatRateOf({ vatCode: '1' }, { amounts: 'gross' })).toBeNull();
  });

  it('is null for text, an amount, or more than the maximum rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 31, max: 99 }), (percent) =>
        expect(vatRateOf({ vatRate: String(percent) }, vat)).toBeNull(),
      ),
    );
    for (const vatRate of ['', 'x', '-25', '1 250,00', '250', '25 kr']) expect(vatRateOf({ vatRate }, vat)).toBeNull();
  });
});

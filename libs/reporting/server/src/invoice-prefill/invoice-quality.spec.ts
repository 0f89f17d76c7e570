import { assessInvoices } from './invoice-quality.ts';
import type { InvoiceLineGroup } from './load-invoice-lines.ts';

const context = {
  items: {
    number: ['00512', '8801'],
    name: ['Kjøttdeig', 'Hansker'],
    gtin: [null, '07035620001234'],
    unit: ['kg', 'eske'],
  },
  units: { item: [1], unit: ['eske'], factor: ['100'], to: ['stk'] },
};
const sort = (changes: Partial<InvoiceLineGroup>): InvoiceLineGroup => ({
  month: '2026-03',
  itemNumber: '512',
  gtin: null,
  unit: 'KGM',
  quantity: true,
  price: true,
  lines: 1,
  amount: '100',
  example: { invoice: '1', name: 'Kjøttdeig', buyer: 'Grue' },
  ...changes,
});

describe('invoice line quality', () => {
  it('counts a unit that converts to the agreed one, by measure or by pack, and no other unit', () => {
    const good = (changes: Partial<InvoiceLineGroup>) => assessInvoices([sort(changes)], context).good.lines;
    expect(good({ unit: 'GRM' })).toBe(1);
    expect(good({ itemNumber: null, gtin: '7035620001234', unit: 'EA' })).toBe(1);
    expect(good({ unit: 'LTR' })).toBe(0);
    expect(good({ unit: null })).toBe(0);
  });

  it('is assessed by amount, with the largest gap first', () => {
    const judged = assessInvoices(
      [
        sort({ amount: '900' }),
        sort({ itemNumber: 'X9', amount: '80' }),
        sort({ itemNumber: 'X8', price: false, lines: 3, amount: '20' }),
      ],
      context,
    );
    expect(judged).toMatchObject({
      verdict: 'nearly',
      good: { lines: 1, amount: '900' },
      gaps: [
        { quality: 'item', lines: 4, amount: '100', example: { found: 'X9' } },
        { quality: 'price', lines: 3, amount: '20' },
      ],
    });
    expect(assessInvoices([sort({ amount: '960' }), sort({ itemNumber: null, amount: '40' })], context).verdict).toBe(
      'enough',
    );
    expect(assessInvoices([sort({ quantity: false })], context).verdict).toBe('not-enough');
    expect(assessInvoices([], context).verdict).toBe('none');
  });

  it('requires no item, quantity or price for freight and deposits', () => {
    const named = (name: string) =>
      assessInvoices(
        [
          sort({
            itemNumber: null,
            unit: null,
            quantity: false,
            price: false,
            example: { invoice: '1', name, buyer: 'Grue' },
          }),
        ],
        context,
      ).verdict;
    expect(['Frakt', 'Pant flaske', 'Miljøgebyr', 'Fraktboks 40 l'].map(named)).toEqual([
      'enough',
      'enough',
      'enough',
      'not-enough',
    ]);
  });
});

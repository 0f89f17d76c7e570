import { exampleTerms, type CheckContext } from '@tallgrunn/checks';
import { invoiceLineMapper } from './map-invoice-line.ts';
import type { InvoiceLine } from './load-invoice-lines.ts';

const terms = exampleTerms['quarterly-goods']({});
const [table] = terms.tables;
const context: CheckContext = {
  period: { key: '2026-Q1', start: '2026-01-01', end: '2026-04-01' },
  lots: { key: ['1A'], name: ['Tørr'] },
  items: { number: ['00512'], name: ['Kjøttdeig storfe 2,5 kg'], unit: ['pk'] },
  buyers: { key: ['v', 'g'], name: ['Våler kommune', 'Grue kommune'], orgNumber: ['871034222', '964948143'] },
};
const line: InvoiceLine = {
  lineKey: 'k',
  buyerId: 'g',
  invoiceNumber: '7001',
  invoiceLine: '1',
  invoicedOn: '2026-03-10',
  deliveredOn: '2026-03-05',
  itemNumber: '512',
  gtin: null,
  itemName: 'KJØTTDEIG',
  quantity: '10.500',
  unit: 'NMP',
  unitPrice: '312.50',
  amount: '3281.25',
  currency: 'NOK',
  orderNumber: null,
};
const of = (changes: Partial<InvoiceLine>, vat = terms.vat) =>
  invoiceLineMapper(table!, { vat }, context)({ ...line, ...changes });

describe('report line of an invoice line', () => {
  it('has the format of the agreement, with decimal commas and Norwegian dates', () => {
    expect(of({})).toMatchObject({
      lot: '1A',
      itemNumber: '00512',
      itemName: 'Kjøttdeig storfe 2,5 kg',
      buyer: 'Grue kommune',
      quantity: '10,5',
      unit: 'pk',
      amount: '3281,25',
    });
  });

  it('copies invoice values of items outside the agreement, and omits missing values', () => {
    const cells = of({ itemNumber: 'X9', quantity: null, unit: 'KGM' });
    expect(cells).toMatchObject({ itemNumber: 'X9', itemName: 'KJØTTDEIG', unit: 'kg' });
    expect(cells).not.toHaveProperty('quantity');
  });

  it('names a municipality by number when its name is ambiguous, and omits an amount excl. VAT when the report includes VAT', () => {
    expect(of({ buyerId: 'v' })['buyer']).toBe('871034222');
    expect(of({}, 'included')).not.toHaveProperty('amount');
  });
});

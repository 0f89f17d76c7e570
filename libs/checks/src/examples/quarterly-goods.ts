import type { Terms } from '../terms.ts';
import { defaultField } from './fields.ts';

/** Returns the clause package for goods by lot: quarterly, due on the dates common in Norwegian agreements. */
export function quarterlyGoods(changes: Partial<Terms> = {}): Terms {
  return {
    id: 'quarterly-goods',
    version: 1,
    title: { nb: 'Varer, kvartalsvis', nn: 'Varer, kvartalsvis', en: 'Goods, quarterly' },
    frequency: 'quarter',
    due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] },
    basis: 'delivered',
    vat: 'excluded',
    currency: 'NOK',
    scope: 'all-goods',
    nilReport: 'required',
    tables: [
      {
        name: 'lines',
        title: { nb: 'Leverte varer', nn: 'Leverte varer', en: 'Goods delivered' },
        fields: [
          defaultField('lot', false),
          defaultField('buyer', true),
          defaultField('buyerOrgNumber', false),
          defaultField('site', false),
          defaultField('itemNumber', true),
          defaultField('gtin', false),
          defaultField('itemName', true),
          defaultField('quantity', true),
          defaultField('unit', true),
          defaultField('unitPrice', true),
          defaultField('amount', true),
          defaultField('currency', false),
          defaultField('deliveredOn', true),
          defaultField('orderedOn', false),
          defaultField('invoiceNumber', false),
          defaultField('invoiceLine', false),
          defaultField('orderNumber', false),
        ],
      },
    ],
    sanction: { kind: 'day-fine', amount: 1000, per: 'working-day' },
    ...changes,
  };
}

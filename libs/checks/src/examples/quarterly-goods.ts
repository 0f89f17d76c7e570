import type { Terms } from '../terms.ts';
import { usualField } from './fields.ts';

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
          usualField('lot', false),
          usualField('buyer', true),
          usualField('buyerOrgNumber', false),
          usualField('site', false),
          usualField('itemNumber', true),
          usualField('gtin', false),
          usualField('itemName', true),
          usualField('quantity', true),
          usualField('unit', true),
          usualField('unitPrice', true),
          usualField('amount', true),
          usualField('currency', false),
          usualField('deliveredOn', true),
          usualField('orderedOn', false),
          usualField('invoiceNumber', false),
          usualField('invoiceLine', false),
          usualField('orderNumber', false),
        ],
      },
    ],
    sanction: { kind: 'day-fine', amount: 1000, per: 'working-day' },
    ...changes,
  };
}

import type { Terms } from '../terms.ts';
import { defaultField } from './fields.ts';

/**
 * Returns the clause package for food and drink for large kitchens: all delivery lines, monthly, due ten working days
 * after the month.
 */
export function monthlyFood(changes: Partial<Terms> = {}): Terms {
  return {
    id: 'monthly-food',
    version: 1,
    title: { nb: 'Mat og drikke, månedlig', nn: 'Mat og drikke, månadleg', en: 'Food and drink, monthly' },
    frequency: 'month',
    due: { kind: 'working-days', days: 10 },
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
          defaultField('buyer', true),
          defaultField('site', false),
          defaultField('itemNumber', true),
          defaultField('gtin', false),
          defaultField('itemName', true),
          defaultField('quantity', true),
          defaultField('unit', true),
          defaultField('unitPrice', true),
          defaultField('amount', true),
          defaultField('deliveredOn', true),
          defaultField('invoiceNumber', false),
          defaultField('invoiceLine', false),
        ],
      },
    ],
    sanction: { kind: 'day-fine', amount: 1000, per: 'working-day' },
    ...changes,
  };
}

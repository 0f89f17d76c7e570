import type { Terms } from '../terms.ts';
import { defaultField } from './fields.ts';

/** Returns the clause package for services by the hour or at a fixed price: yearly, as invoiced. */
export function yearlyServices(changes: Partial<Terms> = {}): Terms {
  return {
    id: 'yearly-services',
    version: 1,
    title: { nb: 'Tjenester, årlig', nn: 'Tenester, årleg', en: 'Services, yearly' },
    report: 'services',
    frequency: 'year',
    due: { kind: 'fixed-dates', dates: ['01-31'] },
    basis: 'invoiced',
    vat: 'excluded',
    currency: 'NOK',
    scope: 'product-area',
    nilReport: 'required',
    tables: [
      {
        name: 'lines',
        title: { nb: 'Utførte tjenester', nn: 'Utførte tenester', en: 'Services performed' },
        fields: [
          defaultField('lot', false),
          defaultField('buyer', true),
          defaultField('site', false),
          defaultField('itemName', true, { synonyms: ['Tjeneste', 'Teneste', 'Service', 'Oppdrag'] }),
          defaultField('category', false),
          defaultField('quantity', true, { synonyms: ['Timer', 'Timar', 'Hours'] }),
          defaultField('unit', true),
          defaultField('unitPrice', false, { synonyms: ['Timepris', 'Hourly rate'] }),
          defaultField('amount', true),
          defaultField('invoicedOn', true),
          defaultField('invoiceNumber', false),
          defaultField('orderNumber', false),
        ],
      },
    ],
    lateLines: 'open-period',
    partlyAccepted: 'not-delivered',
    runOffDays: 90,
    ...changes,
  };
}

import type { Terms } from '../terms.ts';
import { usualField } from './fields.ts';

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
          usualField('lot', false),
          usualField('buyer', true),
          usualField('site', false),
          usualField('itemName', true, { synonyms: ['Tjeneste', 'Teneste', 'Service', 'Oppdrag'] }),
          usualField('category', false),
          usualField('quantity', true, { synonyms: ['Timer', 'Timar', 'Hours'] }),
          usualField('unit', true),
          usualField('unitPrice', false, { synonyms: ['Timepris', 'Hourly rate'] }),
          usualField('amount', true),
          usualField('invoicedOn', true),
          usualField('invoiceNumber', false),
          usualField('orderNumber', false),
        ],
      },
    ],
    lateLines: 'open-period',
    partlyAccepted: 'not-delivered',
    runOffDays: 90,
    ...changes,
  };
}

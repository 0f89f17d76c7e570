import type { Terms } from '../terms.ts';
import { usualField } from './fields.ts';

/** Returns the clause package for fuel: monthly, litres at 15 °C, by card and by bulk delivery. */
export function monthlyFuel(changes: Partial<Terms> = {}): Terms {
  return {
    id: 'monthly-fuel',
    version: 1,
    title: { nb: 'Drivstoff, månedlig', nn: 'Drivstoff, månadleg', en: 'Fuel, monthly' },
    frequency: 'month',
    due: { kind: 'working-days', days: 10 },
    basis: 'delivered',
    vat: 'excluded',
    currency: 'NOK',
    scope: 'product-area',
    nilReport: 'required',
    tables: [
      {
        name: 'lines',
        title: { nb: 'Levert drivstoff', nn: 'Levert drivstoff', en: 'Fuel delivered' },
        fields: [
          usualField('buyer', true),
          usualField('site', false),
          usualField('itemNumber', true, { synonyms: ['Produktkode', 'Drivstofftype'] }),
          usualField('itemName', true),
          usualField('quantity', true, { synonyms: ['Liter', 'Volum', 'Liter v/15 °C', 'Litres'] }),
          usualField('unit', true, { constraints: { required: true, enum: ['l', 'kWh', 'kg'] } }),
          usualField('unitPrice', true, { synonyms: ['Literpris'] }),
          usualField('amount', true),
          usualField('deliveredOn', true, { synonyms: ['Fylledato', 'Transaksjonsdato'] }),
          usualField('invoiceNumber', false),
          {
            name: 'bioShare',
            type: 'number',
            title: { nb: 'Bioandel (%)', nn: 'Bioandel (%)', en: 'Bio share (%)' },
            synonyms: ['Bioandel', 'Andel biodrivstoff'],
            constraints: { minimum: 0, maximum: 100 },
          },
        ],
      },
    ],
    checks: [{ id: 'unit-not-declared', severity: 'off' }],
    ...changes,
  };
}

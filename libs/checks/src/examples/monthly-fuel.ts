import type { Terms } from '../terms.ts';
import { defaultField } from './fields.ts';

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
          defaultField('buyer', true),
          defaultField('site', false),
          defaultField('itemNumber', true, { synonyms: ['Produktkode', 'Drivstofftype'] }),
          defaultField('itemName', true),
          defaultField('quantity', true, { synonyms: ['Liter', 'Volum', 'Liter v/15 °C', 'Litres'] }),
          defaultField('unit', true, { constraints: { required: true, enum: ['l', 'kWh', 'kg'] } }),
          defaultField('unitPrice', true, { synonyms: ['Literpris'] }),
          defaultField('amount', true),
          defaultField('deliveredOn', true, { synonyms: ['Fylledato', 'Transaksjonsdato'] }),
          defaultField('invoiceNumber', false),
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
    checks: [{ id: 'declared-unit-mismatch', severity: 'off' }],
    ...changes,
  };
}

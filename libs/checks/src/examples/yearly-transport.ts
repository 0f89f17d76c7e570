import type { Terms } from '../terms.ts';
import { defaultField } from './fields.ts';

/**
 * Returns the clause package for deliveries by road: yearly per vehicle, with kilometres, engine and fuel, and a share
 * of zero-emission driving.
 */
export function yearlyTransport(changes: Partial<Terms> = {}): Terms {
  return {
    id: 'yearly-transport',
    version: 1,
    title: { nb: 'Transport, årlig', nn: 'Transport, årleg', en: 'Transport, yearly' },
    report: 'transport',
    frequency: 'year',
    due: { kind: 'fixed-dates', dates: ['02-15'] },
    basis: 'delivered',
    vat: 'excluded',
    currency: 'NOK',
    scope: 'product-area',
    nilReport: 'allowed',
    tables: [
      {
        name: 'lines',
        title: { nb: 'Kjøring', nn: 'Køyring', en: 'Driving' },
        fields: [
          defaultField('buyer', true),
          defaultField('period', true),
          defaultField('itemName', true, { title: { nb: 'Kjøretøy', nn: 'Køyretøy', en: 'Vehicle' } }),
          {
            name: 'engine',
            type: 'string',
            title: { nb: 'Motorteknologi', nn: 'Motorteknologi', en: 'Engine' },
            synonyms: ['Drivlinje'],
            constraints: {
              required: true,
              enum: ['elektrisk', 'hydrogen', 'biogass', 'biodiesel', 'hybrid', 'diesel', 'bensin'],
            },
          },
          {
            name: 'kilometres',
            type: 'number',
            title: { nb: 'Kilometer', nn: 'Kilometer', en: 'Kilometres' },
            synonyms: ['Km', 'Kjørelengde', 'Køyrelengd'],
            constraints: { required: true, minimum: 0 },
          },
          defaultField('quantity', true, {
            title: { nb: 'Forbrukt energi', nn: 'Forbrukt energi', en: 'Energy used' },
            synonyms: ['Forbruk', 'Drivstofforbruk'],
          }),
          defaultField('unit', true, { constraints: { required: true, enum: ['l', 'kWh', 'kg'] } }),
          defaultField('deliveredOn', false),
        ],
      },
    ],
    promises: [
      {
        attribute: { nb: 'Utslippsfri kjøring', nn: 'Utsleppsfri køyring', en: 'Zero-emission driving' },
        field: 'engine',
        value: 'elektrisk',
        share: 0.5,
      },
    ],
    ...changes,
  };
}

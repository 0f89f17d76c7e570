import type { ByteSource } from '@tallgrunn/tabular';
import { parseFigure, perKilo, recordsOf, type FactorRow } from './factor-set-file.ts';

/** Converts a publisher's code to an id. */
export const toId = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Reads US EPA, Supply Chain GHG Emission Factors by NAICS code: kg CO2e per USD, purchaser's price, with margins. Only
 * the rows for all gases are read.
 */
export async function* readEpa(source: ByteSource, fileName: string): AsyncGenerator<FactorRow> {
  const [code, title, gas, value] = [
    '2017 NAICS Code',
    '2017 NAICS Title',
    'GHG',
    'Supply Chain Emission Factors with Margins',
  ];
  for await (const { row, of } of recordsOf(source, fileName, [code, title, gas, value])) {
    if (of(gas) !== 'All GHGs') continue;
    const published = parseFigure(of(value), row);
    yield {
      id: `naics-${of(code)}`,
      name: of(title),
      kind: 'spend',
      value: published,
      published,
      unit: 'kg CO2e/USD',
      per: 'USD',
      stage: 'whole',
      boundary: 'cradle-shop',
      category: null,
      gsd: null,
    };
  }
}

const ukUnits: Readonly<Record<string, { per: string; tonnes?: boolean }>> = {
  tonnes: { per: 'kg', tonnes: true },
  litres: { per: 'l' },
  'tonne.km': { per: 'tkm' },
  km: { per: 'km' },
  kWh: { per: 'kwh' },
  'cubic metres': { per: 'm3' },
  'million litres': { per: 'million l' },
};

/** Reads the UK Government conversion factors, flat file of scope 3. Only rows in kg CO2e with a value are read. */
export async function* readUkGovernment(source: ByteSource, fileName: string): AsyncGenerator<FactorRow> {
  const value = 'GHG Conversion Factor 2025';
  const levels = ['Level 1', 'Level 2', 'Level 3', 'Level 4', 'Column Text'];
  for await (const { row, of } of recordsOf(source, fileName, ['ID', 'UOM', 'GHG/Unit', value, ...levels])) {
    if (of('GHG/Unit') !== 'kg CO2e' || of(value) === '') continue;
    const published = parseFigure(of(value), row);
    const { per, tonnes } = ukUnits[of('UOM')] ?? { per: of('UOM') };
    const upstream = of('Level 1').startsWith('WTT');
    yield {
      id: toId(of('ID')),
      name: levels
        .map((level) => of(level))
        .filter(Boolean)
        .join(' / '),
      kind: 'activity',
      value: tonnes ? perKilo(published) : published,
      published,
      unit: `kg CO2e/${per}`,
      per,
      stage: upstream ? 'upstream' : 'whole',
      boundary: upstream ? 'fuel-upstream' : of('Level 1') === 'Material use' ? 'cradle-gate' : 'other',
      category: null,
      gsd: null,
    };
  }
}

/** Reads the Agribalyse summary of foods: kg CO2e per kilogram of finished product in France. */
export async function* readAgribalyse(source: ByteSource, fileName: string): AsyncGenerator<FactorRow> {
  const [code, name, value] = [
    'Code AGB',
    'Nom du Produit en Français',
    'Changement climatique (kg CO2 eq/kg de produit)',
  ];
  for await (const { row, of } of recordsOf(source, fileName, [code, name, value])) {
    const published = parseFigure(of(value), row);
    yield {
      id: `agb-${toId(of(code))}`,
      name: of(name),
      kind: 'activity',
      value: published,
      published,
      unit: 'kg CO2e/kg',
      per: 'kg',
      stage: 'whole',
      boundary: 'farm-shop',
      category: 'food',
      gsd: '1.5',
    };
  }
}

/**
 * Reads a table of spend factors: factor, name, value and, optionally, category and gsd. The decimal separator is a
 * point.
 */
export async function* readTable(source: ByteSource, fileName: string, currency: string): AsyncGenerator<FactorRow> {
  for await (const { row, of } of recordsOf(source, fileName, ['factor', 'name', 'value'], { delimiter: null })) {
    const published = parseFigure(of('value'), row);
    yield {
      id: toId(of('factor')),
      name: of('name'),
      kind: 'spend',
      value: published,
      published,
      unit: `kg CO2e/${currency}`,
      per: currency,
      stage: 'whole',
      boundary: 'other',
      category: of('category') || null,
      gsd: of('gsd') === '' ? null : parseFigure(of('gsd'), row),
    };
  }
}

import { sampleEpdArchive } from '@tallgrunn/formats/testing';
import { writeZip } from '@tallgrunn/tabular';

/**
 * Builds an invented product footprint in PACT 3: the given CO₂e per kilogram, for deliveries from 2026. It names no
 * item.
 */
export function footprintOf(name: string, kgPerKg: string, id: string): Buffer {
  return Buffer.from(
    JSON.stringify({
      id,
      specVersion: '3.0.0',
      created: '2026-01-05T08:00:00Z',
      status: 'Active',
      validityPeriodStart: '2026-01-01T00:00:00Z',
      validityPeriodEnd: '2028-12-31T23:59:59Z',
      companyName: 'Produsenten AS',
      companyIds: ['urn:pact:produsenten.example:company:1'],
      productDescription: name,
      productNameCompany: name,
      productIds: [`urn:pact:produsenten.example:product:${id}`],
      pcf: {
        declaredUnitOfMeasurement: 'kilogram',
        declaredUnitAmount: '1',
        productMassPerDeclaredUnit: '1',
        referencePeriodStart: '2025-01-01T00:00:00Z',
        referencePeriodEnd: '2026-01-01T00:00:00Z',
        pcfExcludingBiogenicUptake: kgPerKg,
        pcfIncludingBiogenicUptake: '3.1',
        fossilGhgEmissions: kgPerKg,
        fossilCarbonContent: '0',
        ipccCharacterizationFactors: ['AR6'],
        crossSectoralStandards: ['ISO14067'],
        exemptedEmissionsPercent: '0',
        geographyRegionOrSubregion: 'Europe',
        boundaryProcessesDescription: 'Vugge til port.',
        packagingEmissionsIncluded: true,
        primaryDataShare: '40',
      },
    }),
  );
}

/**
 * Builds an invented EPD as a programme operator's archive: declared per 1,000 kg, with one undeclared module and two
 * scenarios for another.
 */
export async function archivedEpd(name: string, id: string): Promise<Buffer> {
  const files = sampleEpdArchive({
    id,
    name,
    amount: '1000',
    published: '2025-02-01',
    validUntil: '2030',
    owner: 'Produsenten AS',
    total: { 'A1-A3': '412', A4: '', C3: '1640', D: '-210' },
    fossil: { 'A1-A3': '1980', A4: '' },
    biogenic: { 'A1-A3': '-1580', 'C3:forbrenning': '1580', 'C3:gjenvinning': '1580' },
    luluc: { 'A1-A3': '12' },
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(files).map(([entry, text]) => ({ name: entry, content: [new TextEncoder().encode(text)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

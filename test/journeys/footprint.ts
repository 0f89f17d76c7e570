/** A product footprint of our own making, in PACT 3: so much CO₂e a kilogram, for deliveries from 2026 on. It names no item. */
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

import type { Scenario } from '../setting/scenario.ts';
import type { Supplier } from '../setting/supplier.ts';
import type { TruthBook } from '../truth/truth-book.ts';
import { randomStream, type Rng } from '../values/rng.ts';
import type { WorldFile } from '../world-file.ts';
import { jsonFile } from '../writing/json.ts';
import type { Declaration, Flaw } from './declaration.ts';

const supplierOf = ({ suppliers }: Pick<Scenario, 'suppliers'>, key: string): Supplier =>
  suppliers.find((one) => one.key === key) as Supplier;

export const footprintPath = (scenario: Pick<Scenario, 'suppliers'>, { item }: Declaration): string =>
  `footprints/${supplierOf(scenario, item.supplier).slug}/${item.number}.json`;

/** The error kind of each flaw, and the property in which a reader finds it. */
const errorOf: Record<Exclude<Flaw, 'none'>, [kind: string, property: string]> = {
  expired: ['declaration-expired', 'validityPeriodEnd'],
  'unit-pack': ['declaration-unit', 'pcf.declaredUnitAmount'],
  'unit-area': ['declaration-unit', 'pcf.declaredUnitOfMeasurement'],
  'old-basis': ['declaration-old-basis', 'pcf.ipccCharacterizationFactors'],
  unverified: ['declaration-unverified', 'pcf.verification'],
  negative: ['declaration-negative', 'pcf.pcfExcludingBiogenicUptake'],
  scale: ['declaration-scale', 'pcf.pcfExcludingBiogenicUptake'],
  'other-product': ['declaration-other', 'productIds'],
};

const decimal = (value: number) => String(Math.round(value * 10_000) / 10_000);

interface DeclaredValue {
  unit: string;
  amount: number;
  mass: number;
  value: number;
  biogenicUptake: number;
}

/**
 * Returns the declared value after the flaw: per kilogram for paper, per piece for other items. A pack declares all its
 * pieces.
 */
function declaredValue({ item, flaw }: Declaration): DeclaredValue {
  const {
    footprint,
    kilogramsPerUnit: mass,
    holds: { count },
  } = item;
  const uptake = item.category.key.includes('paper') ? 1.2 * mass : 0;
  if (flaw === 'unit-area')
    return { unit: 'square meter', amount: 1, mass: 0.08, value: footprint * 0.02, biogenicUptake: 0 };
  if (flaw === 'unit-pack')
    return { unit: 'piece', amount: count * 20, mass: mass * 20, value: footprint * 20, biogenicUptake: uptake * 20 };
  if (flaw === 'negative')
    return { unit: 'piece', amount: count, mass, value: footprint - 2 * mass, biogenicUptake: 0 };
  if (flaw === 'scale') return { unit: 'piece', amount: count, mass, value: footprint * 1000, biogenicUptake: 0 };
  if (item.category.key === 'copy-paper')
    return { unit: 'kilogram', amount: 1, mass: 1, value: footprint / mass, biogenicUptake: uptake / mass };
  return { unit: 'piece', amount: count, mass, value: footprint, biogenicUptake: uptake };
}

function uuid(rng: Rng): string {
  const hex = (length: number) => Array.from({ length }, () => rng.int(0, 15).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

function carbonFootprint(declaration: Declaration): Record<string, unknown> {
  const { flaw, validFrom } = declaration;
  const { unit, amount, mass, value, biogenicUptake } = declaredValue(declaration);
  const referenceYear = Number(validFrom.slice(0, 4)) - 1;
  return {
    declaredUnitOfMeasurement: unit,
    declaredUnitAmount: decimal(amount),
    productMassPerDeclaredUnit: decimal(mass),
    referencePeriodStart: `${referenceYear}-01-01T00:00:00Z`,
    referencePeriodEnd: `${referenceYear + 1}-01-01T00:00:00Z`,
    pcfExcludingBiogenicUptake: decimal(value),
    pcfIncludingBiogenicUptake: decimal(value - biogenicUptake),
    fossilGhgEmissions: decimal(value),
    fossilCarbonContent: '0',
    ipccCharacterizationFactors: [flaw === 'old-basis' ? 'AR4' : 'AR6'],
    crossSectoralStandards: ['ISO14067', 'PACT-3.0'],
    exemptedEmissionsPercent: '0',
    geographyRegionOrSubregion: 'Europe',
    boundaryProcessesDescription: 'Vugge til port. Oppdiktet.',
    packagingEmissionsIncluded: true,
    primaryDataShare: flaw === 'unverified' ? '8' : '42',
    secondaryEmissionFactorSources: [{ name: 'Demo LCI', version: '1.0' }],
    ...(flaw === 'unverified'
      ? {}
      : {
          verification: {
            coverage: 'product level',
            providerName: 'Demoverifikatøren',
            completedAt: `${validFrom}T00:00:00Z`,
            standardName: 'ISO 14067',
          },
        }),
  };
}

/** Builds a product footprint in the PACT data model, version 3.0. Decimals are text. */
function productFootprint(declaration: Declaration, { slug, name, orgNumber }: Supplier, rng: Rng): object {
  const { item, number, validFrom, validTo } = declaration;
  const product = declaration.confusedWith ?? item;
  return {
    id: uuid(rng),
    specVersion: '3.0.0',
    created: `${validFrom}T08:00:00Z`,
    status: 'Active',
    validityPeriodStart: `${validFrom}T00:00:00Z`,
    validityPeriodEnd: `${validTo}T23:59:59Z`,
    companyName: name,
    companyIds: [`urn:pact:no.brreg:orgnr:${orgNumber}`],
    productDescription: product.name,
    productIds: [`urn:gtin:${product.gtin}`, `urn:pact:${slug}.example:item:${product.number}`],
    productNameCompany: product.name,
    productClassifications: [`urn:pact:productclassification:cpv:${product.category.cpv}`],
    comment: `Demodata – ikke reelle tall. Deklarasjon ${number}.`,
    pcf: carbonFootprint(declaration),
  };
}

/** Writes one PACT document per declaration and records its flaw in the truth book. */
export function* writeFootprints(scenario: Scenario, book: TruthBook): Generator<WorldFile> {
  const rng = randomStream(scenario.seed, 'footprints');
  for (const declaration of scenario.declarations) {
    const path = footprintPath(scenario, declaration);
    if (declaration.flaw !== 'none') {
      const [kind, column] = errorOf[declaration.flaw];
      book.plant(kind, path, { column });
    }
    yield jsonFile(path, productFootprint(declaration, supplierOf(scenario, declaration.item.supplier), rng));
  }
}

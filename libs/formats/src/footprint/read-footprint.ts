import { add, compare, divide, multiply, normalise } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { FormatProblem } from '../format-problem.ts';
import type { Footprint, FootprintParts, FootprintVerification } from './footprint.ts';
import { dayIn, isObject, type JsonObject, objectIn, textIn, textsIn } from './json-access.ts';
import { gtinsOf } from './product-numbers.ts';
import { validityOf } from './validity.ts';

const PER_UNIT_DECIMALS = 18;

export function looksLikeFootprint(value: unknown): value is JsonObject {
  return isObject(value) && 'specVersion' in value && isObject(value['pcf']);
}

/**
 * Reads one ProductFootprint of PACT 2.x or 3.x.
 * @throws FormatProblem 'footprint-version' | 'footprint-incomplete'
 */
export function readFootprint(json: JsonObject): Footprint {
  const specVersion = textIn(json, 'specVersion') ?? '';
  if (!/^[23]\./.test(specVersion)) throw new FormatProblem('footprint-version', { found: specVersion || '–' });
  const pcf = objectIn(json, 'pcf');
  const id = textIn(json, 'id');
  if (!id) throw new FormatProblem('footprint-incomplete', { field: 'id' });
  const productIds = textsIn(json, 'productIds');
  const declaredAmount = textIn(pcf, 'declaredUnitAmount', 'unitaryProductAmount');
  const pcfExcludingBiogenic = textIn(pcf, 'pcfExcludingBiogenicUptake', 'pCfExcludingBiogenic');
  const pcfIncludingBiogenic = textIn(pcf, 'pcfIncludingBiogenicUptake', 'pCfIncludingBiogenic');
  if (pcfExcludingBiogenic === null && pcfIncludingBiogenic === null)
    throw new FormatProblem('footprint-incomplete', { field: 'pcfExcludingBiogenicUptake' });
  const referencePeriod = {
    start: dayIn(pcf, 'referencePeriodStart', 'reportingPeriodStart'),
    end: dayIn(pcf, 'referencePeriodEnd', 'reportingPeriodEnd'),
  };
  return {
    id,
    specVersion,
    ...readIdentity(json),
    productIds,
    gtins: gtinsOf(productIds).gtins,
    declaredUnit: textIn(pcf, 'declaredUnitOfMeasurement', 'declaredUnit'),
    declaredAmount,
    massPerDeclaredUnit: textIn(pcf, 'productMassPerDeclaredUnit'),
    pcfExcludingBiogenic,
    pcfIncludingBiogenic,
    parts: partsOf(pcf),
    perUnit: perUnit(pcfExcludingBiogenic, declaredAmount),
    ...validityOf(json, referencePeriod.end),
    referencePeriod,
    ...readQuality(pcf),
    comment: textIn(json, 'comment'),
    epd: null,
  };
}

function readIdentity(
  json: JsonObject,
): Pick<Footprint, 'status' | 'createdOn' | 'precedingIds' | 'company' | 'product' | 'classifications'> {
  return {
    status: textIn(json, 'status') === 'Deprecated' ? 'Deprecated' : 'Active',
    createdOn: dayIn(json, 'created'),
    precedingIds: textsIn(json, 'precedingPfIds'),
    company: { name: textIn(json, 'companyName'), ids: textsIn(json, 'companyIds') },
    product: { name: textIn(json, 'productNameCompany'), description: textIn(json, 'productDescription') },
    classifications: textsIn(json, 'productClassifications', 'productCategoryCpc'),
  };
}

type Quality =
  | 'geography'
  | 'primaryDataShare'
  | 'dataQuality'
  | 'verification'
  | 'standards'
  | 'characterisation'
  | 'exemptedPercent'
  | 'packagingIncluded';

function readQuality(pcf: JsonObject): Pick<Footprint, Quality> {
  const dqi = objectIn(pcf, 'dqi');
  const packaging = pcf['packagingEmissionsIncluded'];
  return {
    geography: {
      country: textIn(pcf, 'geographyCountry'),
      region: textIn(pcf, 'geographyRegionOrSubregion'),
      subdivision: textIn(pcf, 'geographyCountrySubdivision'),
    },
    primaryDataShare: textIn(pcf, 'primaryDataShare'),
    dataQuality: {
      technological: textIn(dqi, 'technologicalDQR'),
      geographical: textIn(dqi, 'geographicalDQR'),
      temporal: textIn(dqi, 'temporalDQR'),
    },
    verification: readVerification(pcf),
    standards: textsIn(pcf, 'crossSectoralStandards', 'crossSectoralStandardsUsed'),
    characterisation: textsIn(
      pcf,
      'ipccCharacterizationFactors',
      'ipccCharacterizationFactorsSources',
      'characterizationFactors',
    ),
    exemptedPercent: textIn(pcf, 'exemptedEmissionsPercent'),
    packagingIncluded: typeof packaging === 'boolean' ? packaging : null,
  };
}

/** Reads `verification` (version 3) or `assurance` (version 2), where `assurance: false` means none. */
function readVerification(pcf: JsonObject): FootprintVerification | null {
  const statement = isObject(pcf['verification']) ? pcf['verification'] : objectIn(pcf, 'assurance');
  if (statement['assurance'] === false) return null;
  const read = {
    provider: textIn(statement, 'providerName'),
    standard: textIn(statement, 'standardName', 'standard'),
    coverage: textIn(statement, 'coverage'),
    completedOn: dayIn(statement, 'completedAt'),
  };
  return Object.values(read).some((value) => value !== null) ? read : null;
}

/**
 * Returns the parts whose sum version 3 defines as the footprint excluding uptake. Null when one of the three is
 * missing, because the gap is then unknown.
 */
function partsOf(pcf: JsonObject): FootprintParts | null {
  const stated = (...names: string[]): string | null => parseDecimal(textIn(pcf, ...names));
  const [fossil, biogenic, landUse] = [
    stated('fossilGhgEmissions'),
    stated('biogenicNonCO2Emissions'),
    stated('landUseChangeGhgEmissions'),
  ];
  if (fossil === null || biogenic === null || landUse === null) return null;
  const addOptional = (sum: string, ...more: string[]): string =>
    more.reduce((subtotal, name) => add(subtotal, stated(name) ?? '0'), sum);
  return {
    fossil: addOptional(fossil, 'technologicalCO2Removals', 'ccsTechnologicalCO2Capture'),
    biogenic,
    landUse: addOptional(landUse, 'landManagementBiogenicCO2Emissions', 'landManagementBiogenicCO2Removals'),
  };
}

/**
 * Returns kg CO₂e per declared unit: exact, or rounded to 18 decimals when the quotient is infinite. Null without a
 * value or when the amount is not above zero.
 */
export function perUnit(value: string | null, amount: string | null): string | null {
  const [total, count] = [parseDecimal(value), parseDecimal(amount)];
  if (total === null || count === null || compare(count, '0') <= 0) return null;
  const quotient = normalise(divide(total, count, PER_UNIT_DECIMALS));
  return compare(multiply(quotient, count), total) === 0 ? quotient : divide(total, count, PER_UNIT_DECIMALS);
}

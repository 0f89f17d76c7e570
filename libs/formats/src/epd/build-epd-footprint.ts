import { add } from '@tallgrunn/values';
import { parseDouble } from '../decimal-text.ts';
import { FormatProblem } from '../format-problem.ts';
import type { EpdFacts, Footprint } from '../footprint/footprint.ts';
import { perUnit } from '../footprint/read-footprint.ts';
import { gtinsOf } from '../footprint/product-numbers.ts';
import { declaredUnitOf, type UnitOddity } from './declared-unit.ts';
import { moduleOf, productStage, type ProductStage } from './product-stage.ts';
import type { GwpIndicator, PublishedEpd, LanguageText } from './published-epd.ts';
import { validityOfEpd, type EpdValidity } from './validity-of-epd.ts';

/** An EPD as a footprint, with the intermediate results that its validation needs. */
export interface BuiltEpd {
  readonly footprint: Footprint & { readonly epd: EpdFacts };
  readonly stages: Readonly<Record<GwpIndicator, ProductStage>>;
  readonly oddities: readonly UnitOddity[];
  readonly validity: EpdValidity;
}

/**
 * Builds a footprint for the declared amount from the EPD's product stage (A1–A3).
 * Biogenic uptake is excluded. The figure is GWP-fossil + GWP-luluc; without that split GWP-GHG (all except biogenic
 * CO₂); with one figure only, as in EN 15804+A1, that figure.
 * @throws FormatProblem 'epd-incomplete' without an id
 * @throws FormatProblem 'epd-without-gwp' without any climate figure
 */
export function buildEpdFootprint(published: PublishedEpd): BuiltEpd {
  if (published.id === null) throw new FormatProblem('epd-incomplete', { field: 'UUID' });
  if (published.amounts.length === 0 && published.wrongUnits.length === 0)
    throw new FormatProblem('epd-without-gwp', { name: nameOf(published.names) ?? published.id });
  const of = (indicator: GwpIndicator) => productStage(published.amounts, indicator, published.defaultScenarios);
  const stages = {
    total: of('total'),
    fossil: of('fossil'),
    biogenic: of('biogenic'),
    luluc: of('luluc'),
    ghg: of('ghg'),
    one: of('one'),
  };
  const { unit, amount, massKg, oddities } = declaredUnitOf(published.flow);
  const { basis, excluding } = basisOf(stages);
  const validity = validityOfEpd(published);
  const productIds = [
    ...published.productIds.map(({ type, value }) => `urn:${type.toLowerCase()}:${value}`),
    ...(published.registrationNumber ? [`urn:epd:${published.registrationNumber}`] : []),
  ];
  const standard = standardOf(published);
  const footprint = {
    id: published.id,
    specVersion: standard ?? 'ILCD+EPD',
    status: 'Active' as const,
    createdOn: published.publishedOn,
    precedingIds: published.precedingIds,
    company: { name: published.owner, ids: [] },
    product: { name: nameOf(published.names), description: null },
    productIds,
    gtins: gtinsOf(productIds).gtins,
    classifications: [],
    declaredUnit: unit,
    declaredAmount: amount,
    massPerDeclaredUnit: massKg,
    pcfExcludingBiogenic: excluding,
    pcfIncludingBiogenic: stages.total.value ?? stages.one.value,
    parts:
      basis === 'fossil-and-luluc'
        ? { fossil: stages.fossil.value!, biogenic: '0', landUse: stages.luluc.value! }
        : null,
    perUnit: perUnit(excluding, amount),
    validFrom: validity.from,
    validTo: validity.to,
    validityAssumed: false,
    referencePeriod: { start: null, end: null },
    geography: { country: published.location, region: null, subdivision: null },
    primaryDataShare: null,
    dataQuality: { technological: null, geographical: null, temporal: null },
    verification: verificationOf(published),
    standards: [...new Set(published.compliance)],
    characterisation: published.characterisation === null ? [] : [published.characterisation],
    exemptedPercent: null,
    packagingIncluded: null,
    comment: null,
    epd: factsOf(published, { stages, basis, standard }),
  };
  return { footprint, stages, oddities, validity };
}

const languages = ['nb', 'no', 'nn', 'en', 'sv', 'da', 'de'];

/** Returns the name in the first of the listed languages that has one, otherwise the first name. */
function nameOf(names: readonly LanguageText[]): string | null {
  return (
    (
      languages.map((language) => names.find((each) => each.language.toLowerCase() === language)).find(Boolean) ??
      names[0]
    )?.text ?? null
  );
}

function basisOf(stages: BuiltEpd['stages']): { basis: EpdFacts['basis']; excluding: string | null } {
  const { fossil, luluc, ghg, one } = stages;
  if (fossil.value !== null && luluc.value !== null)
    return { basis: 'fossil-and-luluc', excluding: add(fossil.value, luluc.value) };
  if (ghg.value !== null) return { basis: 'ghg', excluding: ghg.value };
  // EN 15804+A2 allows land use to be omitted when it is below 5 % of the total.
  if (fossil.value !== null) return { basis: 'fossil', excluding: fossil.value };
  return { basis: one.value === null ? null : 'one', excluding: one.value };
}

const NOT_OUTSIDE = /internal|not reviewed/i;

/**
 * Returns the external verification: a review by named reviewers outside the publisher. Null when there is none;
 * internal reviews do not count.
 */
function verificationOf({ reviews, compliance }: PublishedEpd): Footprint['verification'] {
  const outside = reviews.filter(({ type }) => !NOT_OUTSIDE.test(type ?? ''));
  const reviewers = [...new Set(outside.flatMap((each) => each.reviewers))];
  if (reviewers.length === 0) return null;
  return {
    provider: reviewers.slice(0, 5).join(', '),
    standard: compliance.find((each) => /14025/.test(each)) ?? null,
    coverage: outside[0]?.type ?? null,
    completedOn: null,
  };
}

function standardOf({ compliance, amounts, characterisation }: PublishedEpd): string | null {
  const written = compliance
    .map((each) => /EN\s*15804\s*\+?\s*(A[12])/i.exec(each)?.[1]?.toUpperCase())
    .filter(Boolean)
    .sort()
    .at(-1);
  if (written) return `EN 15804+${written}`;
  if (characterisation?.startsWith('EF')) return 'EN 15804+A2';
  return amounts.some(({ indicator }) => indicator === 'one') && characterisation !== null ? 'EN 15804+A1' : null;
}

function factsOf(
  published: PublishedEpd,
  { stages, basis, standard }: { stages: BuiltEpd['stages']; basis: EpdFacts['basis']; standard: string | null },
): EpdFacts {
  return {
    standard,
    registrationNumber: published.registrationNumber,
    operator: published.operator,
    subType: published.subType,
    referenceYear: /^\d{4}$/.test(published.referenceYear ?? '') ? published.referenceYear : null,
    publishedOn: published.publishedOn,
    documents: published.documents,
    basis,
    summed: stages.fossil.summed || stages.ghg.summed || stages.one.summed,
    productStage: {
      total: stages.total.value,
      fossil: stages.fossil.value,
      biogenic: stages.biogenic.value,
      luluc: stages.luluc.value,
      ghg: stages.ghg.value,
      one: stages.one.value,
    },
    modules: published.amounts.map((each) => ({
      indicator: each.indicator,
      module: moduleOf(each),
      scenario: each.scenario,
      value: parseDouble(each.value),
    })),
  };
}

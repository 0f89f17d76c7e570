import { isDecimal } from '@tallgrunn/values';
import type { DeclaredFacts } from './declared-facts.ts';
import { judgeItems } from './judge-items.ts';
import { point, type Point } from './point.ts';

const SOON_DAYS = 90;
const OLD_YEARS = 5;
const DAY = 86_400_000;

/**
 * Runs the checklist for one footprint on an Oslo date. The result never implies wrongdoing: anything unusual is shown
 * with the value that was read.
 */
export function judgePoints(facts: DeclaredFacts, today: string): Point[] {
  return [
    kindOf(facts),
    ...registrationOf(facts),
    facts.verified
      ? point('verified', 'named', 'good', { name: facts.document.verification?.provider })
      : point('verified', 'none', 'reservation'),
    validOf(facts, today),
    ageOf(facts, today),
    scopeOf(facts),
    sumsOf(facts),
    signOf(facts),
    ...judgeItems(facts),
    ownerOf(facts),
    placeOf(facts),
    qualityOf(facts),
    evidenceOf(facts),
  ];
}

function kindOf({ document: { epd, standards, characterisation } }: DeclaredFacts): Point {
  if (epd?.standard)
    return point(
      'kind',
      epd.standard === 'EN 15804+A2' ? 'epd' : 'epd-one-figure',
      epd.standard === 'EN 15804+A2' ? 'good' : 'reservation',
      { standard: epd.standard },
    );
  if (epd) return point('kind', 'epd-other', 'unclear');
  const basis = characterisation.find((each) => /AR[1-4]\b/.test(each));
  return basis
    ? point('kind', 'footprint-old-basis', 'reservation', { basis })
    : point('kind', 'footprint', 'good', { standards: standards.join(', ') });
}

/**
 * Checks the registration. EPD-Norge numbers have the form NEPD-4945-3957-DK. For other programmes only the presence of
 * a number is checked.
 */
function registrationOf({ document: { epd } }: DeclaredFacts): Point[] {
  if (!epd) return [];
  const { registrationNumber: number, operator } = epd;
  if (number === null) return [point('registration', 'missing', 'unclear')];
  if (operator === null) return [point('registration', 'no-operator', 'reservation', { number })];
  const odd = /epd[\s-]*nor(?:ge|way)/i.test(operator) && !/^NEPD-\d+-\d+(?:-[A-Z]{2})?$/i.test(number.trim());
  return [point('registration', odd ? 'odd' : 'complete', odd ? 'unclear' : 'good', { number, operator })];
}

function validOf({ status, validFrom, validTo }: DeclaredFacts, today: string): Point {
  if (status === 'Deprecated') return point('valid', 'withdrawn', 'stopped');
  if (validFrom === null || validTo === null) return point('valid', 'missing', 'stopped');
  if (validTo < today) return point('valid', 'expired', 'reservation', { to: validTo });
  if (validFrom > today) return point('valid', 'not-yet', 'reservation', { from: validFrom });
  const days = Math.round((Date.parse(validTo) - Date.parse(today)) / DAY);
  return days <= SOON_DAYS
    ? point('valid', 'soon', 'reservation', { to: validTo, days: String(days) })
    : point('valid', 'holds', 'good', { from: validFrom, to: validTo });
}

function ageOf({ document: { epd, referencePeriod } }: DeclaredFacts, today: string): Point {
  const year = epd ? epd.referenceYear : (referencePeriod.end?.slice(0, 4) ?? null);
  if (year === null) return point('age', 'missing', 'unknown');
  const years = Number(today.slice(0, 4)) - Number(year);
  return years > OLD_YEARS
    ? point('age', 'old', 'reservation', { year, years: String(years) })
    : point('age', 'recent', 'good', { year });
}

function scopeOf({ document: { epd } }: DeclaredFacts): Point {
  if (!epd) return point('scope', 'cradle-to-gate', 'good');
  if (epd.basis === null) return point('scope', 'missing', 'stopped');
  return point('scope', epd.summed ? 'summed' : 'whole', 'good');
}

/** Checks that the parts add up to the total. Tolerance: 1 % of the largest value, because each value is rounded. */
function sumsOf({ document: { epd, parts, pcfExcludingBiogenic } }: DeclaredFacts): Point {
  const stated = epd
    ? [epd.productStage.total, epd.productStage.fossil, epd.productStage.biogenic, epd.productStage.luluc]
    : [pcfExcludingBiogenic, parts?.fossil ?? null, parts?.biogenic ?? null, parts?.landUse ?? null];
  if (stated.some((value) => value === null || !isDecimal(value))) return point('sums', 'unstated', 'unknown');
  const [total = 0, ...rest] = stated.map(Number);
  const added = rest.reduce((so, value) => so + value, 0);
  const apart = Math.abs(total - added) > 0.01 * Math.max(Math.abs(total), ...rest.map(Math.abs));
  return point('sums', apart ? 'differ' : 'agree', apart ? 'unclear' : 'good', {
    total: String(Number(total.toPrecision(12))),
    added: String(Number(added.toPrecision(12))),
  });
}

function signOf({ perUnit, document: { epd } }: DeclaredFacts): Point {
  if (perUnit === null) return point('sign', 'missing', 'stopped');
  if (perUnit.startsWith('-')) return point('sign', 'negative', 'stopped', { value: perUnit });
  return point('sign', epd?.basis ?? 'without-uptake', 'good');
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:as|asa|a\/s|ab|gmbh|ltd|inc|sa|bv|oy)\b\.?/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Checks who owns the declaration: the supplier itself, or a manufacturer whose products the supplier sells. */
function ownerOf({ company, supplier }: DeclaredFacts): Point {
  if (company === null || supplier === null) return point('owner', 'missing', 'unknown');
  const [owner, seller] = [bare(company), bare(supplier)];
  const same = owner !== '' && seller !== '' && (owner.includes(seller) || seller.includes(owner));
  return point('owner', same ? 'same' : 'maker', same ? 'good' : 'reservation', { owner: company, supplier });
}

function placeOf({ document: { geography } }: DeclaredFacts): Point {
  const place = [geography.subdivision, geography.country, geography.region].filter(Boolean).join(', ');
  return place === '' ? point('geography', 'missing', 'unknown') : point('geography', 'stated', 'good', { place });
}

function qualityOf({ document: { primaryDataShare, dataQuality } }: DeclaredFacts): Point {
  const ratings = [dataQuality.technological, dataQuality.geographical, dataQuality.temporal]
    .filter((each) => each !== null)
    .join(' · ');
  if (primaryDataShare === null && ratings === '') return point('quality', 'missing', 'unknown');
  return point('quality', ratings === '' ? 'share' : 'ratings', 'good', { share: primaryDataShare ?? '–', ratings });
}

function evidenceOf({ pdfs, document: { epd } }: DeclaredFacts): Point {
  if (pdfs > 0) return point('evidence', 'kept', 'good', { count: String(pdfs) });
  return point('evidence', epd && epd.documents.length > 0 ? 'named' : 'file-only', 'unknown', {
    document: epd?.documents[0],
  });
}

import { isDecimal } from '@tallgrunn/values';
import type { DeclaredFacts } from './declared-facts.ts';
import { assessLinkedItems } from './assess-linked-items.ts';
import { checklistItem, type ChecklistItem } from './checklist-item.ts';

const SOON_DAYS = 90;
const OLD_YEARS = 5;
const DAY = 86_400_000;

/**
 * Runs the checklist for one footprint on an Oslo date. The result never implies wrongdoing: anything unusual is shown
 * with the value that was read.
 */
export function assessFootprint(facts: DeclaredFacts, today: string): ChecklistItem[] {
  return [
    assessKind(facts),
    ...assessRegistration(facts),
    facts.verified
      ? checklistItem('verified', 'named', 'good', { name: facts.document.verification?.provider })
      : checklistItem('verified', 'none', 'reservation'),
    assessValidity(facts, today),
    assessAge(facts, today),
    assessScope(facts),
    assessSums(facts),
    assessSign(facts),
    ...assessLinkedItems(facts),
    assessOwner(facts),
    assessGeography(facts),
    assessDataQuality(facts),
    assessAttachments(facts),
  ];
}

function assessKind({ document: { epd, standards, characterisation } }: DeclaredFacts): ChecklistItem {
  if (epd?.standard)
    return checklistItem(
      'kind',
      epd.standard === 'EN 15804+A2' ? 'epd' : 'epd-one-figure',
      epd.standard === 'EN 15804+A2' ? 'good' : 'reservation',
      { standard: epd.standard },
    );
  if (epd) return checklistItem('kind', 'epd-other', 'unclear');
  const basis = characterisation.find((each) => /AR[1-4]\b/.test(each));
  return basis
    ? checklistItem('kind', 'footprint-old-basis', 'reservation', { basis })
    : checklistItem('kind', 'footprint', 'good', { standards: standards.join(', ') });
}

/**
 * Checks the registration. EPD-Norge numbers have the form NEPD-4945-3957-DK. For other programmes only the presence of
 * a number is checked.
 */
function assessRegistration({ document: { epd } }: DeclaredFacts): ChecklistItem[] {
  if (!epd) return [];
  const { registrationNumber: number, operator } = epd;
  if (number === null) return [checklistItem('registration', 'missing', 'unclear')];
  if (operator === null) return [checklistItem('registration', 'no-operator', 'reservation', { number })];
  const isUnusual = /epd[\s-]*nor(?:ge|way)/i.test(operator) && !/^NEPD-\d+-\d+(?:-[A-Z]{2})?$/i.test(number.trim());
  return [
    checklistItem('registration', isUnusual ? 'odd' : 'complete', isUnusual ? 'unclear' : 'good', { number, operator }),
  ];
}

function assessValidity({ status, validFrom, validTo }: DeclaredFacts, today: string): ChecklistItem {
  if (status === 'Deprecated') return checklistItem('valid', 'withdrawn', 'stopped');
  if (validFrom === null || validTo === null) return checklistItem('valid', 'missing', 'stopped');
  if (validTo < today) return checklistItem('valid', 'expired', 'reservation', { to: validTo });
  if (validFrom > today) return checklistItem('valid', 'not-yet', 'reservation', { from: validFrom });
  const days = Math.round((Date.parse(validTo) - Date.parse(today)) / DAY);
  return days <= SOON_DAYS
    ? checklistItem('valid', 'soon', 'reservation', { to: validTo, days: String(days) })
    : checklistItem('valid', 'holds', 'good', { from: validFrom, to: validTo });
}

function assessAge({ document: { epd, referencePeriod } }: DeclaredFacts, today: string): ChecklistItem {
  const year = epd ? epd.referenceYear : (referencePeriod.end?.slice(0, 4) ?? null);
  if (year === null) return checklistItem('age', 'missing', 'unknown');
  const years = Number(today.slice(0, 4)) - Number(year);
  return years > OLD_YEARS
    ? checklistItem('age', 'old', 'reservation', { year, years: String(years) })
    : checklistItem('age', 'recent', 'good', { year });
}

function assessScope({ document: { epd } }: DeclaredFacts): ChecklistItem {
  if (!epd) return checklistItem('scope', 'cradle-to-gate', 'good');
  if (epd.basis === null) return checklistItem('scope', 'missing', 'stopped');
  return checklistItem('scope', epd.summed ? 'summed' : 'whole', 'good');
}

/** Checks that the parts add up to the total. Tolerance: 1 % of the largest value, because each value is rounded. */
function assessSums({ document: { epd, parts, pcfExcludingBiogenic } }: DeclaredFacts): ChecklistItem {
  const stated = epd
    ? [epd.productStage.total, epd.productStage.fossil, epd.productStage.biogenic, epd.productStage.luluc]
    : [pcfExcludingBiogenic, parts?.fossil ?? null, parts?.biogenic ?? null, parts?.landUse ?? null];
  if (stated.some((value) => value === null || !isDecimal(value))) return checklistItem('sums', 'unstated', 'unknown');
  const [total = 0, ...rest] = stated.map(Number);
  const added = rest.reduce((so, value) => so + value, 0);
  const differs = Math.abs(total - added) > 0.01 * Math.max(Math.abs(total), ...rest.map(Math.abs));
  return checklistItem('sums', differs ? 'differ' : 'agree', differs ? 'unclear' : 'good', {
    total: String(Number(total.toPrecision(12))),
    added: String(Number(added.toPrecision(12))),
  });
}

function assessSign({ perUnit, document: { epd } }: DeclaredFacts): ChecklistItem {
  if (perUnit === null) return checklistItem('sign', 'missing', 'stopped');
  if (perUnit.startsWith('-')) return checklistItem('sign', 'negative', 'stopped', { value: perUnit });
  return checklistItem('sign', epd?.basis ?? 'without-uptake', 'good');
}

const normaliseCompanyName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:as|asa|a\/s|ab|gmbh|ltd|inc|sa|bv|oy)\b\.?/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Checks who owns the declaration: the supplier itself, or a manufacturer whose products the supplier sells. */
function assessOwner({ company, supplier }: DeclaredFacts): ChecklistItem {
  if (company === null || supplier === null) return checklistItem('owner', 'missing', 'unknown');
  const [owner, seller] = [normaliseCompanyName(company), normaliseCompanyName(supplier)];
  const same = owner !== '' && seller !== '' && (owner.includes(seller) || seller.includes(owner));
  return checklistItem('owner', same ? 'same' : 'maker', same ? 'good' : 'reservation', { owner: company, supplier });
}

function assessGeography({ document: { geography } }: DeclaredFacts): ChecklistItem {
  const place = [geography.subdivision, geography.country, geography.region].filter(Boolean).join(', ');
  return place === ''
    ? checklistItem('geography', 'missing', 'unknown')
    : checklistItem('geography', 'stated', 'good', { place });
}

function assessDataQuality({ document: { primaryDataShare, dataQuality } }: DeclaredFacts): ChecklistItem {
  const ratings = [dataQuality.technological, dataQuality.geographical, dataQuality.temporal]
    .filter((each) => each !== null)
    .join(' · ');
  if (primaryDataShare === null && ratings === '') return checklistItem('quality', 'missing', 'unknown');
  return checklistItem('quality', ratings === '' ? 'share' : 'ratings', 'good', {
    share: primaryDataShare ?? '–',
    ratings,
  });
}

function assessAttachments({ pdfs, document: { epd } }: DeclaredFacts): ChecklistItem {
  if (pdfs > 0) return checklistItem('evidence', 'kept', 'good', { count: String(pdfs) });
  return checklistItem('evidence', epd && epd.documents.length > 0 ? 'named' : 'file-only', 'unknown', {
    document: epd?.documents[0],
  });
}

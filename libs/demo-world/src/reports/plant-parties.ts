import { isOrganisationNumber } from '../values/check-digits.ts';
import { municipalities } from '../setting/municipalities.ts';
import type { ReportLine } from './line.ts';
import { numberText, type Planter } from './planting.ts';

/** How people misspell the seven. */
const misspellings: Record<string, readonly string[]> = {
  Kongsvinger: ['Kongsviger', 'Kongsvinger k.', 'Kongsvingr'], 'Nord-Odal': ['Nord Odal', 'Nordodal', 'N-Odal'], 'Sør-Odal': ['Sør Odal', 'Sor-Odal', 'Sør-odal'], Eidskog: ['Eidskoug', 'Eidsskog'],
  Grue: ['Grue k', 'Gruue'], Åsnes: ['Asnes', 'Aasnes'], Våler: ['Vaaler', 'Valer'],
};

const buyerOf = (line: ReportLine) => line.deliveries[0]?.site.municipality;

/** Misspells the name in the column that names the buyer: the municipality, or the customer's name. */
const misspelt: Planter = (bed, count) => {
  const field = bed.submission.supplier === 'finnskog' ? 'municipality' : 'customerName';
  for (const line of bed.take(count)) {
    const name = buyerOf(line)?.name ?? '';
    bed.write('misspelt', line, field, numberText(line.cells[field]).replace(name, bed.rng.pick(misspellings[name] as readonly string[])));
  }
};

const oldNumber: Planter = (bed, count) => {
  for (const line of bed.take(count)) bed.write('old-number', line, 'municipalityNumber', bed.rng.chance(0.5) ? (buyerOf(line)?.oldNumber ?? null) : String(Number(buyerOf(line)?.oldNumber)));
};

const subUnit: Planter = (bed, count) => {
  for (const line of bed.take(count)) bed.write('sub-unit', line, 'orgNumber', line.deliveries[0]?.site.orgNumber ?? null);
};

const orgShort: Planter = (bed, count) => {
  for (const line of bed.take(count)) bed.write('org-short', line, 'orgNumber', numberText(line.cells.orgNumber).slice(0, 8));
};

const orgDigit: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const right = numberText(line.cells.orgNumber);
    const wrong = [1, 2, 3].map((step) => `${right.slice(0, 8)}${(Number(right[8]) + step) % 10}`).find((text) => !isOrganisationNumber(text)) as string;
    bed.write('org-digit', line, 'orgNumber', wrong);
  }
};

const orgPlaceholder: Planter = (bed, count) => {
  for (const line of bed.take(count)) bed.write('org-placeholder', line, 'orgNumber', '999999999');
};

/** Sales to a municipality that has no part in the agreement. */
const notEntitled: Planter = (bed, count) => {
  const strangers = bed.rng.sample(bed.lines.filter((line) => line.amount > 0), count).map((line): ReportLine => ({
    ...line, deliveries: [],
    cells: { ...line.cells, customerNumber: '990017', customerName: 'Elverum kommune', municipality: 'Elverum', municipalityNumber: '3420', orgNumber: '952857991', site: 'Elverum rådhus', invoiceNumber: null, invoiceLine: null },
  }));
  bed.insert(strangers);
  const field = { finnskog: 'municipality', solglott: 'customerName', blyant: 'orgNumber', nettverket: 'orgNumber' } as const;
  for (const line of strangers) bed.note('not-entitled', line, field[bed.submission.supplier], null);
};

/** A site whose customer number the supplier forgot: its lines are not in the report. */
export const siteMissing = (siteId: string): Planter => (bed) => {
  const missing = bed.lines.filter((line) => line.deliveries[0]?.site.id === siteId);
  for (const line of missing) bed.lines.splice(bed.lines.indexOf(line), 1);
  bed.note('site-missing', null, null, `${missing.length} lines of ${municipalities.find((one) => siteId.startsWith(one.number))?.name}, site ${siteId}`);
};

export const partyPlanters: Record<string, Planter> = {
  misspelt, 'old-number': oldNumber, 'sub-unit': subUnit, 'org-short': orgShort, 'org-digit': orgDigit, 'org-placeholder': orgPlaceholder, 'not-entitled': notEntitled,
};

import { isOrganisationNumber } from '../values/check-digits.ts';
import type { ReportLine } from './line.ts';
import { numberText, type Planter } from './planting.ts';

/** Common misspellings of the seven municipalities. */
const misspellings: Record<string, readonly string[]> = {
  Kongsvinger: ['Kongsviger', 'Kongsvingr', 'Kongvinger'],
  'Nord-Odal': ['Nord Odal', 'Nordodal'],
  'Sør-Odal': ['Sør Odal', 'Sor-Odal'],
  Eidskog: ['Eidskoug', 'Eidsskog'],
  Grue: ['Gruue'],
  Åsnes: ['Asnes', 'Aasnes'],
  Våler: ['Vaaler'],
};

const buyerOf = (line: ReportLine) => line.deliveries[0]?.site.municipality;

/** Municipalities whose names can be misspelt inside a customer's name: only those with hyphens or special letters. */
const inCustomerNames = ['Nord-Odal', 'Sør-Odal', 'Åsnes', 'Våler'];

/** Misspells the municipality in the column that names the buyer: the municipality or the customer. */
const misspelt: Planter = (bed, count) => {
  const field = bed.form.columns.some(([, one]) => one === 'municipality') ? 'municipality' : 'customerName';
  const lines = bed.take(count, (line) =>
    field === 'municipality' ? buyerOf(line)?.body === undefined : inCustomerNames.includes(buyerOf(line)?.name ?? ''),
  );
  for (const line of lines) {
    const name = buyerOf(line)?.name ?? '';
    const variants = misspellings[name] as readonly string[];
    bed.write(
      'misspelt',
      line,
      field,
      numberText(line.cells[field]).replace(
        name,
        field === 'municipality' ? bed.rng.pick(variants) : (variants[0] as string),
      ),
    );
  }
};

/** Writes the municipality number from before 2020 instead of the name, sometimes without its leading zero. */
const oldNumber: Planter = (bed, count) => {
  // a body that is not a municipality never had a number
  for (const line of bed.take(count, (one) => buyerOf(one)?.body === undefined))
    bed.write(
      'old-number',
      line,
      'municipality',
      bed.rng.chance(0.5) ? (buyerOf(line)?.oldNumber ?? null) : String(Number(buyerOf(line)?.oldNumber)),
    );
};

const subUnit: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('sub-unit', line, 'orgNumber', line.deliveries[0]?.site.orgNumber ?? null);
};

const orgShort: Planter = (bed, count) => {
  for (const line of bed.take(count))
    bed.write('org-short', line, 'orgNumber', numberText(line.cells.orgNumber).slice(0, 8));
};

const orgDigit: Planter = (bed, count) => {
  for (const line of bed.take(count)) {
    const right = numberText(line.cells.orgNumber);
    const wrong = [1, 2, 3]
      .map((step) => `${right.slice(0, 8)}${(Number(right[8]) + step) % 10}`)
      .find((text) => !isOrganisationNumber(text)) as string;
    bed.write('org-digit', line, 'orgNumber', wrong);
  }
};

const orgPlaceholder: Planter = (bed, count) => {
  for (const line of bed.take(count)) bed.write('org-placeholder', line, 'orgNumber', '999999999');
};

/** Sales to a municipality that is not a participant in the agreement. */
const notEntitled: Planter = (bed, count) => {
  const strangers = bed.rng
    .sample(
      bed.lines.filter((line) => line.amount > 0),
      count,
    )
    .map((line): ReportLine => ({
      ...line,
      deliveries: [],
      like: line.like,
      cells: {
        ...line.cells,
        customerNumber: '990017',
        customerName: 'Elverum kommune',
        municipality: 'Elverum',
        municipalityNumber: '3420',
        orgNumber: '952857991',
        site: 'Elverum rådhus',
        invoiceNumber: null,
        invoiceLine: null,
      },
    }));
  bed.insert(strangers);
  const written = new Set(bed.form.columns.map(([, field]) => field));
  const field = (['orgNumber', 'municipality', 'customerName'] as const).find((one) => written.has(one)) ?? null;
  for (const line of strangers) bed.note('not-entitled', line, field, null);
};

/** Removes the lines of a site, because the supplier omitted its customer number. */
const siteMissing: Planter = (bed) => {
  const siteId = bed.scenario.story.forgottenSite;
  const missing = bed.lines.filter((line) => line.deliveries[0]?.site.id === siteId);
  for (const line of missing) bed.lines.splice(bed.lines.indexOf(line), 1);
  bed.note(
    'site-missing',
    null,
    null,
    `${missing.length} lines of ${bed.scenario.buyers.find((one) => siteId.startsWith(one.number))?.name}, site ${siteId}`,
  );
};

export const partyPlanters: Record<string, Planter> = {
  misspelt,
  'old-number': oldNumber,
  'sub-unit': subUnit,
  'org-short': orgShort,
  'org-digit': orgDigit,
  'org-placeholder': orgPlaceholder,
  'not-entitled': notEntitled,
  'site-missing': siteMissing,
};

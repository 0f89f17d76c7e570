import {
  formatCount,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  listing,
  monthSpans,
  Period,
  plural,
} from '@tallgrunn/values';
import type { MunicipalitiesTexts } from './municipalities-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'en', 0);
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const spans = (months: readonly string[]) =>
  listing(
    'en',
    monthSpans(months).map(({ from, to }) => (from === to ? month(from) : `${month(from)}–${month(to)}`)),
  );
const accountsOf = { operating: 'operating accounts only', all: 'operating and investment together' };

export const municipalitiesEn: MunicipalitiesTexts = {
  title: 'Municipalities side by side',
  lead: 'The same figures that each municipality has on its own pages. A municipality whose ledger lacks a month is shown, but cannot be compared.',
  period: 'Period',
  measure: 'Measure',
  measures: { emissions: 'Carbon footprint', spend: 'Purchases' },
  per: 'Shown',
  pers: { inhabitant: 'per inhabitant', total: 'in total' },
  accounts: 'Accounts',
  accountsCompared: { operating: 'operating only', all: 'operating and investment together' },
  heads: {
    municipality: 'Municipality',
    figure: 'Figure',
    interval: '95 % interval',
    byItem: 'Known by item',
    withFactor: 'With an emission factor',
    population: 'Inhabitants',
  },
  caption: (p) => `Municipalities side by side, ${formatPeriod(Period.parse(p.period), 'en')}`,
  /** Main finding of the chart; `isSure`: the interval of the largest is above all others. */
  finding: {
    emissions: (p) =>
      p.isSure
        ? `${p.name} has the largest carbon footprint`
        : 'The intervals overlap: which municipality has the largest carbon footprint is not certain',
    spend: (p) => `${p.name} has the highest spend`,
  },
  findingPer: {
    emissions: (p) =>
      p.isSure
        ? `${p.name} has the largest carbon footprint per inhabitant`
        : 'The intervals overlap: which municipality has the largest carbon footprint per inhabitant is not certain',
    spend: (p) => `${p.name} has the highest spend per inhabitant`,
  },
  findingFew: 'Fewer than two municipalities can be compared in this period',
  basis: {
    emissions: (p) =>
      `${formatPeriod(Period.parse(p.period), 'en')}. Carbon footprint of booked purchases, ${accountsOf[p.accounts]}. The line is a 95 % interval. The more that is known by item, the more reliable the figure.`,
    spend: (p) =>
      `${formatPeriod(Period.parse(p.period), 'en')}. Booked purchases excluding VAT, ${accountsOf[p.accounts]}.`,
  },
  units: {
    emissions: { inhabitant: 'kg CO₂e per inhabitant', total: 'tonnes CO₂e' },
    spend: { inhabitant: 'NOK per inhabitant', total: 'NOK' },
  },
  emissionsFigure: {
    inhabitant: (p) => `${formatQuantity(p.value, 'en')} kg`,
    total: (p) => `${formatQuantity(p.value, 'en')} t`,
  },
  spendFigure: (p) => kroner(p.value),
  interval: (p) => `${p.low} to ${p.high}`,
  share: (p) => formatShare(p.share, 'en', 1),
  notKnown: 'not known',
  missing: (p) => `cannot be compared: the ledger is not complete for ${spans(p.months)}`,
  classUnknown: (p) =>
    `cannot be compared: the ledger does not state what is operating and what is investment, for ${kroner(p.amount)}`,
  classLittle: (p) =>
    `${p.name}: ${kroner(p.amount)} is not included, because it is not known whether it is operating or investment.`,
  nothing: 'no purchases have been imported',
  noPopulation: 'the number of inhabitants has not been entered',
  population: (p) => `${count(p.inhabitants)} (${p.year})`,
  populationNone:
    'No population figures have been entered, so the figures are totals and follow the size of the municipality.',
  populationWhy:
    'The number of inhabitants is the newest that has been entered for a year that is not after the period.',
  populationSources: 'Sources of the numbers of inhabitants',
  toCompleteness: 'See data completeness',
  none: 'No figures yet',
  noneReason: 'Import ledgers to compare the municipalities.',
  form: {
    title: 'Enter numbers of inhabitants',
    lead: 'Earlier numbers are not deleted. The newest applies.',
    year: 'Year (1 January)',
    source: 'Source',
    sourceHelp: 'For example: Statistics Norway, table 07459, read on 12 March 2026.',
    rows: 'Inhabitants',
    rowsHelp: 'One line for each municipality: name; number. Can be pasted from a spreadsheet.',
    act: 'Save the numbers',
    done: (p) =>
      plural('en', p.count, {
        one: 'The number of inhabitants of one municipality has been saved.',
        other: `The numbers of inhabitants of ${count(p.count)} municipalities have been saved.`,
      }),
    missing: 'The field must be filled in',
    yearOdd: 'Write the year with four digits',
    rowOdd: (p) => `Line ${count(p.row)}: “${p.found}” is not a name and a whole number with a semicolon between`,
    buyerOdd: (p) => `Line ${count(p.row)}: “${p.found}” is not a municipality in the cooperative`,
    twice: (p) => `Line ${count(p.row)}: “${p.found}” is listed twice`,
  },
};

import { formatCount, formatQuantity, listing, plural } from '@tallgrunn/values';
import type { PicturesTexts } from './pictures-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const periods = {
  month: (n: number) => plural('en', n, { one: 'one month', other: `${count(n)} months` }),
  quarter: (n: number) => plural('en', n, { one: 'one quarter', other: `${count(n)} quarters` }),
  year: (n: number) => plural('en', n, { one: 'one year', other: `${count(n)} years` }),
};
const things = {
  item: (n: number) => plural('en', n, { one: 'one item', other: `${count(n)} items` }),
  supplier: (n: number) => plural('en', n, { one: 'one supplier', other: `${count(n)} suppliers` }),
  category: (n: number) => plural('en', n, { one: 'one category', other: `${count(n)} categories` }),
  agreement: (n: number) => plural('en', n, { one: 'one agreement', other: `${count(n)} agreements` }),
};
const measures = { booked: 'the purchases', emissions: 'the calculated emissions' };
/** What shares are of: a measure, or the part of it that is known by item, supplier and so on. */
interface Known {
  readonly measure: keyof typeof measures;
  readonly share: string | null;
}
const known = (p: Known): string =>
  p.share === null ? measures[p.measure] : `the ${p.share} of ${measures[p.measure]} that is known like this`;
const THOUSAND = 1000;
const short = (value: number): string =>
  formatQuantity(Number(value.toPrecision(2)).toFixed(value < 1 ? 2 : value < 10 ? 1 : 0), 'en');

export const en = {
  title: 'Pictures',
  lead: 'Purchases and emissions in charts. The address contains your choices, and each chart can be downloaded.',
  emptyTitle: 'No purchases yet',
  emptyReason: 'Charts appear when a ledger has been imported.',
  noneTitle: 'No purchases in this selection',
  noneReason: 'Remove some of the filter to see more.',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filter' : `Filter (${count(p.count)})`),
  controls: { picture: 'Chart', period: 'Period', by: 'By', measure: 'Show' },
  options: {
    picture: {
      time: 'Over time',
      pareto: 'The largest (Pareto)',
      heat: 'Supplier and category',
      flow: 'From category to what we know',
    },
    period: { month: 'Month', quarter: 'Quarter', year: 'Year' },
    by: { item: 'Items', supplier: 'Suppliers', category: 'Categories', agreement: 'Agreements' },
    measure: { booked: 'Purchases (NOK)', emissions: 'Carbon footprint (tonnes CO₂e)' },
  },
  measures: { booked: 'Purchases (NOK)', emissions: 'Carbon footprint (tonnes CO₂e)' },
  units: { booked: 'NOK', emissions: 'tonnes CO₂e' },
  downloads: 'Download the chart',
  download: { svg: 'SVG', png: 'PNG', csv: 'CSV' },
  failed: 'The file was not created. Try again.',
  total: 'Total emissions',
  tonnes: (p: { value: string }) => `${formatQuantity(p.value, 'en')} tonnes CO₂e`,
  between: (p: { low: string; high: string }) =>
    `${formatQuantity(p.low, 'en')}–${formatQuantity(p.high, 'en')} tonnes CO₂e`,
  scope: (p: { who: string | null; from: string; to: string; isNarrowed: boolean; withoutLedger: readonly string[] }) =>
    [
      `${p.who ?? 'All municipalities you can see'}, ${p.from === p.to ? p.from : `${p.from}–${p.to}`}`,
      ...(p.isNarrowed ? ['only the lines of the filter'] : []),
      ...(p.withoutLedger.length > 0 ? [`without a ledger: ${listing('en', p.withoutLedger)}`] : []),
    ].join('; '),
  source: (p: { run: string | null; at: string | null }) =>
    p.run === null
      ? 'Source: booked purchases of the combined table.'
      : `Source: booked purchases of the combined table. Calculation ${p.run}${p.at === null ? '' : `, ${p.at}`}.`,
  note: 'The charts show the same figures as Analysis and the combined table. They do not show whether a change is certain: see Carbon footprint for the comparison of years.',
  time: {
    kroner: 'Purchases, NOK excluding VAT',
    tonnes: 'Calculated emissions, tonnes CO₂e',
    unit: 'NOK, tonnes CO₂e',
    heads: ['Period', 'Purchases', 'Emissions', '95 % interval', 'Ledger'],
    complete: 'complete',
    incomplete: 'not complete',
    marks: 'New factors',
    madeBy: (p) => `calculated by ${p.madeBy}, not verified here`,
    change: (p) =>
      `${count(p.number)}: from ${p.day}, another emission factor is used for ${p.factors.map(({ target, factor, value, unit }) => `${target} (${factor}, ${formatQuantity(value, 'en')} ${unit})`).join(', ')}. A change in emissions at the line may be due to the factor.`,
    quarter: (p: { quarter: string; year: string }) => `Q${p.quarter} ${p.year}`,
    finding: (p: { period: string; amount: string; incomplete: number; count: number; kind: keyof typeof periods }) =>
      `${p.count - p.incomplete > 1 ? `Of the complete periods, purchases are largest in ${p.period}: ${p.amount}` : `Purchases in ${p.period}: ${p.amount}`}${p.incomplete > 0 ? `; ${count(p.incomplete)} of ${periods[p.kind](p.count)} are not complete` : ''}`,
    findingNone: (p: { count: number; kind: keyof typeof periods }) =>
      `None of ${periods[p.kind](p.count)} is complete, so the amounts may increase`,
    subtitle: (p: {
      kind: keyof typeof periods;
      scope: string;
      hasIntervals: boolean;
      hasMarks: boolean;
      madeBy: readonly string[];
    }) =>
      `Booked purchases in NOK excluding VAT and calculated emissions in tonnes CO₂e, by month of the ledger: ${p.scope}. Hatched periods have ledgers that are not complete. ${p.hasIntervals ? 'Lines are 95 % intervals.' : 'Intervals are not calculated for this selection.'}${p.hasMarks ? ' Dashed lines are days on which emission factors changed.' : ''}${p.madeBy.length > 0 ? ` Dotted years were calculated by ${listing('en', p.madeBy)} in another way, and cannot be compared with the others.` : ''}`,
  },
  pareto: {
    by: { item: 'Item', supplier: 'Supplier', category: 'Category', agreement: 'Agreement' },
    heads: ['Share', 'Share with all larger ones'],
    finding: (p: { count: number; rowCount: number; by: keyof typeof things } & Known) =>
      `${count(p.count)} of ${things[p.by](p.rowCount)} account for half of ${known(p)}`,
    findingLess: (p: { count: number; rowCount: number; by: keyof typeof things; part: string } & Known) =>
      `${count(p.count)} of ${things[p.by](p.rowCount)} account for ${p.part} of ${known(p)}`,
    subtitle: (p: { by: keyof typeof things; scope: string } & Known) =>
      `Share of ${known(p)}, ${p.measure === 'booked' ? 'NOK excluding VAT' : 'tonnes CO₂e'}: ${p.scope}. Bars show each one; points and the dashed line show the cumulative share.`,
    row: (p: { label: string; figure: string; together: string }) =>
      `${p.label}: ${p.figure}, cumulative ${p.together}`,
  },
  heat: {
    supplier: 'Supplier',
    all: 'Total',
    nothing: 'none',
    finding: (p: { supplier: string; category: string; figure: string }) =>
      `The largest is “${p.supplier}” with ${p.category}: ${p.figure}`,
    findingNone: 'No amounts to show',
    subtitle: (p: { measure: keyof typeof measures; scope: string; suppliers: number; others: number }) =>
      `Shows ${measures[p.measure]}, ${p.measure === 'booked' ? 'thousand NOK excluding VAT' : 'tonnes CO₂e'}: ${p.scope}. The largest: ${things.supplier(p.suppliers)}${p.others > 0 ? `; ${things.category(p.others)} are not shown` : ''}. Darker cells are larger figures.`,
    short: (p: { value: number; measure: keyof typeof measures }) =>
      short(p.measure === 'booked' ? p.value / THOUSAND : p.value),
  },
  flow: {
    category: 'Category',
    rest: 'Other categories',
    finding: (p) => `${p.known}${p.least === null ? '' : `. Least known is ${p.least.category}: ${p.least.amount}`}`,
    subtitle: (p: { scope: string }) =>
      `Booked purchases in NOK excluding VAT, from category (left) to what we know of what was bought (right): ${p.scope}. The width of a band is the amount. Categories whose credit notes exceed the purchases are not shown.`,
  },
} satisfies PicturesTexts;

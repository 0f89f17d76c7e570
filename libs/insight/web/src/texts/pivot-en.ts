import { formatCount, formatPeriod, formatShare, Period, plural } from '@tallgrunn/values';
import type { PivotTexts } from './pivot-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const month = (key: string) => formatPeriod(Period.parse(key), 'en');
const measured = {
  booked: 'the purchases',
  emissions: 'the calculated emissions',
  'reported-only': 'what is only reported',
  lines: 'the lines',
  'by-item': 'the purchases',
  'with-factor': 'the purchases',
};
const bases = {
  booked: 'Booked purchases excluding VAT.',
  emissions: 'Calculated emissions of booked purchases, tonnes CO₂e.',
  'reported-only': 'Reported purchases excluding VAT that are not matched with the ledger.',
  lines: 'Number of booked lines.',
  'by-item': 'Share of booked purchases known as items.',
  'with-factor': 'Share of booked purchases with an emission figure.',
};

export const pivotEn: PivotTexts = {
  title: 'Analysis',
  lead: 'Arrange the purchases as you want to see them. The address contains your choices, so you can send the link to a colleague.',
  fields: { rows: 'Rows', columns: 'Columns', measure: 'Show', limit: 'Number of rows' },
  rowsBy: {
    category: 'Category',
    supplier: 'Supplier',
    seller: 'Seller',
    item: 'Item',
    buyer: 'Municipality',
    agreement: 'Agreement',
    lot: 'Lot',
    account: 'Account',
    method: 'Method',
    basis: 'Basis',
    state: 'Status',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
  },
  columnsBy: {
    none: 'None',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    buyer: 'Municipality',
    category: 'Category',
  },
  measures: {
    booked: 'Purchases (NOK)',
    emissions: 'Emissions (tonnes CO₂e)',
    'reported-only': 'Only reported (NOK)',
    lines: 'Booked lines',
    'by-item': 'Share known as items',
    'with-factor': 'Share with an emission figure',
  },
  heads: {
    booked: 'Purchases',
    emissions: 'Tonnes CO₂e',
    'reported-only': 'Only reported',
    lines: 'Lines',
    'by-item': 'Known as items',
    'with-factor': 'With emission figure',
  },
  units: {
    booked: 'NOK',
    emissions: 'tonnes CO₂e',
    'reported-only': 'NOK',
    lines: 'lines',
    'by-item': '',
    'with-factor': '',
  },
  share: 'Share of total',
  total: 'Total',
  filters: (p: { count: number }) => (p.count === 0 ? 'Filters' : `Filters (${count(p.count)})`),
  caption: (p: { rows: string }) =>
    `Purchases by ${(pivotEn.rowsBy as Readonly<Record<string, string>>)[p.rows]?.toLowerCase() ?? p.rows}`,
  finding: (p: { name: string; share: string; measure: keyof typeof measured }) =>
    `${p.name} accounts for ${formatShare(p.share, 'en', 1)} of ${measured[p.measure]}`,
  findingPlain: {
    category: 'By category',
    supplier: 'By supplier',
    seller: 'By seller',
    item: 'By item',
    buyer: 'By municipality',
    agreement: 'By agreement',
    lot: 'By lot',
    account: 'By account',
    method: 'By method',
    basis: 'By basis',
    state: 'By status',
    month: 'By month',
    quarter: 'By quarter',
    year: 'By year',
  },
  scope: (p: { who: string | null; from: string | null; to: string | null; measure: keyof typeof measured }) => {
    const period =
      p.from === null && p.to === null
        ? 'all imported months'
        : `${p.from === null ? '' : `from ${month(p.from)}`}${p.to === null ? '' : ` to ${month(p.to)}`}`.trim();
    return `${p.who ?? 'All municipalities'}, ${period}. ${bases[p.measure]}`;
  },
  others: (p: { count: number; figure: string }) =>
    plural('en', p.count, {
      one: `One more row is not shown: ${p.figure}.`,
      other: `${count(p.count)} more rows are not shown: ${p.figure} in all.`,
    }),
  note: {
    booked: 'Amounts for which VAT is not known are excluded. Months follow the accounting period.',
    emissions: 'Purchases without an emission factor are not included and never counted as zero.',
    'reported-only': 'Lines can be shown here because the ledger is not imported yet.',
    lines: 'A booked line in several parts counts once in each row it is part of.',
    'by-item': 'For the rest we know the quantity or the account, or neither.',
    'with-factor': 'The rest has no factor or is awaiting a decision.',
  },
  unknown: {
    category: 'Uncategorised',
    supplier: 'Not a supplier with an agreement',
    seller: 'Seller not known',
    item: 'Not known as an item',
    buyer: 'Municipality not known',
    agreement: 'Not linked to an agreement',
    lot: 'Not linked to a lot',
    account: 'No account',
    method: 'Not calculated',
    basis: 'Not known',
    state: 'Not known',
    month: 'Month not known',
    quarter: 'Quarter not known',
    year: 'Year not known',
  },
  emptyTitle: 'No purchases to show yet',
  emptyReason: 'Import ledgers or e-invoices to arrange the purchases here.',
  noneTitle: 'No purchases in this selection',
  noneReason: 'Remove a filter, or choose other months.',
};

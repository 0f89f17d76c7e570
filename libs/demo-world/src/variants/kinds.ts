import { errorKind } from '../reports/error-kinds.ts';
import type { Planter } from '../reports/planting.ts';
import { reportPlanters } from '../reports/damage-report.ts';
import { cellPlanters } from './plant-cells.ts';
import { wordingPlanters } from './plant-wordings.ts';
import {
  crossTable,
  cutOff,
  mergedHeading,
  oldTemplate,
  otherAgreement,
  severalSheets,
  subtotals,
  titleRows,
  totalOff,
  totalRow,
  type Shaper,
} from './shape.ts';
import type { NotationRequirements } from './spelling.ts';

/** One variant of a mistake of a class. */
export interface VariantKind {
  readonly kind: string;
  readonly class: number;
  readonly plant: Planter | null;
  readonly shape: Shaper | null;
  /** Notation of both the table and its twin. */
  readonly both: NotationRequirements;
  /** Notation of the table with the mistake, where it differs from its twin. */
  readonly spoilt: NotationRequirements;
  readonly twin: NotationRequirements;
  /** True if reported once per file or column, not per row. */
  readonly wholeFile: boolean;
  /** True if it concerns every line of the period. */
  readonly allLines: boolean;
  readonly most: number;
  readonly suppliers: readonly string[];
}

type Changes = Partial<Omit<VariantKind, 'kind' | 'class'>>;

/** Classes of mistakes that no report of the demo world contains. */
const further: Readonly<Record<string, number>> = {
  'old-template': 1,
  'other-agreement': 2,
  'cut-off': 3,
  'heading-merged': 6,
  'several-sheets': 7,
  subtotals: 11,
  'cross-table': 12,
  'decimals-mixed': 15,
  'number-ambiguous': 16,
  'day-month': 42,
  'date-1904': 45,
  'month-missing': 49,
};

const anybody = ['finnskog', 'solglott', 'blyant', 'nettverket'];

function kind(name: string, changes: Changes = {}): VariantKind {
  const plant = wordingPlanters[name] ?? cellPlanters[name] ?? reportPlanters[name] ?? null;
  const errorClass = further[name] ?? errorKind(name).class;
  return {
    kind: name,
    class: errorClass,
    plant,
    shape: null,
    both: {},
    spoilt: {},
    twin: {},
    wholeFile: false,
    allLines: false,
    most: 3,
    suppliers: anybody,
    ...changes,
  };
}

const csv = { container: 'csv' } as const;
const workbook = { container: 'workbook' } as const;
const byName = { both: { buyerBy: 'name' } } as const;
const byNumber = { both: { buyerBy: 'orgNumber' } } as const;
const quarterly = ['blyant', 'nettverket'];
const shaped = (name: string, shape: Shaper, changes: Changes = {}): VariantKind =>
  kind(name, { plant: null, shape, wholeFile: true, ...changes });

const structure: readonly VariantKind[] = [
  shaped('old-template', oldTemplate),
  shaped('other-agreement', otherAgreement),
  shaped('cut-off', cutOff, { both: workbook }),
  kind('header-renamed', { both: { titles: true }, wholeFile: true }),
  shaped('title-rows', titleRows),
  shaped('heading-merged', mergedHeading, { both: workbook }),
  shaped('several-sheets', severalSheets, { both: workbook }),
  kind('hidden-rows', { both: workbook, wholeFile: true, most: 12 }),
  shaped('total-row', totalRow, { wholeFile: false }),
  shaped('total-row-off', totalOff, { wholeFile: false }),
  shaped('subtotals', subtotals, { wholeFile: false }),
  shaped('cross-table', crossTable, { both: { buyerBy: 'name' } }),
  kind('mojibake', { both: { ...csv, encoding: 'utf-8' }, wholeFile: true }),
  kind('encoding', { both: csv, spoilt: { encoding: 'windows-1252' }, twin: { encoding: 'utf-8' }, wholeFile: true }),
  kind('delimiter', { both: csv, spoilt: { delimiter: '\t' }, twin: { delimiter: ';' }, wholeFile: true }),
  kind('empty-file', { wholeFile: true }),
  kind('personal-data', { spoilt: { names: true }, wholeFile: true }),
];

const numbers: readonly VariantKind[] = [
  kind('formula-cell', { both: workbook }),
  kind('quantity-blank'),
  kind('decimals-mixed', { both: csv }),
  kind('number-ambiguous', { both: csv, wholeFile: true }),
  kind('nbsp-thousands', { both: csv }),
  kind('quantity-text'),
  kind('currency-text'),
  kind('parentheses', { both: { ...csv, negative: 'parentheses' } }),
  kind('trailing-minus', { both: { ...csv, negative: 'trailing-minus' } }),
  kind('credit-line'),
  kind('credit-exceeds'),
  kind('negative-price'),
  kind('vat-included-25', { suppliers: quarterly, wholeFile: true }),
  kind('vat-included-15', { suppliers: ['finnskog', 'solglott'], wholeFile: true }),
  kind('amount-mismatch'),
  kind('price-above-agreed'),
  kind('foreign-currency'),
  kind('extreme'),
];

const items: readonly VariantKind[] = [
  kind('lost-zeros'),
  kind('item-decimal'),
  kind('scientific-gtin'),
  kind('gtin-digit'),
  kind('item-date'),
  kind('off-assortment'),
  kind('item-renumbered'),
  kind('unit-unknown'),
  kind('unit-mixed', { allLines: true }),
  kind('pack-as-piece'),
  kind('fee-line'),
  kind('deposit-line'),
  kind('line-break', { most: 1 }),
  kind('injection'),
];

const parties: readonly VariantKind[] = [
  kind('org-short', byNumber),
  kind('org-digit', byNumber),
  kind('org-placeholder', byNumber),
  kind('sub-unit', byNumber),
  kind('misspelt', byName),
  kind('old-number', byName),
  kind('not-entitled'),
  // One supplier names its customers like the municipalities. There the name is known, and no question is raised.
  kind('valer-ambiguous', {
    suppliers: ['finnskog', 'solglott', 'blyant'],
    spoilt: { buyerBy: 'name' },
    twin: { buyerBy: 'orgNumber' },
    wholeFile: true,
  }),
];

const dates: readonly VariantKind[] = [
  kind('date-outside'),
  kind('date-text', { both: { dates: 'dd.mm.yyyy' } }),
  kind('date-impossible'),
  kind('date-serial'),
  kind('day-month', { both: { dates: 'dd.mm.yyyy' } }),
  kind('date-1904', { wholeFile: true }),
  kind('month-missing', { suppliers: quarterly, wholeFile: true, allLines: true }),
  kind('duplicate-line'),
  kind('duplicate-period'),
  kind('year-to-date', { wholeFile: true, allLines: true }),
];

export const variantKinds: readonly VariantKind[] = [structure, numbers, items, parties, dates]
  .flat()
  .sort((a, b) => a.class - b.class);

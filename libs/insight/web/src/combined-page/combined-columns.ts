import type { CombinedRowDto } from '@tallgrunn/api-client/shapes';
import type { Column, Wording } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import type { DataBasis, Method, Side, State } from '../filter/filter-values.ts';
import type { InsightTexts } from '../texts/nb.ts';

const systems: Readonly<Record<string, string>> = { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' };

/** Formats an account as "KOSTRA 115", so that codes of different account systems are not confused. */
export function accountText(system: string | null, code: string | null): string {
  return code === null ? '' : `${systems[system ?? ''] ?? system ?? ''}\u00a0${code}`.trim();
}

/** Returns the name of a row: its item, supplier or invoice number. */
export function nameOf(row: Pick<CombinedRowDto, 'itemName' | 'supplier' | 'invoiceNumber'>, t: InsightTexts): string {
  return row.itemName || row.supplier || row.invoiceNumber || t.combined.noText;
}

interface ColumnContext {
  readonly t: InsightTexts;
  readonly wording: Wording;
  readonly categories: ReadonlyMap<string, string>;
  /** Buyers see only their own lines, so the municipality column is hidden for them. */
  readonly manyBuyers: boolean;
}

/** Returns the columns of the combined table. The server sorts by amount and date; other columns are not sortable. */
export function combinedTableColumns({
  t,
  wording,
  categories,
  manyBuyers,
}: ColumnContext): readonly Column<CombinedRowDto>[] {
  const { heads } = t.combined;
  const money = (amount: string | null) => (amount === null ? '' : wording.amount(amount));
  const byServer = () => 0;
  return [
    { key: 'name', head: heads.name, text: (row) => nameOf(row, t) },
    { key: 'date', head: heads.date, text: (row) => dateText(row, wording), order: byServer },
    { key: 'amount', head: heads.amount, text: (row) => money(row.bookedAmount), order: byServer, numeric: true },
    { key: 'reported', head: heads.reported, text: (row) => money(row.reportedAmount), numeric: true, choice: 'shown' },
    { key: 'kg', head: heads.kg, text: (row) => kgText(row, t, wording), numeric: true, choice: 'shown' },
    { key: 'state', head: heads.state, text: (row) => t.state[row.state as State], choice: 'shown' },
    { key: 'buyer', head: heads.buyer, text: (row) => row.buyer, choice: manyBuyers ? 'shown' : 'hidden' },
    { key: 'supplier', head: heads.supplier, text: (row) => row.supplier ?? '', choice: 'shown' },
    { key: 'agreement', head: heads.agreement, text: (row) => row.agreement ?? '', choice: 'hidden' },
    {
      key: 'category',
      head: heads.category,
      text: (row) => (row.category === null ? '' : (categories.get(row.category) ?? row.category)),
      choice: 'shown',
    },
    { key: 'invoice', head: heads.invoice, text: (row) => row.invoiceNumber ?? '', choice: 'hidden' },
    {
      key: 'account',
      head: heads.account,
      text: (row) => accountText(row.accountSystem, row.accountCode),
      choice: 'shown',
    },
    {
      key: 'class',
      head: heads.class,
      text: (row) => (row.side === 'reported' ? '' : t.accountClass[row.accountClass ?? 'unknown']),
      choice: 'hidden',
    },
    { key: 'item', head: heads.item, text: (row) => row.itemNumber ?? '', choice: 'hidden' },
    ...figureColumns({ t, wording }),
  ];
}

/** Columns to the right of what a row is about: its figures and what they are based on. */
function figureColumns({ t, wording }: Pick<ColumnContext, 't' | 'wording'>): readonly Column<CombinedRowDto>[] {
  const { heads } = t.combined;
  return [
    {
      key: 'quantity',
      head: heads.quantity,
      text: (row) => quantityText(row, wording),
      numeric: true,
      choice: 'shown',
    },
    {
      key: 'beside',
      head: heads.beside,
      text: (row) => (row.besideKg === null ? '' : wording.amount(row.besideKg, 1)),
      numeric: true,
      choice: 'hidden',
    },
    {
      key: 'quality',
      head: heads.quality,
      text: (row) => (row.quality === null ? '' : wording.count(row.quality)),
      numeric: true,
      choice: 'hidden',
    },
    { key: 'basis', head: heads.basis, text: (row) => t.basis[row.basis as DataBasis], choice: 'hidden' },
    { key: 'place', head: heads.place, text: (row) => placeText(row, t, wording), choice: 'hidden' },
  ];
}

function dateText({ spentOn }: CombinedRowDto, wording: Wording): string {
  return spentOn ? wording.date(spentOn, 'short') : '';
}

/** Formats a quantity with its unit: "12 stk". */
function quantityText({ quantity, unit }: CombinedRowDto, wording: Wording): string {
  if (quantity === null) return '';
  return `${wording.quantity(quantity)} ${unit === null ? '' : (unitName(unit, wording.language()) ?? unit)}`.trim();
}

/** Formats the kilograms, or the reason why there are none; a line that is only reported has no emissions. */
export function kgText(row: Pick<CombinedRowDto, 'kg' | 'method' | 'side'>, t: InsightTexts, wording: Wording): string {
  if (row.kg !== null) return wording.amount(row.kg, 1);
  if ((row.side as Side) === 'reported' || row.method === null) return '';
  return t.method[row.method as Method].toLowerCase();
}

function placeText(row: CombinedRowDto, t: InsightTexts, wording: Wording): string {
  const [file, sheet, line] =
    row.spendFile === null
      ? [row.reportFile, row.reportSheet, row.reportRow]
      : [row.spendFile, row.spendSheet, row.spendRow];
  return t.line.where({ file: file ?? '', sheet: sheet ?? '', row: line === null ? '' : wording.count(line) });
}

import type { CombinedRowDto, ReviewLineDto } from '@tallgrunn/api-client/shapes';
import type { Column, Wording } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import type { MatchingTexts } from '../texts/nb.ts';

/** Returns the location of a line: file, sheet and row. */
export function formatLocation(
  { fileName, sheet, rowNo }: Pick<ReviewLineDto, 'fileName' | 'sheet' | 'rowNo'>,
  t: MatchingTexts,
  wording: Wording,
): string {
  return t.place({ file: fileName ?? '', sheet: sheet ?? '', row: rowNo === null ? '' : wording.count(rowNo) });
}

/** Formats a quantity with its unit; empty without a quantity. */
export function formatQuantity({ quantity, unit }: Pick<ReviewLineDto, 'quantity' | 'unit'>, wording: Wording): string {
  return quantity === null
    ? ''
    : `${wording.quantity(quantity)} ${unit === null ? '' : (unitName(unit, wording.language()) ?? unit)}`.trim();
}

/** Formats the cause of a line and further facts. */
export function formatCause({ cause, also }: Pick<ReviewLineDto, 'cause' | 'also'>, t: MatchingTexts): string {
  const names = t.causes as Readonly<Record<string, string>>;
  return [...(cause === null ? [] : [cause]), ...also].map((each) => names[each] ?? each).join(', ');
}

/** Returns the column of the side of the tolerance limits. */
const toleranceColumn = (t: MatchingTexts): Column<ReviewLineDto> => ({
  key: 'tolerance',
  head: t.variances.tolerance.label,
  text: ({ tolerance }) => (tolerance ? t.variances.tolerance[tolerance] : ''),
  order: ({ tolerance }) => tolerance ?? '',
});

/** Returns the columns of the review list, which is sorted by amount, largest first. */
export function reviewColumns(
  t: MatchingTexts,
  wording: Wording,
  manyBuyers: boolean,
  isDiffering: boolean,
): readonly Column<ReviewLineDto>[] {
  const heads = t.columns;
  return [
    {
      key: 'item',
      head: heads.item,
      text: (row) => row.itemName || row.invoiceNumber || t.noText,
      order: (row) => row.itemName ?? '',
    },
    {
      key: 'amount',
      head: heads.amount,
      text: (row) => wording.amount(row.amount),
      order: (row) => Math.abs(Number(row.amount)),
      numeric: true,
    },
    { key: 'cause', head: t.cause, text: (row) => formatCause(row, t) },
    ...(isDiffering ? [toleranceColumn(t)] : []),
    {
      key: 'statement',
      head: t.statement.column,
      text: (row) => (row.statement === null ? '' : (t.statement.kinds[row.statement.kind] ?? '')),
    },
    {
      key: 'date',
      head: heads.date,
      text: (row) => (row.date ? wording.date(row.date, 'short') : ''),
      order: (row) => row.date ?? '',
    },
    { key: 'supplier', head: heads.supplier, text: (row) => row.supplier ?? '', order: (row) => row.supplier ?? '' },
    ...(manyBuyers
      ? [
          {
            key: 'buyer',
            head: heads.buyer,
            text: (row: ReviewLineDto) => row.buyer,
            order: (row: ReviewLineDto) => row.buyer,
          },
        ]
      : []),
    {
      key: 'invoice',
      head: heads.invoice,
      text: (row) => row.invoiceNumber ?? '',
      order: (row) => row.invoiceNumber ?? '',
    },
    { key: 'number', head: heads.number, text: (row) => row.itemNumber ?? '', order: (row) => row.itemNumber ?? '' },
    { key: 'quantity', head: heads.quantity, text: (row) => formatQuantity(row, wording), numeric: true },
    { key: 'place', head: heads.place, text: (row) => formatLocation(row, t, wording) },
  ];
}

/** Formats the emissions of a line, in whole kg CO₂e. */
export const formatEmissions = ({ kg }: Pick<CombinedRowDto, 'kg'>, t: MatchingTexts, wording: Wording): string =>
  kg === null ? t.byEmissions.unknown : wording.amount(kg, 0);

/** Returns the columns of the list sorted by emissions: the same lines from the combined table. */
export function emissionColumns(
  t: MatchingTexts,
  wording: Wording,
  manyBuyers: boolean,
): readonly Column<CombinedRowDto>[] {
  const heads = t.columns;
  const amountOf = (row: CombinedRowDto) => row.bookedAmount ?? row.reportedAmount ?? '0';
  return [
    { key: 'item', head: heads.item, text: (row) => row.itemName || row.invoiceNumber || t.noText },
    { key: 'kg', head: t.byEmissions.head, text: (row) => formatEmissions(row, t, wording), numeric: true },
    { key: 'amount', head: heads.amount, text: (row) => wording.amount(amountOf(row)), numeric: true },
    { key: 'date', head: heads.date, text: (row) => (row.spentOn ? wording.date(row.spentOn, 'short') : '') },
    { key: 'supplier', head: heads.supplier, text: (row) => row.supplier ?? '' },
    ...(manyBuyers ? [{ key: 'buyer', head: heads.buyer, text: (row: CombinedRowDto) => row.buyer }] : []),
    { key: 'invoice', head: heads.invoice, text: (row) => row.invoiceNumber ?? '' },
    {
      key: 'place',
      head: heads.place,
      text: (row) =>
        formatLocation(
          {
            fileName: row.spendFile ?? row.reportFile,
            sheet: row.spendSheet ?? row.reportSheet,
            rowNo: row.spendRow ?? row.reportRow,
          },
          t,
          wording,
        ),
    },
  ];
}

import type { SideLineShape } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import { accountText } from '../combined-page/combined-columns.ts';
import type { InsightTexts } from '../texts/nb.ts';

/** One field of a purchase as each side has it; empty where the side is silent. */
export interface Compared {
  readonly field: keyof InsightTexts['line']['fields'];
  readonly booked: string;
  readonly reported: string;
  /** Both sides say something, and not the same. */
  readonly differs: boolean;
}

/** Fields whose wording differs between two systems as a matter of course: said side by side, not called different. */
const ownWords: readonly string[] = ['itemName', 'seller', 'netBasis', 'ledgerAmount', 'period'];

/** The fields that at least one side has, what both have first. */
export function compareSides(
  booked: SideLineShape | null,
  reported: SideLineShape | null,
  t: InsightTexts,
  wording: Wording,
): readonly Compared[] {
  const [left, right] = [told(booked, t, wording), told(reported, t, wording)];
  return (Object.keys(t.line.fields) as Compared['field'][])
    .map((field) => ({ field, booked: left[field] ?? '', reported: right[field] ?? '' }))
    .filter((row) => row.booked !== '' || row.reported !== '')
    .map((row) => ({ ...row, differs: row.booked !== '' && row.reported !== '' && !same(row, booked, reported) }));
}

/** Units are written in many ways: a quantity differs when its number does. */
function same(
  { field, ...row }: Omit<Compared, 'differs'>,
  booked: SideLineShape | null,
  reported: SideLineShape | null,
): boolean {
  if (ownWords.includes(field)) return true;
  if (field === 'quantity') return Number(booked?.quantity) === Number(reported?.quantity);
  return row.booked === row.reported;
}

function told(
  line: SideLineShape | null,
  t: InsightTexts,
  wording: Wording,
): Partial<Record<Compared['field'], string>> {
  if (line === null) return {};
  const date = (value: string | null) => (value === null ? '' : wording.date(value));
  const amount = (value: string | null) =>
    value === null ? '' : `${wording.amount(value)} ${line.currency ?? ''}`.trim();
  return {
    itemName: line.itemName ?? '',
    itemNumber: line.itemNumber ?? '',
    gtin: line.gtin ?? '',
    quantity:
      line.quantity === null
        ? ''
        : `${wording.quantity(line.quantity)} ${line.unit === null ? '' : (unitName(line.unit, wording.language()) ?? line.unit)}`.trim(),
    unitPrice: amount(line.unitPrice),
    amount: amount(line.amount),
    invoiceNumber: line.invoiceNumber ?? '',
    invoiceLine: line.invoiceLine ?? '',
    orderNumber: line.orderNumber ?? '',
    deliveredOn: date(line.deliveredOn),
    invoicedOn: date(line.invoicedOn),
    orderedOn: date(line.orderedOn),
    period:
      line.period === null
        ? ''
        : line.period.endsWith('-13')
          ? t.line.closing({ year: line.period.slice(0, 4) })
          : wording.period(line.period),
    seller: line.seller ?? '',
    sellerOrgNumber: line.sellerOrgNumber ?? '',
    account: [accountText(line.accountSystem, line.accountCode), line.accountName].filter(Boolean).join(', '),
    accountClass: line.accountClass === null ? '' : t.accountClass[line.accountClass],
    functionCode: line.functionCode ?? '',
    costCentre: line.costCentre ?? '',
    voucherNumber: line.voucherNumber ?? '',
    netBasis: t.line.netBasis[line.netBasis],
    ledgerAmount: line.ledgerAmount === line.amount ? '' : amount(line.ledgerAmount),
    report: line.report ?? '',
  };
}

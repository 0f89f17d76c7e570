import type { SideLineDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { unitName } from '@tallgrunn/formats';
import { accountText } from '../combined-page/combined-columns.ts';
import type { InsightTexts } from '../texts/nb.ts';

/** One field of a purchase on both sides; empty if a side does not have it. */
export interface Compared {
  readonly field: keyof InsightTexts['line']['fields'];
  readonly booked: string;
  readonly reported: string;
  /** Both sides have a value and the values differ. */
  readonly differs: boolean;
}

/** Fields that normally differ between systems; shown side by side but not flagged as different. */
const systemSpecificFields: readonly string[] = ['itemName', 'seller', 'netBasis', 'ledgerAmount', 'period'];

/** Returns the fields that at least one side has. */
export function compareSides(
  booked: SideLineDto | null,
  reported: SideLineDto | null,
  t: InsightTexts,
  wording: Wording,
): readonly Compared[] {
  const [left, right] = [fieldTexts(booked, t, wording), fieldTexts(reported, t, wording)];
  return (Object.keys(t.line.fields) as Compared['field'][])
    .map((field) => ({ field, booked: left[field] ?? '', reported: right[field] ?? '' }))
    .filter((row) => row.booked !== '' || row.reported !== '')
    .map((row) => ({ ...row, differs: row.booked !== '' && row.reported !== '' && !isSame(row, booked, reported) }));
}

/** Compares two values. Units have many spellings, so quantities are compared by number only. */
function isSame(
  { field, ...row }: Omit<Compared, 'differs'>,
  booked: SideLineDto | null,
  reported: SideLineDto | null,
): boolean {
  if (systemSpecificFields.includes(field)) return true;
  if (field === 'quantity') return Number(booked?.quantity) === Number(reported?.quantity);
  return row.booked === row.reported;
}

function fieldTexts(
  line: SideLineDto | null,
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

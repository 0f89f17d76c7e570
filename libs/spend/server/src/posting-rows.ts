import type { LedgerLine } from '@tallgrunn/formats';
import type { CopyValue } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import { maskNationalIds, Period, signOf, type LineKeyCounter } from '@tallgrunn/values';
import { accountRate } from './account-vat.ts';
import { invoiceKey, type Batch } from './batch.ts';
import { calculateNetAmount } from './net-amount.ts';

export const postingColumns = [
  'batch_id',
  'line_no',
  'line_key',
  'buyer_id',
  'sheet',
  'row_no',
  'voucher_number',
  'voucher_type',
  'voucher_date',
  'period',
  'seller_org_number',
  'seller_number',
  'seller_name',
  'account_system',
  'account_code',
  'account_name',
  'function_code',
  'cost_centre',
  'amount',
  'currency',
  'vat_amount',
  'vat_code',
  'vat_status',
  'invoice_number',
  'invoice_key',
  'invoiced_on',
  'text',
  'raw',
  'closing',
  'net_amount',
  'net_basis',
  'vat_rate',
  'account_class',
] as const;

const TEXT_MAX = 2_000;
const truncate = (text: string | null): string | null => text?.slice(0, TEXT_MAX) ?? null;

/** Returns a free text with national identity numbers masked. */
const maskedText = (text: string | null): string | null => (text === null ? null : truncate(maskNationalIds(text)));

/** Returns the stored cells, as written. */
const rawOf = ({ raw }: LedgerLine): string =>
  jsonbText(Object.fromEntries(Object.entries(raw).map(([field, value]) => [field, maskNationalIds(value)])));

/** The fields of a batch that its postings need. */
type PostingBatch = Pick<Batch, 'id' | 'file_sha256' | 'buyer_id' | 'period_key'>;

/**
 * Returns the row of one posting. An invalid organisation number is stored in `raw` only, so that it identifies no
 * supplier.
 */
export function postingRow(line: LedgerLine, lineNo: number, batch: PostingBatch, keys: LineKeyCounter): CopyValue[] {
  const { supplier, account } = line;
  const period = periodOf(line, batch);
  const net = calculateNetAmount({
    ...line,
    accountRate: accountRate(
      account,
      line.invoiceDate ?? line.voucherDate ?? (period === null ? null : `${period}-01`),
    ),
  });
  return [
    batch.id,
    lineNo,
    lineKey(line, batch, keys),
    batch.buyer_id,
    line.sheet,
    line.row,
    maskedText(line.voucherNumber),
    truncate(line.voucherType),
    line.voucherDate,
    period,
    supplier.orgNumberValid ? supplier.orgNumber : null,
    truncate(supplier.ledgerNumber),
    maskedText(supplier.name),
    account?.system ?? null,
    truncate(account?.code ?? null),
    truncate(line.accountName),
    truncate(line.function),
    truncate(line.costCentre),
    line.amount,
    line.currency,
    line.vatAmount,
    line.vatCode,
    line.vatStatus,
    maskedText(line.invoiceNumber),
    invoiceKey(maskedText(line.invoiceNumber)),
    line.invoiceDate,
    maskedText(line.text),
    rawOf(line),
    line.closing,
    net.amount,
    net.basis,
    net.rate,
    line.accountClass,
  ];
}

/**
 * Returns the month in which a posting is booked: its period, otherwise its dates, otherwise the month of the file as
 * stated by the sender.
 */
export function periodOf(line: LedgerLine, batch: Pick<Batch, 'period_key'>): string | null {
  const dated = line.period ?? line.voucherDate?.slice(0, 7) ?? line.invoiceDate?.slice(0, 7);
  return dated ?? monthOfBatch(batch);
}

/** Returns the month of the file as stated by the sender; null when it is not a month. */
export function monthOfBatch({ period_key }: Pick<Batch, 'period_key'>): string | null {
  const statedPeriod = period_key === null ? null : Period.tryParse(period_key);
  return statedPeriod?.kind === 'month' ? statedPeriod.key : null;
}

/**
 * Returns the key by which a posting is recognised in the next export of the same ledger: voucher, dimensions, amount
 * and party. The text is not part of it, because only some words are stored. Without a voucher number the key is unique
 * to its file; otherwise equal payments of two months would be duplicates.
 */
function lineKey(line: LedgerLine, { file_sha256, buyer_id }: PostingBatch, keys: LineKeyCounter): string {
  const { account, supplier } = line;
  return keys.next({
    item: [
      account?.code ?? '',
      line.function ?? '',
      line.costCentre ?? '',
      line.project ?? '',
      line.vatCode ?? '',
      line.amount,
    ].join('|'),
    buyer: buyer_id ?? line.buyer ?? '',
    date: line.voucherDate ?? line.period ?? '',
    invoiceNumber: line.voucherNumber === null ? `file ${file_sha256}` : `voucher ${line.voucherNumber}`,
    invoiceLine: [line.invoiceNumber ?? '', supplier.orgNumber ?? supplier.ledgerNumber ?? supplier.name ?? ''].join(
      '|',
    ),
    sign: signOf(line.amount),
  });
}

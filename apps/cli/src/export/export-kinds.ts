import type { WriteKind } from '@tallgrunn/tabular';

interface Column {
  readonly name: string;
  readonly sql: string;
  readonly kind: WriteKind;
}

/** A kind of export: the source of its rows, its columns, and the SQL expressions that filters compare with. */
export interface ExportKind {
  readonly source: string;
  readonly columns: readonly Column[];
  readonly month: string;
  readonly buyer: string | null;
  readonly supplier: string;
  readonly order: string;
}

const text = (name: string, sql: string): Column => ({ name, sql, kind: 'text' });
const number = (name: string, sql: string): Column => ({ name, sql, kind: 'number' });
const date = (name: string, sql: string): Column => ({ name, sql, kind: 'date' });
const monthOf = (sql: string) => `to_char(${sql}, 'YYYY-MM')`;
const withBuyer = (alias: string) => `left join identity.door_organisation b on b.id = ${alias}.buyer_id`;
const withSupplier = (alias: string) => `left join identity.door_organisation s on s.id = ${alias}.supplier_id`;

const lines: ExportKind = {
  source: `reporting.door_report_line x ${withBuyer('x')} ${withSupplier('x')} join agreements.door_agreement a on a.id = x.agreement_id`,
  columns: [
    text('agreement', 'a.number'),
    text('supplier', 's.name'),
    text('buyer', 'b.name'),
    text('site', 'x.site_as_written'),
    text('period', 'x.period_key'),
    text('itemNumber', 'x.item_number'),
    text('gtin', 'x.gtin'),
    text('itemName', 'x.item_name'),
    text('kind', 'x.kind'),
    number('quantity', 'x.quantity'),
    text('unit', 'x.unit'),
    number('unitPrice', 'x.unit_price'),
    number('amount', 'x.amount'),
    text('currency', 'x.currency'),
    date('deliveredOn', 'x.delivered_on'),
    date('orderedOn', 'x.ordered_on'),
    date('invoicedOn', 'x.invoiced_on'),
    text('invoiceNumber', 'x.invoice_number'),
    text('invoiceLine', 'x.invoice_line'),
    text('orderNumber', 'x.order_number'),
    text('lineKey', 'x.line_key'),
    text('versionId', 'x.version_id'),
    number('lineNo', 'x.line_no'),
    text('file', 'x.file_name'),
    text('sheet', 'x.sheet'),
    number('row', 'x.row_no'),
  ],
  month: monthOf('x.counts_on'),
  buyer: 'x.buyer_id',
  supplier: 'x.supplier_id',
  order: 'x.version_id, x.line_no',
};

const matches: ExportKind = {
  source: `matching.door_link x ${withBuyer('x')} ${withSupplier('x')} join reporting.door_report_line r on r.version_id = x.version_id and r.line_no = x.report_line_no`,
  columns: [
    text('supplier', 's.name'),
    text('buyer', 'b.name'),
    text('step', 'x.step'),
    number('amount', 'x.amount'),
    text('versionId', 'x.version_id'),
    number('reportLineNo', 'x.report_line_no'),
    text('reportFile', 'r.file_name'),
    text('reportSheet', 'r.sheet'),
    number('reportRow', 'r.row_no'),
    text('batchId', 'x.batch_id'),
    number('spendLineNo', 'x.spend_line_no'),
    text('evidence', 'x.evidence'),
    number('fromRun', 'x.opened_by_run'),
  ],
  month: monthOf('r.counts_on'),
  buyer: 'x.buyer_id',
  supplier: 'x.supplier_id',
  order: 'x.version_id, x.report_line_no, x.batch_id, x.spend_line_no',
};

const findings: ExportKind = {
  source: `reporting.door_finding x ${withSupplier('x')} join agreements.door_agreement a on a.id = x.agreement_id`,
  columns: [
    text('agreement', 'a.number'),
    text('supplier', 's.name'),
    text('period', 'x.period_key'),
    text('versionId', 'x.version_id'),
    text('versionState', 'x.version_state'),
    text('file', 'x.file_name'),
    text('code', 'x.code'),
    number('class', 'x.class'),
    text('severity', 'x.severity'),
    text('cause', 'x.cause'),
    text('sheet', 'x.sheet'),
    number('row', 'x.row_no'),
    text('column', 'x.column_name'),
    text('cell', 'x.cell'),
    text('found', 'x.found'),
    text('expected', 'x.expected'),
    number('amount', 'x.amount'),
    text('params', 'x.params'),
  ],
  month: monthOf('x.period_start'),
  buyer: null,
  supplier: 'x.supplier_id',
  order: 'x.version_id, x.finding_no',
};

const emissions: ExportKind = {
  source: `emissions.door_result x ${withBuyer('x')} ${withSupplier('x')}`,
  columns: [
    text('buyer', 'b.name'),
    text('supplier', 's.name'),
    text('batchId', 'x.batch_id'),
    number('lineNo', 'x.line_no'),
    text('source', 'x.source'),
    text('accountSystem', 'x.account_system'),
    text('accountCode', 'x.account_code'),
    text('accountClass', 'x.account_class'),
    date('spentOn', 'x.purchased_on'),
    date('bookedOn', 'x.booked_on'),
    text('category', 'x.category'),
    number('amount', 'x.amount'),
    number('outsideAmount', 'x.outside_amount'),
    text('currency', 'x.currency'),
    text('method', 'x.method'),
    text('reason', 'x.reason'),
    text('factorSet', 'x.factor_set_id'),
    text('factor', 'x.factor_code'),
    number('multiplier', 'x.multiplier'),
    number('kg', 'x.kg'),
    number('quality', 'x.quality'),
    number('run', 'x.run_number'),
  ],
  month: monthOf('x.booked_on'),
  buyer: 'x.buyer_id',
  supplier: 'x.supplier_id',
  order: 'x.batch_id, x.line_no',
};

export const exportKinds: Readonly<Record<string, ExportKind>> = { lines, matches, findings, emissions };

/** Returns the query of an export. Parameters: buyer, supplier, first month, last month; null does not filter. */
export function queryOf({ source, columns, month, buyer, supplier, order }: ExportKind): string {
  const selected = columns.map(({ name, sql }) => `${sql} as "${name}"`).join(', ');
  const ofBuyer = buyer === null ? '$1::uuid is null' : `($1::uuid is null or ${buyer} = $1::uuid)`;
  return `select ${selected} from ${source}
    where ${ofBuyer} and ($2::uuid is null or ${supplier} = $2::uuid) and ($3::text is null or ${month} >= $3) and ($4::text is null or ${month} <= $4)
    order by ${order}`;
}

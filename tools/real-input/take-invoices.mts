import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { Visitor } from '../trial/visitor.mts';
import type { Row } from './row.mts';

interface Batch {
  state: string;
  refusal: { code: string } | null;
  findings: { code: string; severity: string; document: string }[];
}

/** Lines as counted by the invoice: charges and allowances on document level are separate, so not in this sum. */
const stored = `
  select i.name as file, i.type as kind, l.currency, i.line_count as read, count(l.line_no)::int as stored, i.repeated,
         i.detail -> 'totals' ->> 'lineExtensionAmount' as total, (sum(l.amount) * case i.type when 'credit-note' then -1 else 1 end)::text as "readBack"
  from spend.invoice i
  left join spend.invoice_line l on l.cooperative_id = i.cooperative_id and l.batch_id = i.batch_id and l.invoice_no = i.invoice_no and l.kind = 'line'
  where i.batch_id = $1
  group by i.name, i.type, l.currency, i.line_count, i.repeated, i.detail order by i.name, l.currency`;

/** Imports e-invoices, one archive per source. Returns one row per document, including those that were not imported. */
export async function takeInvoices(visitor: Visitor, client: Client, folder: string, files: string[]): Promise<Row[]> {
  const sources = Map.groupBy(files, (file) => file.split(path.sep)[1] ?? '');
  const rows: Row[] = [];
  for (const [source, members] of sources)
    rows.push(...(await takeArchive(visitor, client, folder, `${source}.zip`, members)));
  return rows;
}

async function takeArchive(
  visitor: Visitor,
  client: Client,
  folder: string,
  name: string,
  files: string[],
): Promise<Row[]> {
  const bytes = zipSync(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file))])));
  const { status, body } = await visitor.upload<{ id: string; code?: string }>(
    '/spend/batches',
    name,
    new Blob([Buffer.from(bytes)]),
  );
  if (status !== 201) return files.map((file) => refused(file, body.code ?? `answered-${status}`));
  const batch = await visitor.until<Batch>(`/spend/batches/${body.id}`);
  const taken = await client.query<Row>(stored, [body.id]);
  const known = new Set(taken.rows.map(({ file }) => file));
  const codeOf = (file: string) =>
    batch.findings.find(({ document, severity }) => severity.startsWith('blocks') && document.endsWith(file))?.code;
  const left = files
    .filter((file) => !known.has(file))
    .map((file) => refused(file, codeOf(file) ?? batch.refusal?.code ?? 'not-said'));
  return [...taken.rows.map((row) => ({ ...row, code: null })), ...left];
}

const refused = (file: string, code: string): Row => ({
  file,
  kind: 'invoice',
  currency: null,
  read: 0,
  stored: 0,
  code,
  total: null,
  readBack: null,
});

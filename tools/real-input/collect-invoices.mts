import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { HttpUser } from '../trial/visitor.mts';
import type { ImportRow } from './row.mts';

interface Batch {
  state: string;
  refusal: { code: string } | null;
  findings: { code: string; severity: string; document: string }[];
}

/** Lines as counted by the invoice: charges and allowances on document level are separate, so not in this sum. */
const STORED_LINES = `
  select i.name as file, i.type as kind, l.currency, i.line_count as read, count(l.line_no)::int as stored, i.repeated,
         i.detail -> 'totals' ->> 'lineExtensionAmount' as total, (sum(l.amount) * case i.type when 'credit-note' then -1 else 1 end)::text as "readBack"
  from spend.invoice i
  left join spend.invoice_line l on l.cooperative_id = i.cooperative_id and l.batch_id = i.batch_id and l.document_no = i.document_no and l.kind = 'line'
  where i.batch_id = $1
  group by i.name, i.type, l.currency, i.line_count, i.repeated, i.detail order by i.name, l.currency`;

/** Imports e-invoices, one archive per source. Returns one row per document, including those that were not imported. */
export async function collectInvoices(
  visitor: HttpUser,
  client: Client,
  folder: string,
  files: string[],
): Promise<ImportRow[]> {
  const sources = Map.groupBy(files, (file) => file.split(path.sep)[1] ?? '');
  const rows: ImportRow[] = [];
  for (const [source, members] of sources)
    rows.push(...(await collectArchive(visitor, client, folder, `${source}.zip`, members)));
  return rows;
}

async function collectArchive(
  visitor: HttpUser,
  client: Client,
  folder: string,
  name: string,
  files: string[],
): Promise<ImportRow[]> {
  const bytes = zipSync(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file))])));
  const { status, body } = await visitor.upload<{ id: string; code?: string }>(
    '/spend/batches',
    name,
    new Blob([Buffer.from(bytes)]),
  );
  if (status !== 201) return files.map((file) => rejectedRows(file, body.code ?? `answered-${status}`));
  const batch = await visitor.until<Batch>(`/spend/batches/${body.id}`);
  const imported = await client.query<ImportRow>(STORED_LINES, [body.id]);
  const importedNames = new Set(imported.rows.map(({ file }) => file));
  const codeOf = (file: string) =>
    batch.findings.find(({ document, severity }) => severity.startsWith('blocks') && document.endsWith(file))?.code;
  const left = files
    .filter((file) => !importedNames.has(file))
    .map((file) => rejectedRows(file, codeOf(file) ?? batch.refusal?.code ?? 'not-said'));
  return [...imported.rows.map((row) => ({ ...row, code: null })), ...left];
}

const rejectedRows = (file: string, code: string): ImportRow => ({
  file,
  kind: 'invoice',
  currency: null,
  read: 0,
  stored: 0,
  code,
  total: null,
  readBack: null,
});

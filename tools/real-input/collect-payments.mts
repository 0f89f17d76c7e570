import { openAsBlob } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { HttpUser } from '../trial/visitor.mts';
import type { ImportRow } from './row.mts';

interface Batch {
  state: string;
  refusal: { code: string } | null;
  lines: number;
  quarantined: number;
  leftOut: { reason: string; rows: number }[];
  findings: { code: string; found: string | null }[];
}

/** Imports payment files, each with the built-in import profile that fits its headings. */
export async function collectPayments(
  visitor: HttpUser,
  client: Client,
  folder: string,
  files: string[],
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const file of files) rows.push(...(await collectFile(visitor, client, folder, file)));
  return rows;
}

async function collectFile(visitor: HttpUser, client: Client, folder: string, file: string): Promise<ImportRow[]> {
  const blob = await openAsBlob(path.join(folder, file));
  const { status, body } = await visitor.upload<{ id: string; code?: string }>(
    '/spend/batches',
    path.basename(file),
    blob,
    { kind: 'ledger', period: monthOf(file) },
  );
  const nothing: ImportRow = {
    file,
    kind: 'payments',
    currency: null,
    read: 0,
    stored: 0,
    code: null,
    total: null,
    readBack: null,
  };
  if (status !== 201) return [{ ...nothing, code: body.code ?? `answered-${status}` }];
  const batch = await visitor.until<Batch>(`/spend/batches/${body.id}`);
  const read = batch.lines + batch.quarantined + batch.leftOut.reduce((sum, { rows }) => sum + rows, 0);
  const code = batch.refusal?.code ?? (batch.quarantined > 0 ? 'rows-quarantined' : null);
  const total =
    batch.findings.findLast(({ code: said }) => said === 'ledger-total-row' || said === 'ledger-total-differs')
      ?.found ?? null;
  const { rows } = await client.query<Pick<ImportRow, 'currency' | 'stored' | 'readBack'>>(
    'select currency, count(*)::int as stored, sum(amount)::text as "readBack" from spend.posting where batch_id = $1 group by currency order by currency',
    [body.id],
  );
  return rows.length === 0
    ? [{ ...nothing, read, code }]
    : rows.map((row) => ({ ...nothing, ...row, read, code, total }));
}

/** Returns the month in a file's name. */
const monthOf = (file: string): string => /\d{4}-\d{2}/.exec(path.basename(file))?.[0] ?? '';

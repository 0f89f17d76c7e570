import { openAsBlob } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { HttpUser } from '../trial/visitor.mts';
import type { ImportRow } from './row.mts';

/** Imports EPDs as a supplier. The sum is over the stated A1–A3 values, with biogenic carbon. */
export async function collectEpds(
  visitor: HttpUser,
  client: Client,
  folder: string,
  files: string[],
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const file of files) {
    const { status, body } = await visitor.upload<{ id: string; code?: string; params?: { code?: string } }>(
      '/declarations',
      path.basename(file),
      await openAsBlob(path.join(folder, file)),
    );
    const row: ImportRow = {
      file,
      kind: 'epds',
      currency: 'kg CO2e',
      read: 1,
      stored: 0,
      code: null,
      total: null,
      readBack: null,
    };
    rows.push(
      status === 201
        ? { ...row, ...(await storedTotal(client, body.id)) }
        : { ...row, code: body.params?.code ?? body.code ?? `answered-${status}` },
    );
  }
  return rows;
}

async function storedTotal(client: Client, id: string): Promise<Pick<ImportRow, 'stored' | 'readBack'>> {
  const { rows } = await client.query<Pick<ImportRow, 'stored' | 'readBack'>>(
    'select count(*)::int as stored, sum(pcf_incl_biogenic_uptake)::text as "readBack" from declarations.footprint where declaration_id = $1',
    [id],
  );
  return rows[0] ?? { stored: 0, readBack: null };
}

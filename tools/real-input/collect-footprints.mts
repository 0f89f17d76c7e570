import { openAsBlob, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { sum } from '@tallgrunn/values';
import type { HttpUser } from '../trial/visitor.mts';
import type { ImportRow } from './row.mts';

interface Footprint {
  pcf?: { pcfExcludingBiogenicUptake?: string; pCfExcludingBiogenic?: string };
}

/** Imports footprints as a supplier. The sum is over the published values without biogenic uptake. */
export async function collectFootprints(
  visitor: HttpUser,
  client: Client,
  folder: string,
  files: string[],
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const file of files) {
    const stated = statedValues(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown);
    const blob = await openAsBlob(path.join(folder, file));
    const { status, body } = await visitor.upload<{ id: string; code?: string; params?: { code?: string } }>(
      '/declarations',
      path.basename(file),
      blob,
    );
    const row: ImportRow = {
      file,
      kind: 'footprints',
      currency: 'kg CO2e',
      read: stated.length,
      stored: 0,
      code: null,
      total: sum(stated),
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
    'select count(*)::int as stored, sum(pcf_excl_biogenic_uptake)::text as "readBack" from declarations.footprint where declaration_id = $1',
    [id],
  );
  return rows[0] ?? { stored: 0, readBack: null };
}

/** Returns the values of one footprint, of a list of them, or of an API response with such a list. */
function statedValues(document: unknown): string[] {
  const footprintData = (document as { data?: Footprint[] }).data ?? document;
  const footprints = (Array.isArray(footprintData) ? footprintData : [footprintData]) as Footprint[];
  return footprints.flatMap(({ pcf }) => pcf?.pcfExcludingBiogenicUptake ?? pcf?.pCfExcludingBiogenic ?? []);
}

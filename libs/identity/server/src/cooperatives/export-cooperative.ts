import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { fileStorageOf, listTenantTables, type Config } from '@tallgrunn/platform';

/** One file of an export. Submitted files have no `rows`. */
export interface ExportedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly rows?: number;
}

export interface ExportManifest {
  readonly format: 'tallgrunn-cooperative/1';
  readonly cooperativeId: string;
  readonly exportedAt: string;
  readonly files: readonly ExportedFile[];
}

/** SQL of rows outside the tenant tables that the cooperative's rows reference. Passwords and hashes are excluded. */
const sharedTablesSql: Readonly<Record<string, string>> = {
  'identity.cooperative': 'select to_jsonb(c) as row from identity.cooperative c where c.id = platform.cooperative()',
  'identity.person': `select jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'created_at', p.created_at) as row
    from identity.person p where p.id in (select m.person_id from identity.membership m where m.cooperative_id = platform.cooperative()) order by p.id`,
  'identity.legal_entity': `select to_jsonb(e) as row from identity.legal_entity e
    where e.id in (select o.legal_entity_id from identity.organisation o where o.cooperative_id = platform.cooperative()) order by e.id`,
};

/** Credential columns, which are never exported. */
const secretColumns = ['token_hash', 'key_hash', 'password_hash'];

/**
 * Exports all data of one cooperative to an empty folder: tables/ with one JSON Lines file per table, files/ as
 * submitted, and manifest.json with row count, size and SHA-256 of each. All tables are read from one snapshot.
 * @throws Error when the folder is not empty
 */
export async function exportCooperative(
  config: Config,
  cooperativeId: string,
  folder: string,
): Promise<ExportManifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty. Give a folder that does not exist yet.`);
  await mkdir(path.join(folder, 'tables'), { mode: 0o700 });
  const tables = await exportTables(config, cooperativeId, folder);
  const stored = await copyFiles(config, cooperativeId, folder);
  const manifest: ExportManifest = {
    format: 'tallgrunn-cooperative/1',
    cooperativeId,
    exportedAt: new Date().toISOString(),
    files: [...tables, ...stored],
  };
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

async function exportTables(config: Config, cooperativeId: string, folder: string): Promise<ExportedFile[]> {
  const client = new Client({ connectionString: config.appUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(
      `select set_config('app.cooperative_id', $1, true), set_config('app.side', 'system', true), set_config('app.role', 'system', true)`,
      [cooperativeId],
    );
    const written: ExportedFile[] = [];
    for (const [name, sql] of Object.entries(sharedTablesSql))
      written.push(await writeTable(folder, name, rowsOf(client, sql)));
    for (const name of await listTenantTables(client)) {
      const sql = `select to_jsonb(t) - '{${secretColumns.join(',')}}'::text[] as row from ${name} t where t.cooperative_id = platform.cooperative()`;
      written.push(await writeTable(folder, name, rowsOf(client, sql)));
    }
    return written;
  } finally {
    await client.end();
  }
}

/** Yields rows as JSON text written by PostgreSQL, so that no number is rounded. */
async function* rowsOf(client: Client, sql: string): AsyncGenerator<readonly string[]> {
  await client.query(`declare export_rows no scroll cursor for select row::text as row from (${sql}) exported`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>('fetch 2000 from export_rows');
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('close export_rows');
}

async function writeTable(
  folder: string,
  name: string,
  batches: AsyncIterable<readonly string[]>,
): Promise<ExportedFile> {
  const place = path.join('tables', `${name}.jsonl`);
  const stream = createWriteStream(path.join(folder, place), { mode: 0o600 });
  const hash = createHash('sha256');
  let [rows, sizeBytes] = [0, 0];
  for await (const batch of batches) {
    const bytes = Buffer.from(batch.map((row) => `${row}\n`).join(''));
    hash.update(bytes);
    rows += batch.length;
    sizeBytes += bytes.length;
    if (!stream.write(bytes)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return { path: place, sha256: hash.digest('hex'), sizeBytes, rows };
}

async function copyFiles(config: Config, cooperativeId: string, folder: string): Promise<ExportedFile[]> {
  const storage = fileStorageOf(config);
  const prefix = `files/${cooperativeId}/`;
  const copied: ExportedFile[] = [];
  for await (const { key } of storage.list(prefix)) {
    const place = path.join('files', ...key.slice(prefix.length).split('/'));
    await mkdir(path.dirname(path.join(folder, place)), { recursive: true, mode: 0o700 });
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measured = async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        sizeBytes += piece.length;
        yield piece;
      }
    };
    await pipeline(await storage.stream(key), measured, createWriteStream(path.join(folder, place), { mode: 0o600 }));
    copied.push({ path: place, sha256: hash.digest('hex'), sizeBytes });
  }
  return copied;
}

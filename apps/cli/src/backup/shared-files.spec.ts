import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, fileStorageOf, type Config } from '@tallgrunn/platform';
import { startObjectStore, type ObjectStore, type TestApp } from '@tallgrunn/platform/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-shared-'));
const backups = path.join(folder, 'backups');
const before = { ...process.env };
let store: ObjectStore;
let stand: TestApp;
let parties: Parties;
let scratch = '';

const onServer = (database: string) =>
  Object.assign(new URL(stand.database.ownerUrl), { pathname: `/${database}` }).toString();
async function asAdministrator(sql: string): Promise<void> {
  const client = new Client({ connectionString: onServer('postgres') });
  await client.connect();
  await client.query(sql);
  await client.end();
}
const newest = () => path.join(backups, readdirSync(backups).toSorted().at(-1) ?? '');
/** The text of every file in the bucket below a prefix, by key. */
async function filesBelow(prefix: string): Promise<Record<string, string>> {
  const storage = fileStorageOf({ dataFolder: folder, s3: { ...store.settings, prefix } });
  const texts: Record<string, string> = {};
  for await (const { key } of storage.list('')) {
    texts[key] = '';
    for await (const piece of await storage.stream(key)) texts[key] += String(piece);
  }
  return texts;
}

beforeAll(async () => {
  store = await startObjectStore();
  stand = await startAllRooms({ s3: store.settings });
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_APP_PASSWORD: 'only-for-tests',
    TALLGRUNN_DATA: stand.app.get<Config>(CONFIG).dataFolder,
    SESSION_SECRET: 'only-for-tests',
    BACKUP_PASSPHRASE: 'correct horse battery',
    S3_ENDPOINT: store.settings.endpoint,
    S3_BUCKET: store.settings.bucket,
    S3_PREFIX: store.settings.prefix,
    S3_ACCESS_KEY_ID: store.settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: store.settings.secretAccessKey(),
  });
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  const report = path.join(folder, 'mars.csv');
  writeFileSync(report, reportCsv(marchLines));
  const supplier = parties.suppliers[0]!.email;
  const { code, log } = await runCommand(
    'import',
    'report',
    report,
    '--period',
    '2026-03',
    '--submit',
    '--as',
    supplier,
  );
  expect({ code, log }).toEqual({ code: 0, log: '' });
}, 180_000);
afterAll(async () => {
  process.env = before;
  if (scratch) await asAdministrator(`drop database ${scratch} with (force)`);
  await stand?.close();
  await store?.stop();
  rmSync(folder, { recursive: true });
});

describe('files in an object store', () => {
  it('are in the backup, which is complete without the bucket', async () => {
    const stored = await filesBelow(store.settings.prefix);
    expect(Object.values(stored)).toContain(reportCsv(marchLines));
    const { code, lines, log } = await runCommand('backup', '--to', backups);
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines[0]?.['files']).toBeGreaterThanOrEqual(Object.keys(stored).length);
    for (const [key, text] of Object.entries(stored))
      expect(readFileSync(path.join(newest(), ...key.split('/')), 'utf8')).toBe(text);
  });

  it('are linked to by the next backup and not fetched once more', async () => {
    expect((await runCommand('backup', '--to', backups)).code).toBe(0);
    const [older, newer] = readdirSync(backups).toSorted().slice(-2) as [string, string];
    const key = Object.keys(await filesBelow(store.settings.prefix))[0]!;
    const text = (backup: string) => readFileSync(path.join(backups, backup, ...key.split('/')), 'utf8');
    expect(text(newer)).toBe(text(older));
  }, 60_000);

  it('are restored into the bucket that the settings name', async () => {
    scratch = `restored_${randomUUID().replaceAll('-', '')}`;
    await asAdministrator(`create database ${scratch}`);
    const data = path.join(folder, 'restored');
    const old = { ...process.env };
    Object.assign(process.env, { DATABASE_URL: onServer(scratch), APP_DATABASE_URL: '', S3_PREFIX: 'restored' });
    const { code, log } = await runCommand('restore', '--from', newest(), '--to', data);
    process.env = old;
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(await filesBelow('restored/')).toEqual(await filesBelow(store.settings.prefix));
    expect(readdirSync(path.join(data, 'spool'))).toEqual([]);
  });

  it('are exported with their cooperative, and deleted with it', async () => {
    const target = path.join(folder, 'exported');
    const own = `files/${parties.cooperativeId}/`;
    const stored = Object.keys(await filesBelow(store.settings.prefix)).filter((key) => key.startsWith(own));
    const [cooperative] = await stand.asOwner<{ name: string }>('select name from identity.cooperative where id = $1', [
      parties.cooperativeId,
    ]);
    const name = cooperative!.name;
    expect(await runCommand('cooperative', 'export', '--name', name, '--to', target)).toMatchObject({
      code: 0,
      lines: [{ files: stored.length }],
    });
    expect((await runCommand('cooperative', 'delete', '--name', name, '--confirm', name)).code).toBe(0);
    expect(Object.keys(await filesBelow(store.settings.prefix)).filter((key) => key.startsWith(own))).toEqual([]);
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { unzipSync } from 'fflate';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { CONFIG, type BackupManifest, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import { runCommand } from '../testing/call.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-backup-'));
let data = '';
const before = { ...process.env };
const { version } = JSON.parse(readFileSync(path.resolve(__dirname, '../../../../package.json'), 'utf8')) as {
  readonly version: string;
};
const page = readFileSync(path.resolve(__dirname, '../../../../docs/operators.md'), 'utf8');
/** Databases created here and dropped at the end. */
const made: string[] = [];
let stand: TestApp;
let parties: Parties;

const onServer = (database: string) =>
  Object.assign(new URL(stand.database.ownerUrl), { pathname: `/${database}` }).toString();

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  await withClient(onServer('postgres'), (client) => client.query(`create database ${name}`));
  made.push(name);
  return onServer(name);
}

/** Returns the command from the operators' page that begins with these words, with its example folders replaced. */
function fromPage(argv: string, folders: Record<string, string>): string[] {
  const [, rest] = new RegExp(`^npm run -s tallgrunn -- (${argv}.*)$`, 'm').exec(page) ?? [];
  if (!rest) throw new Error(`docs/operators.md has no command ${argv}`);
  return rest.split(' ').map((word) => folders[word] ?? word);
}

const backups = path.join(folder, 'backups');
const run = (argv: string, ...more: string[]) =>
  runCommand(...fromPage(argv, { '/srv/backups': backups, '/srv/tallgrunn': path.join(folder, 'restored') }), ...more);
const manifestOf = (place: string) =>
  JSON.parse(readFileSync(path.join(place, 'manifest.json'), 'utf8')) as BackupManifest;
const newest = () => path.join(backups, readdirSync(backups).toSorted().at(-1) ?? '');

beforeAll(async () => {
  stand = await startAllRooms();
  data = stand.app.get<Config>(CONFIG).dataFolder;
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_APP_PASSWORD: 'only-for-tests',
    TALLGRUNN_DATA: data,
    SESSION_SECRET: 'only-for-tests',
    BACKUP_PASSPHRASE: 'correct horse battery',
  });
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const report = file('mars.csv', reportCsv(marchLines));
  const books = file(
    'mars-regnskap.csv',
    'Bilagsnr;Bilagsdato;Periode;Konto;Dim2;Resk.nr(T);Org.nr;Fakturanr;Tekst;Beløp;BA\n1;2026-03-20;202603;115;202;Finnskog;311047116;7001;Mat;3125.00;IV\n',
  );
  const supplier = parties.suppliers[0]!.email;
  const imports = [
    await runCommand('import', 'report', report, '--period', '2026-03', '--submit', '--as', supplier),
    await runCommand('import', 'spend', books, '--buyer', 'Kongsvinger kommune'),
    await runCommand('audit', 'export-heads'),
  ];
  expect(imports.map(({ code, log }) => ({ code, log }))).toEqual([
    { code: 0, log: '' },
    { code: 0, log: '' },
    { code: 0, log: expect.any(String) },
  ]);
});
afterAll(async () => {
  process.env = before;
  for (const name of made)
    await withClient(onServer('postgres'), (client) => client.query(`drop database ${name} with (force)`));
  await stand.close();
  rmSync(folder, { recursive: true });
});

/** Returns all figures that can be exported and the newest run's evidence pack, as text and hashes. */
async function figures(name: string) {
  const exported: Record<string, unknown> = {};
  for (const kind of ['combined', 'lines', 'matches', 'findings', 'emissions'])
    exported[kind] = (await runCommand('export', kind, '--json')).stdout;
  const [number] = await withClient(process.env['DATABASE_URL'] ?? '', async (client) =>
    (await client.query<{ number: number }>('select max(number) as number from emissions.run')).rows.map(
      (row) => row.number,
    ),
  );
  const zip = path.join(folder, `${name}.zip`);
  const { code, log } = await runCommand('evidence', String(number), '--out', zip);
  expect({ code, log }).toEqual({ code: 0, log: '' });
  const { 'manifest.json': _made, ...entries } = unzipSync(readFileSync(zip)); // it contains the hashes of the other entries and the creation time
  const pack = Object.entries(entries).map(([entry, bytes]) => [
    entry,
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  expect((await runCommand('remake', zip)).lines).toMatchObject([{ holds: true }]);
  return { exported, pack: Object.fromEntries(pack) as Record<string, string> };
}

const lastReceipt = (url: string) =>
  withClient(
    url,
    async (client) =>
      (
        await client.query<Record<string, unknown>>(
          `select * from reporting.report_version where state = 'accepted' order by number desc limit 1`,
        )
      ).rows[0],
  );

describe('a backup', () => {
  it('is rejected without a target folder', async () => {
    expect(await runCommand('backup')).toMatchObject({ code: 2, log: expect.stringContaining('BACKUP_DIR') });
  });

  it('contains all tables except sessions, all files that rows name, and the sealed secrets', async () => {
    const { code, lines, log } = await run('backup --to');
    expect({ code, log }).toEqual({ code: 0, log: '' });
    const manifest = manifestOf(newest());
    expect(lines).toEqual([expect.objectContaining({ folder: newest(), version, secrets: 'sealed', removed: [] })]);
    const counted = await stand.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relkind in ('r', 'p') and not c.relispartition
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss', 'public') order by 1`,
    );
    expect([...manifest.tables.map(({ name }) => name), ...manifest.leftOut].toSorted()).toEqual(
      counted.map(({ name }) => name).toSorted(),
    );
    for (const { name, rows } of manifest.tables)
      expect({ name, rows }).toEqual({
        name,
        rows: Number((await stand.asOwner<{ rows: string }>(`select count(*) as rows from ${name}`))[0]?.rows),
      });
    const stored = await stand.asOwner<{ sha256: string }>('select sha256 from platform.stored_file');
    expect(stored.length).toBeGreaterThan(0);
    const listed = readFileSync(path.join(newest(), 'files.jsonl'), 'utf8');
    for (const { sha256 } of stored) expect(listed).toContain(sha256);
    expect(readFileSync(path.join(newest(), 'secrets.sealed'), 'utf8')).not.toContain('only-for-tests');
    expect(statSync(newest()).mode & 0o077).toBe(0);
  });

  it('is listed, and links files of an older backup', async () => {
    const first = newest();
    await new Promise((resolve) => setTimeout(resolve, 1100)); // backup folders are named by the second
    await run('backup --to');
    expect((await run('backup list --from')).lines.map((line) => line['folder'])).toEqual([newest(), first]);
    const [line = ''] = readFileSync(path.join(newest(), 'files.jsonl'), 'utf8')
      .split('\n')
      .filter((each) => each.includes('"files/'));
    const place = (JSON.parse(line) as { path: string }).path;
    expect(statSync(path.join(newest(), place)).ino).toBe(statSync(path.join(first, place)).ino);
  });

  it('is the same through a role that is neither superuser nor exempt from the policies', async () => {
    const reader = `reader_${randomUUID().replaceAll('-', '')}`;
    await stand.asOwner(`create role ${reader} login password 'plain'`);
    await stand.asOwner(`grant tallgrunn_backup to ${reader} with inherit false, set true`);
    const url = Object.assign(new URL(stand.database.ownerUrl), { username: reader, password: 'plain' }).toString();
    process.env['DATABASE_URL'] = url;
    try {
      const own = path.join(folder, 'reader');
      const { code, log } = await runCommand('backup', '--to', own);
      expect({ code, log }).toEqual({ code: 0, log: '' });
      const rows = ({ tables }: BackupManifest) =>
        tables.map(({ name, rows: count, rowsHash }) => [name, count, rowsHash]);
      expect(rows(manifestOf(path.join(own, readdirSync(own)[0] ?? '')))).toEqual(rows(manifestOf(newest())));
    } finally {
      process.env['DATABASE_URL'] = stand.database.ownerUrl;
      await stand.asOwner(`drop role ${reader}`);
    }
  });

  it('is verified and restored to a scratch database, and reports a changed byte', async () => {
    const { code, lines } = await run('backup verify', '--scratch', await emptyDatabase());
    expect({ code, lines }).toMatchObject({ code: 0, lines: [{ isRestored: true, faults: [] }] });
    const damaged = path.join(folder, 'damaged');
    cpSync(newest(), damaged, { recursive: true });
    const table = path.join(damaged, 'tables', 'reporting.report_line.copy.gz');
    const bytes = readFileSync(table);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 12) ^ 1, bytes.length - 12);
    writeFileSync(table, bytes);
    expect(await runCommand('backup', 'verify', damaged)).toMatchObject({
      code: 1,
      lines: [{ isRestored: false, faults: [expect.stringContaining('reporting.report_line.copy.gz is damaged')] }],
    });
    process.env['DATABASE_URL'] = await emptyDatabase();
    const restored = await runCommand('restore', '--from', damaged, '--to', path.join(folder, 'never'));
    process.env['DATABASE_URL'] = stand.database.ownerUrl;
    expect(restored.code).not.toBe(0);
  });
});

describe('a restore', () => {
  it('is rejected in one sentence for a database with data, and changes nothing', async () => {
    const rows = () => stand.asOwner('select count(*) as rows from reporting.report_line');
    const there = await rows();
    const { code, log, stdout } = await run('restore --from');
    expect({ code, log: log.trim(), stdout }).toEqual({
      code: 1,
      log: 'The database is not empty, so nothing was restored: restore into a new data folder, or point DATABASE_URL at a new database.',
      stdout: '',
    });
    expect(await rows()).toEqual(there);
    expect(existsSync(path.join(folder, 'restored', 'files'))).toBe(false);
  });

  it('requires the passphrase of the sealed secrets', async () => {
    process.env['BACKUP_PASSPHRASE'] = 'not the passphrase';
    const { code, log } = await run('restore --from');
    process.env['BACKUP_PASSPHRASE'] = 'correct horse battery';
    expect({ code, log }).toEqual({ code: 1, log: expect.stringContaining('does not open the secrets') });
  });

  it('returns all figures, receipts, files, evidence packs and audit chains unchanged', async () => {
    const was = await figures('before');
    const receipt = await lastReceipt(stand.database.ownerUrl);
    await run('backup --to');
    const url = await emptyDatabase();
    Object.assign(process.env, { DATABASE_URL: url, APP_DATABASE_URL: '' });
    const { code, lines, log } = await run('restore --from');
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines).toEqual([expect.objectContaining({ secrets: 'sealed', taken: [], jobsLeftOut: 0 })]);
    process.env['TALLGRUNN_DATA'] = path.join(folder, 'restored');
    try {
      expect(readFileSync(path.join(folder, 'restored', 'secrets', 'session-secret'), 'utf8')).toBe('only-for-tests');
      expect(await lastReceipt(url)).toEqual(receipt);
      const sha256 = String(receipt?.['file_sha256']);
      const stored = path.join(folder, 'restored', 'files', parties.cooperativeId, sha256.slice(0, 2), sha256);
      expect(createHash('sha256').update(readFileSync(stored)).digest('hex')).toBe(sha256);
      const audit = await runCommand('audit', 'verify');
      expect(audit.code).toBe(0);
      expect(audit.lines.find((line) => line['cooperativeId'] === parties.cooperativeId)).toMatchObject({
        breaks: [],
        heads: 1,
      });
      const is = await figures('after');
      expect(is.exported).toEqual(was.exported);
      expect(is.pack).toEqual(was.pack);
      const walls = await withClient(url, (client) =>
        client.query(
          `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and not c.relforcerowsecurity and c.relnamespace::regnamespace::text not in ('pg_catalog')`,
        ),
      );
      expect(walls.rows).toEqual([]);
    } finally {
      Object.assign(process.env, {
        DATABASE_URL: stand.database.ownerUrl,
        APP_DATABASE_URL: stand.database.appUrl,
        TALLGRUNN_DATA: data,
      });
    }
  });

  it('fills a database that migrate has just created', async () => {
    const url = await emptyDatabase();
    Object.assign(process.env, { DATABASE_URL: url, APP_DATABASE_URL: '' });
    try {
      expect((await runCommand('migrate')).code).toBe(0);
      expect((await runCommand('restore', '--from', backups, '--to', path.join(folder, 'second'))).code).toBe(0);
      expect(await lastReceipt(url)).toEqual(await lastReceipt(stand.database.ownerUrl));
    } finally {
      Object.assign(process.env, { DATABASE_URL: stand.database.ownerUrl, APP_DATABASE_URL: stand.database.appUrl });
    }
  });
});

describe('an upgrade', () => {
  it('is rehearsed on the newest backup: steps, seconds and checks', async () => {
    const { code, lines, log } = await run('upgrade rehearse', '--scratch', await emptyDatabase());
    expect({ code, log }).toEqual({ code: 0, log: '' });
    expect(lines).toEqual([
      expect.objectContaining({
        from: version,
        to: version,
        taken: [],
        seconds: expect.any(Number),
        checks: { rows: true, schema: true, audit: true },
      }),
    ]);
  });

  it('reports a backup of a newer or unreleased version', async () => {
    const strange = path.join(folder, 'strange');
    cpSync(newest(), strange, { recursive: true });
    const write = (steps: BackupManifest['steps']) =>
      writeFileSync(path.join(strange, 'manifest.json'), JSON.stringify({ ...manifestOf(newest()), steps }));
    const { steps } = manifestOf(newest());
    write([...steps, { name: 'reporting/9999-later', sha256: '0'.repeat(64) }]);
    expect(
      await runCommand('upgrade', 'rehearse', '--from', strange, '--scratch', await emptyDatabase()),
    ).toMatchObject({
      code: 1,
      log: expect.stringContaining('newer than this program'),
    });
    write(steps.map((step) => (step.name === 'platform/0001-baseline' ? { ...step, sha256: '0'.repeat(64) } : step)));
    expect(
      await runCommand('upgrade', 'rehearse', '--from', strange, '--scratch', await emptyDatabase()),
    ).toMatchObject({
      code: 1,
      log: expect.stringContaining('platform/0001-baseline has a different text'),
    });
  });

  it('prints the version', async () => {
    expect(await runCommand('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe('the monthly report', () => {
  it('lists removals and received files of each cooperative', async () => {
    const month = stand.clock.now().toISOString().slice(0, 7);
    await stand.asOwner(
      `insert into platform.retention_run (cooperative_id, id, ran_at, kind, days, removed_count) values ($1, gen_random_uuid(), $2, 'invitation-addresses', 365, 2), ($1, gen_random_uuid(), $2, 'invitation-addresses', 365, 3)`,
      [parties.cooperativeId, stand.clock.now()],
    );
    await stand.asOwner('update platform.stored_file set kept_at = $1', [stand.clock.now()]);
    const [stored] = await stand.asOwner<{ files: number; bytes: number }>(
      'select count(*)::int as files, sum(size_bytes)::int as bytes from platform.stored_file',
    );
    expect(await runCommand('retention', 'report', month)).toMatchObject({
      code: 0,
      lines: [
        {
          cooperativeId: parties.cooperativeId,
          month,
          removed: [{ kind: 'invitation-addresses', days: 365, count: 5 }],
          filesAdded: stored?.files,
          bytesAdded: stored?.bytes,
          ...stored,
        },
      ],
    });
    expect((await runCommand('retention', 'report', '1999-01')).lines).toMatchObject([{ removed: [], filesAdded: 0 }]);
    expect((await runCommand('retention', 'report', 'november')).code).toBe(2);
  });
});

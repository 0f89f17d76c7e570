import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import { AuditLog, CONFIG, Database, Mail, SecurityLog, UnitOfWork, type Config } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { runCommand } from '@tallgrunn/app-cli/testing';
import { setUpWorld, type World } from './world.ts';

const before = { ...process.env };
const NAME = 'Kari Nordmann Testdatter';
let stand: TestApp;
let folder: string;
let ours: World;
let theirs: World;

beforeAll(async () => {
  stand = await startAllRooms();
  ours = await setUpWorld(stand, 'Nordsamkjop', 2);
  theirs = await setUpWorld(stand, 'Sorsamkjop', 1);
  folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-personal-'));
  Object.assign(process.env, {
    DATABASE_URL: stand.database.ownerUrl,
    APP_DATABASE_URL: stand.database.appUrl,
    TALLGRUNN_DATA: stand.app.get<Config>(CONFIG).dataFolder,
  });
});
afterAll(async () => {
  process.env = before;
  await stand.close();
  rmSync(folder, { recursive: true, force: true });
});

const tenantTables = async (): Promise<string[]> =>
  (
    await stand.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`,
    )
  ).map(({ name }) => name);

async function countsOf(cooperativeId: string): Promise<Record<string, number>> {
  const counted = (await tenantTables()).map(
    (name) => `select '${name}' as name, count(*)::int as rows from ${name} where cooperative_id = '${cooperativeId}'`,
  );
  return Object.fromEntries(
    (await stand.asOwner<{ name: string; rows: number }>(counted.join(' union all '))).map(({ name, rows }) => [
      name,
      rows,
    ]),
  );
}

/** Returns all tables, including the queue's, that contain a text anywhere. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await stand.asOwner<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if (
      (await stand.asOwner(`select 1 from ${name} t where position(lower($1) in lower(t::text)) > 0 limit 1`, [text]))
        .length > 0
    )
      found.push(name);
  return found;
}

/**
 * Columns of tenant tables that are named like free texts but hold no personal data: names of organisations, items and
 * sites.
 */
const withoutPersons = [
  'agreements.agreement.title',
  'agreements.buyer_alias.text',
  'agreements.buyer_site.name',
  'agreements.index_series.file_name',
  'agreements.index_series.title',
  'agreements.lot.title',
  'agreements.price_draft.reason',
  'agreements.price_draft_line.name',
  'agreements.price_line.name',
  'agreements.price_version.reason',
  'agreements.related_entity.name',
  'agreements.unit_mapping.text',
  'emissions.result.reason',
  'follow_up.unreachable_address.reason',
  'identity.organisation.name',
  'identity.organisation_history.name',
  // a code: why nothing is expected of a measure
  'insight.measure.expected_reason',
  'platform.audit_text.text',
  'platform.domain_event.name',
  'platform.mail_delivery.reason',
  'spend.despatch_advice.name',
  'spend.invoice.name',
  'spend.posting.text',
  'spend.set_aside.reason',
];

describe('free texts that may name a person', () => {
  it('are registered for erasure, in every tenant table', async () => {
    const columns = await stand.asOwner<{ name: string }>(
      `select c.oid::regclass || '.' || a.attname as name from pg_class c
       join pg_attribute t on t.attrelid = c.oid and t.attname = 'cooperative_id' and not t.attisdropped
       join pg_attribute a on a.attrelid = c.oid and not a.attisdropped and a.atttypid = 'text'::regtype
       where c.relkind in ('r', 'p') and not c.relispartition
         and a.attname ~ '(^|_)(reason|note|comment|text|name|email|phone|from|title|justification|description|explanation|message|remark)$'
         and a.attname !~ '^(former|old|new|seller|buyer|company|product|item|account|site|column|spool|reader|key|event|job|source|factor|erasable)_'
         and not exists (select from platform.erasable_column e where e.target = c.oid::regclass::text and e.column_name = a.attname) order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(withoutPersons);
  });

  it("lose the name on the operator's command, and nothing of it remains in the database", async () => {
    const columns = await stand.asOwner<{ target: string; column_name: string }>(
      'select target, column_name from platform.erasable_column order by 1, 2',
    );
    const planted: string[] = [];
    for (const { target, column_name: column } of columns) {
      const rows = await stand.asOwner(
        `select 1 from ${target} where ${column} is not null and cooperative_id = '${ours.cooperativeId}'`,
      );
      if (rows.length === 0) continue;
      await stand.asOwner(
        `set session_replication_role = replica; update ${target} set ${column} = 'Fra ${NAME}' where ctid = (select min(ctid) from ${target} where ${column} is not null and cooperative_id = '${ours.cooperativeId}')`,
      );
      planted.push(`${target}.${column}`);
    }
    expect(planted.length).toBeGreaterThan(20);
    await stand.get(UnitOfWork).run({ ...ours.parties.manager.actor }, () =>
      stand.get(AuditLog).record({
        act: 'report.uploaded-on-behalf',
        subject: { kind: 'report-version', id: '1' },
        details: { receivedFrom: NAME, reason: `Sendt av ${NAME}`, fileName: `${NAME}.pdf` },
      }),
    );
    const { code, lines, log } = await runCommand('person', 'erase', '--mention', NAME, '--confirm', NAME);
    expect({ code, log }).toEqual({ code: 0, log: '' });
    const erased = (lines[0]?.['texts'] as { place: string }[]).map(({ place }) => place);
    expect(erased.sort()).toEqual([...planted, 'platform.audit_text.text'].sort());
    expect(await placesOf(NAME)).toEqual([]);
    const verified = await runCommand('audit', 'verify');
    expect(verified.lines.flatMap(({ breaks }) => breaks)).toEqual([]);
    expect(verified.lines.find(({ cooperativeId }) => cooperativeId === ours.cooperativeId)).toMatchObject({
      erased: 3,
    });
  });

  it('can only be erased, where the application may not change them', async () => {
    const change = (text: string) =>
      stand
        .get(UnitOfWork)
        .run({ ...ours.parties.system }, () =>
          stand.get(Database).query('update matching.pair_decision set reason = $1', [text]),
        );
    await expect(change('Another reason')).rejects.toThrow(/can only be erased/);
    await expect(change('[slettet]')).resolves.toBeDefined();
  });
});

describe('an erased person', () => {
  it('remains as an id: no name, no address, no credentials', async () => {
    const { email, membershipId } = ours.members.otherBuyer;
    const [person] = await stand.asOwner<{ id: string; name: string }>(
      'select id, name from identity.person where email = $1',
      [email],
    );
    expect((await runCommand('person', 'erase', email, '--confirm', email)).log).toMatch(/person-has-access/);
    await stand.asOwner('update identity.membership set ended_at = now() where id = $1', [membershipId]);
    expect((await runCommand('person', 'erase', email, '--confirm', 'x')).code).toBe(2);
    expect(await runCommand('person', 'erase', email, '--confirm', email)).toMatchObject({ code: 0, log: '' });
    expect(await placesOf(email)).toEqual([]);
    expect(await stand.asOwner('select name, password_hash from identity.person where id = $1', [person?.id])).toEqual([
      { name: 'Slettet person', password_hash: null },
    ]);
    expect(await stand.asOwner(`select 1 from identity.session where sess->>'personId' = $1`, [person?.id])).toEqual(
      [],
    );
    expect(
      await stand.asOwner(`select 1 from platform.audit_entry where act = 'person.erased' and subject_id = $1`, [
        person?.id,
      ]),
    ).toHaveLength(1);
  });
});

describe('a cooperative', () => {
  it('is exported completely: every row of every table, every file, with hashes', async () => {
    await stand.get(SecurityLog).flush();
    const to = path.join(folder, 'export');
    const counts = await countsOf(ours.cooperativeId);
    const { code, log } = await runCommand('cooperative', 'export', '--to', to, '--name', 'Nordsamkjop');
    expect({ code, log }).toEqual({ code: 0, log: '' });
    const manifest = JSON.parse(readFileSync(path.join(to, 'manifest.json'), 'utf8')) as {
      files: { path: string; sha256: string; rows?: number }[];
    };
    const rows = new Map(manifest.files.map((file) => [file.path, file.rows]));
    const { 'platform.security_event': events, ...others } = counts;
    for (const [table, count] of Object.entries(others))
      expect([table, rows.get(`tables/${table}.jsonl`)]).toEqual([table, count]);
    expect(rows.get('tables/platform.security_event.jsonl')).toBe((events ?? 0) + 1); // plus the event of the export itself
    for (const { path: place, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(to, place)))
          .digest('hex'),
      ).toBe(sha256);
    const stored = await stand.asOwner<{ sha256: string }>(
      `select sha256 from platform.stored_file where cooperative_id = $1`,
      [ours.cooperativeId],
    );
    expect(
      manifest.files
        .filter(({ rows: count }) => count === undefined)
        .map(({ sha256 }) => sha256)
        .sort(),
    ).toEqual(stored.map(({ sha256 }) => sha256).sort());
    const [key] = await stand.asOwner<{ key_hash: string }>(
      'select key_hash from identity.api_key where cooperative_id = $1 limit 1',
      [ours.cooperativeId],
    );
    for (const secret of ['argon2id', key?.key_hash ?? 'none', '"token_hash"']) {
      expect(
        manifest.files.filter(
          ({ path: place }) =>
            place.startsWith('tables/') && readFileSync(path.join(to, place), 'utf8').includes(secret),
        ),
      ).toEqual([]);
    }
    expect((await runCommand('cooperative', 'export', '--to', to, '--name', 'Nordsamkjop')).code).toBe(3);
  });

  it('is deleted completely, and the other is unchanged', async () => {
    const { outbox } = stand.get(Mail);
    expect((await runCommand('audit', 'export-heads')).code).toBe(0);
    const others = await countsOf(theirs.cooperativeId);
    const members = await stand.asOwner<{ person_id: string }>(
      'select distinct person_id from identity.membership where cooperative_id = $1',
      [ours.cooperativeId],
    );
    expect(
      await runCommand('cooperative', 'delete', '--name', 'Nordsamkjop', '--confirm', 'Nordsamkjøp'),
    ).toMatchObject({
      code: 2,
      log: expect.stringContaining('Nothing was deleted'),
    });
    expect(
      await runCommand('cooperative', 'delete', '--name', 'Nordsamkjop', '--confirm', 'Nordsamkjop'),
    ).toMatchObject({
      code: 0,
      log: '',
    });
    expect(Object.entries(await countsOf(ours.cooperativeId)).filter(([, rows]) => rows > 0)).toEqual([]);
    expect(await countsOf(theirs.cooperativeId)).toEqual(others);
    expect(
      await stand.asOwner('select 1 from identity.person where id = any ($1)', [
        members.map(({ person_id }) => person_id),
      ]),
    ).toEqual([]);
    expect(existsSync(path.join(path.dirname(outbox), 'files', ours.cooperativeId))).toBe(false);
    expect((await placesOf(ours.cooperativeId)).filter((table) => table !== 'platform.security_event')).toEqual([]);
    expect(
      await stand.asOwner(
        "select 1 from platform.security_event where event = 'cooperative-deleted' and details ->> 'deletedCooperativeId' = $1",
        [ours.cooperativeId],
      ),
    ).toHaveLength(1);
    expect((await runCommand('audit', 'verify')).code).toBe(0);
    const loose = await stand.asOwner<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'cooperative_id' where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text <> 'pgboss' and not c.relforcerowsecurity`,
    );
    expect(loose).toEqual([]);
  });
});

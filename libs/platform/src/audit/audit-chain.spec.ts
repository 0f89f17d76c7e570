import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '@tallgrunn/values';
import { Client } from 'pg';
import { systemActor, type Actor } from '../actor.ts';
import { AuditLog } from '../audit-log.ts';
import { Database } from '../database.ts';
import { SecurityLog } from '../security/security-log.ts';
import { setUpTestApp, type TestApp } from '../testing.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { AuditChain, type ChainHead, type ChainReport } from './audit-chain.ts';
import { exportHeads, readHeads } from './head-files.ts';

let stand: TestApp;
let system: Actor;
let person: Actor;

beforeAll(async () => {
  stand = await setUpTestApp([]);
});
beforeEach(() => {
  system = systemActor(uuidv7());
  person = {
    ...system,
    personId: uuidv7(),
    membershipId: uuidv7(),
    organisationId: uuidv7(),
    side: 'buyer',
    role: 'buyer',
    via: 'web',
  };
});
afterAll(() => stand.close());

const run = <T>(actor: Actor, work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...actor }, work);
const record = (act: string, details: Record<string, unknown> = {}) =>
  run(person, () => stand.get(AuditLog).record({ act, subject: { kind: 'thing', id: '1' }, details }));
const seal = (all = false) => run(system, () => stand.get(AuditChain).seal(all));
const head = async () => (await run(system, () => stand.get(AuditChain).head())) as ChainHead;
const verify = (heads: readonly ChainHead[] = []): Promise<ChainReport> =>
  run(system, () => stand.get(AuditChain).verify(heads));
const faults = async (heads: readonly ChainHead[] = []) =>
  (await verify(heads)).breaks.map(({ fault, sequence }) => [fault, sequence]);

/** Records and seals three entries and returns the head of the chain. */
async function sealedEntries(): Promise<ChainHead> {
  for (const act of ['one.done', 'two.done', 'three.done']) await record(act, { reason: `Because of ${act}` });
  await seal();
  return head();
}

/** Waits until a session waits for the lock of this chain. */
async function waitForLock(cooperativeId: string): Promise<void> {
  const sql = `select 1 from pg_locks, hashtextextended('platform.audit_link ' || $1, 0) key where locktype = 'advisory' and not granted
    and classid = ((key >> 32) & 4294967295)::oid and objid = (key & 4294967295)::oid`;
  while ((await stand.asOwner(sql, [cooperativeId])).length === 0) await pause(10);
}

describe('audit entry', () => {
  it('takes person, organisation, channel and time from the unit of work, whatever the statement says', async () => {
    await run(person, () =>
      stand.get(Database).query(
        `insert into platform.audit_entry (cooperative_id, id, at, recorded_at, person_id, membership_id, organisation_id, side, via, act, subject_kind, subject_id, api_key_id)
         values (gen_random_uuid(), gen_random_uuid(), '2020-01-01', '2020-01-01', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'cooperative', 'web', 'forged.past', 'thing', '1', gen_random_uuid())`,
      ),
    );
    const [row] = await stand.asOwner(
      `select cooperative_id, person_id, membership_id, organisation_id, side, via, api_key_id, at > now() - interval '1 minute' as now, recorded_at = at as same from platform.audit_entry where act = 'forged.past'`,
    );
    const { cooperativeId, personId, membershipId, organisationId } = person;
    expect(row).toMatchObject({
      cooperative_id: cooperativeId,
      person_id: personId,
      membership_id: membershipId,
      organisation_id: organisationId,
      side: 'buyer',
      via: 'web',
      api_key_id: null,
      now: true,
    });
  });

  it('stores the real time in addition to the day of a demo', async () => {
    await stand.asOwner("update platform.instance set as_of = '2026-08-10T08:00:00Z'");
    stand.clock.runFrom(new Date('2026-08-10T08:00:00Z'));
    await record('demo.done');
    stand.clock.useRealTime();
    await stand.asOwner('update platform.instance set as_of = null');
    const [row] = await stand.asOwner<{ day: string; true: boolean }>(
      `select (at at time zone 'UTC')::date::text as day, recorded_at > now() - interval '1 minute' as true from platform.audit_entry where act = 'demo.done'`,
    );
    expect(row).toEqual({ day: '2026-08-10', true: true });
  });

  it('shows its texts in place, and stores none of them itself', async () => {
    await record('text.done', {
      reason: 'Sendt av Ola Hansen',
      after: { people: [{ name: 'Kari Nordmann' }] },
      rows: 3,
    });
    const [seen] = await run(person, () =>
      stand
        .get(Database)
        .query<{ details: unknown }>("select details from platform.door_audit_entry where act = 'text.done'"),
    );
    expect(seen?.details).toEqual({
      reason: 'Sendt av Ola Hansen',
      after: { people: [{ name: 'Kari Nordmann' }] },
      rows: 3,
    });
    expect(
      JSON.stringify(await stand.asOwner("select * from platform.audit_entry where act = 'text.done'")),
    ).not.toMatch(/Ola|Kari/);
  });
});

describe('audit chain', () => {
  it('verifies sealed entries and exported heads', async () => {
    const exported = await sealedEntries();
    expect(await verify([exported])).toMatchObject({ links: 3, breaks: [] });
    expect(exported.sequence).toBe(3);
    expect(await seal()).toBe(0);
  });

  it('seals security events with the entries', async () => {
    await run(person, () => stand.get(SecurityLog).record({ event: 'data-exported' }));
    await record('one.done');
    expect(await seal()).toBe(2);
    expect(await verify()).toMatchObject({ links: 2, breaks: [] });
  });

  it('creates one sequence of links for concurrent seals, none of which fails', async () => {
    for (let i = 0; i < 10; i++) await record('many.done');
    const sealed = await Promise.all([seal(), seal(), seal()]);
    expect(sealed.reduce((sum, each) => sum + each, 0)).toBe(10);
    expect(await verify()).toMatchObject({ links: 10, breaks: [] });
  });

  it('seals nothing twice when another worker commits while it waits', async () => {
    for (let i = 0; i < 3; i++) await record('many.done');
    let waiting: Promise<number> | undefined;
    await run(system, async () => {
      expect(await stand.get(AuditChain).seal()).toBe(3);
      waiting = run({ ...system }, () => stand.get(AuditChain).seal());
      await waitForLock(system.cooperativeId);
      await stand.get(AuditLog).record({ act: 'late.done', subject: { kind: 'thing', id: '1' } });
    });
    expect(await waiting).toBe(1); // what the other worker committed last, and nothing that it sealed
    expect(await verify()).toMatchObject({ links: 4, breaks: [] });
  });

  it.each([
    [
      'an entry that was changed',
      "update platform.audit_entry set act = 'other.done' where act = 'two.done' and cooperative_id = $1",
      ['entry-altered', 2],
    ],
    [
      'an entry whose time was changed',
      "update platform.audit_entry set at = at - interval '1 day' where act = 'two.done' and cooperative_id = $1",
      ['entry-altered', 2],
    ],
    [
      'a link that was changed',
      'update platform.audit_link set entry_id = gen_random_uuid() where sequence = 2 and cooperative_id = $1',
      ['link-altered', 2],
    ],
    [
      'a link that was removed',
      'delete from platform.audit_link where sequence = 2 and cooperative_id = $1',
      ['link-missing', 3],
    ],
    [
      'a text that was rewritten',
      "update platform.audit_text set text = 'Another reason' where text = 'Because of two.done' and cooperative_id = $1",
      ['text-altered', null],
    ],
  ])('reports %s', async (_kind, statement, expected) => {
    await sealedEntries();
    await stand.asOwner(statement, [system.cooperativeId]);
    expect(await faults()).toContainEqual(expected);
  });

  it('reports a deleted entry', async () => {
    await sealedEntries();
    await stand.asOwner(
      "delete from platform.audit_text t using platform.audit_entry e where e.id = t.entry_id and e.act = 'two.done' and e.cooperative_id = $1",
      [system.cooperativeId],
    );
    await stand.asOwner("delete from platform.audit_entry where act = 'two.done' and cooperative_id = $1", [
      system.cooperativeId,
    ]);
    expect(await faults()).toContainEqual(['entry-missing', 2]);
  });

  it('reports a rewritten or truncated chain by its exported heads', async () => {
    const exported = await sealedEntries();
    await stand.asOwner('delete from platform.audit_link where sequence >= 2 and cooperative_id = $1', [
      system.cooperativeId,
    ]);
    expect(await faults([exported])).toContainEqual(['head-missing', 3]);
    await seal(true);
    expect(await faults([exported])).toEqual([['head-different', 3]]);
    expect(await faults()).toEqual([]);
  });

  it('stays valid when a text is erased', async () => {
    const exported = await sealedEntries();
    await run(system, () =>
      stand
        .get(Database)
        .query(
          "update platform.audit_text set text = null, salt = null, erased_at = now() where text = 'Because of two.done'",
        ),
    );
    expect(await verify([exported])).toMatchObject({ links: 3, erased: 1, breaks: [] });
    expect(
      await stand.asOwner(
        "select 1 from platform.audit_text where text = 'Because of two.done' and cooperative_id = $1",
        [system.cooperativeId],
      ),
    ).toEqual([]);
  });

  it('does not let the app insert or change links, or restore an erased text', async () => {
    await sealedEntries();
    await expect(
      run(system, () => stand.get(Database).query("update platform.audit_link set hash = ''")),
    ).rejects.toThrow(/permission denied/);
    await expect(run(system, () => stand.get(Database).query('delete from platform.audit_link'))).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      run(system, () => stand.get(Database).query("update platform.audit_text set text = 'other'")),
    ).rejects.toThrow(/row-level security/);
    await expect(
      run(person, () =>
        stand
          .get(Database)
          .query("insert into platform.audit_link (entry_kind, entry_id) select 'audit', id from platform.audit_entry"),
      ),
    ).rejects.toThrow(/row-level security|duplicate key/);
    await record('four.done');
    await run(system, () =>
      stand
        .get(Database)
        .query(
          `insert into platform.audit_link (sequence, entry_kind, entry_id, entry_hash, sealed_at, hash) select 99, 'audit', id, '\\x00', '2020-01-01', '\\x00' from platform.audit_entry where act = 'four.done'`,
        ),
    );
    expect(await verify()).toMatchObject({ links: 4, breaks: [] });
  });

  it('never waits for an entry: two concurrent writers do not block each other', async () => {
    const [one, other] = (await Promise.all(
      [0, 1].map(async () => {
        const client = new Client({ connectionString: stand.database.appUrl });
        await client.connect();
        await client.query('begin');
        await client.query(
          "select set_config('app.cooperative_id', $1, true), set_config('app.side', 'system', true), set_config('lock_timeout', '2s', true)",
          [system.cooperativeId],
        );
        return client;
      }),
    )) as [Client, Client];
    const insert =
      "insert into platform.audit_entry (id, at, side, via, act, subject_kind, subject_id) values (gen_random_uuid(), now(), '', '', 'at.once', 'thing', '1')";
    try {
      await one.query(insert);
      await other.query(insert);
      await Promise.all([one.query('commit'), other.query('commit')]);
    } finally {
      await Promise.all([one.end(), other.end()]);
    }
    expect(await seal()).toBe(2);
  });
});

describe('exported heads', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'heads-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are read as written, day by day', async () => {
    const exported = await sealedEntries();
    await exportHeads(folder, [exported], new Date('2026-08-10T03:00:00Z'));
    await exportHeads(folder, [exported], new Date('2026-08-11T03:00:00Z'));
    expect(await readHeads(folder)).toEqual([exported, exported]);
  });

  it('are reported by file and line when malformed', async () => {
    await writeFile(path.join(folder, '2026-08-10.jsonl'), '\n{"hash": "x"}\n');
    await expect(readHeads(folder)).rejects.toThrow('2026-08-10.jsonl, line 2 is no head of an audit chain.');
  });
});

import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { limits, uuidv7 } from '@tallgrunn/values';
import { Database } from './database.ts';
import { DownloadSlots } from './download-turns.ts';
import { FileStore } from './file-store.ts';
import { SpooledDownload } from './spooled-download.ts';
import { ReaderTimeout } from './tailed-file.ts';
import { setUpTestApp, type TestApp } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';
import type { Actor } from './actor.ts';

const PIECE = Buffer.alloc(1_000_000, 'x');
const cooperativeId = uuidv7();
const person = (organisationId = uuidv7()): Actor => ({
  personId: uuidv7(),
  membershipId: uuidv7(),
  cooperativeId,
  organisationId,
  side: 'supplier',
  role: 'supplier-clerk',
  via: 'web',
});

let stand: TestApp;
beforeAll(async () => void (stand = await setUpTestApp([])));
afterAll(() => stand.close());

/** Starts a download of this many megabytes, with a query before the first. */
const start = (actor: Actor, megabytes: number) =>
  stand.get(UnitOfWork).run(actor, async () =>
    stand.get(SpooledDownload).run(async function* () {
      await stand.get(Database).query('select 1');
      for (let n = 0; n < megabytes; n += 1) yield PIECE;
    }),
  );
/** Returns the number of server connections with an open transaction. */
const openTransactionCount = async () =>
  (
    await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'tallgrunn serve %' and state like 'idle in transaction%'`,
    )
  )[0]!.n;
const spooled = async () => (await readdir(stand.get(FileStore).spoolFolder).catch(() => [])).length;
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await wait(20);
}

describe('SpooledDownload', () => {
  it('occupies no connection for slow clients, and none after they have left', async () => {
    const unread = await Promise.all(Array.from({ length: limits.downloads.atOnceMax }, () => start(person(), 5)));
    await until(async () => (await openTransactionCount()) === 0);
    expect(
      await stand.get(UnitOfWork).run(person(), () => stand.get(Database).one<{ one: number }>('select 1 as one')),
    ).toEqual({ one: 1 });
    for (const download of unread) download.destroy();
    await until(async () => (await spooled()) === 0);
    (await start(person(), 1)).destroy(); // the slots are free again
  });

  it('delivers every byte in order, and deletes its file', async () => {
    const bytes = Buffer.concat(await (await start(person(), 3)).toArray());
    expect(bytes.equals(Buffer.concat([PIECE, PIECE, PIECE]))).toBe(true);
    await until(async () => (await spooled()) === 0);
  });

  it('aborts a download that is not read', async () => {
    const downloads = stand.get(SpooledDownload);
    const usual = downloads.patienceMs;
    downloads.patienceMs = 100;
    try {
      const unread = await start(person(), 5);
      expect((await once(unread, 'error').catch((error: unknown) => [error]))[0]).toBeInstanceOf(ReaderTimeout);
      await until(async () => (await spooled()) === 0);
    } finally {
      downloads.patienceMs = usual;
    }
  });

  it('passes an error of the source to the reader', async () => {
    const failing = await stand.get(UnitOfWork).run(person(), async () =>
      stand.get(SpooledDownload).run(async function* () {
        yield PIECE;
        throw new Error('no more');
      }),
    );
    await expect(failing.toArray()).rejects.toThrow('no more');
  });
});

describe('DownloadSlots', () => {
  const { perPersonMax, perOrganisationMax, atOnceMax } = limits.downloads;
  const refused = (turns: DownloadSlots, actor: Actor) => {
    try {
      turns.acquire(actor)();
      return null;
    } catch (error) {
      return (error as { params: { scope: string } }).params.scope;
    }
  };

  it('rejects a person, an organisation and everyone beyond their share, until a slot is released', () => {
    const turns = new DownloadSlots();
    const one = person();
    const mine = Array.from({ length: perPersonMax }, () => turns.acquire(one));
    expect(refused(turns, one)).toBe('person');
    const colleagues = Array.from({ length: perOrganisationMax - perPersonMax }, () =>
      turns.acquire(person(one.organisationId!)),
    );
    expect(refused(turns, person(one.organisationId!))).toBe('organisation');
    const others = Array.from({ length: atOnceMax - perOrganisationMax }, () => turns.acquire(person()));
    expect(refused(turns, person())).toBe('everyone');
    for (const giveBack of [...mine, ...colleagues, ...others]) giveBack();
    expect(refused(turns, one)).toBeNull();
  });
});

describe('UnitOfWork.releaseConnection', () => {
  it('releases the connection during the unit, and opens a new transaction of the same actor at the next query', async () => {
    const actor = person();
    const ids = await stand.get(UnitOfWork).run(actor, async () => {
      const transaction = () =>
        stand
          .get(Database)
          .one<{ id: string; person: string }>(
            `select pg_current_xact_id()::text as id, current_setting('app.person_id') as person`,
          );
      const before = await transaction();
      await stand.get(UnitOfWork).releaseConnection();
      expect(await openTransactionCount()).toBe(0);
      return [before, await transaction()];
    });
    expect(ids[0]!.person).toBe(actor.personId);
    expect(ids[1]!.person).toBe(actor.personId);
    expect(ids[1]!.id).not.toBe(ids[0]!.id);
  });

  it('limits statements and idle transactions of requests more than those of jobs', async () => {
    const settings = (actor: Actor) =>
      stand
        .get(UnitOfWork)
        .run(actor, () =>
          stand
            .get(Database)
            .one(
              `select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
            ),
        );
    expect(await settings(person())).toEqual({ statement: '1min', idle: '1min' });
    expect(await settings({ ...person(), via: 'job' })).toEqual({ statement: '2h', idle: '2h' });
  });
});

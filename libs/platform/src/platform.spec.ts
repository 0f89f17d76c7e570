import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable, Module } from '@nestjs/common';
import { uuidv7 } from '@tallgrunn/values';
import { systemActor, type Actor } from './actor.ts';
import { Clock } from './clock.ts';
import { ROUND_BYTES } from './copy-rounds.ts';
import { Database } from './database.ts';
import { DomainEvents, OnDomainEvent, type DomainEvent } from './domain-events.ts';
import { FileStore } from './file-store.ts';
import { Instance } from './instance.ts';
import { DocumentNumbers } from './document-numbers.ts';
import { defineRoom } from './room.ts';
import { setUpTestApp, type TestApp } from './testing.ts';
import { UnitOfWork } from './unit-of-work.ts';
import { DataSource } from 'typeorm';
import { Heartbeat } from './heartbeat.ts';

const tables = `
  create table ledger.line (
    cooperative_id uuid not null default platform.cooperative(),
    batch_id uuid not null,
    line_no int not null,
    buyer_id uuid not null,
    amount numeric(18, 2) not null,
    text text,
    primary key (cooperative_id, batch_id, line_no)
  );
  select platform.protect('ledger.line', buyer => 'buyer_id');
  select platform.loadable('ledger.line', array['batch_id', 'line_no', 'buyer_id', 'amount', 'text']);
  create table ledger.heard (cooperative_id uuid not null default platform.cooperative(), fact_subject uuid not null, primary key (cooperative_id, fact_subject));
  select platform.protect('ledger.heard', everyone => true);
`;

@Injectable()
@OnDomainEvent('ledger.batch-posted')
class Listen {
  constructor(private readonly database: Database) {}
  async run(fact: DomainEvent): Promise<void> {
    await this.database.query('insert into ledger.heard (fact_subject) values ($1) on conflict do nothing', [
      fact.subjectId,
    ]);
  }
}

@Module({ providers: [Listen] })
class LedgerModule {}

const ledger = defineRoom({ name: 'ledger', module: LedgerModule, migrations: [['0001-tables', tables]] });
const columns = ['batch_id', 'line_no', 'buyer_id', 'amount', 'text'];

let stand: TestApp;
let units: UnitOfWork;
let database: Database;
const here = systemActor(uuidv7());
const elsewhere = systemActor(uuidv7());
const buyerId = uuidv7();
const buyer: Actor = { ...here, side: 'buyer', role: 'buyer', organisationId: buyerId };

beforeAll(async () => {
  stand = await setUpTestApp([ledger]);
  units = stand.get(UnitOfWork);
  database = stand.get(Database);
});
afterAll(() => stand.close());

describe('unit of work', () => {
  it('is needed before any query', async () => {
    await expect(database.query('select 1')).rejects.toThrow(/No unit of work/);
  });

  it('rolls everything back when it fails', async () => {
    const batchId = uuidv7();
    const failing = units.run(here, async () => {
      await database.copyLines('ledger.line', columns, [[batchId, 1, buyerId, '10.00', 'x']]);
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(
      await units.run(here, () => database.query('select 1 from ledger.line where batch_id = $1', [batchId])),
    ).toEqual([]);
  });
});

describe('bulk lines', () => {
  it('are stored completely, with all special characters, for the current tenant only', async () => {
    const batchId = uuidv7();
    const awkward = 'tab\there, back\\slash, line\nbreak, \\N and æøå';
    await units.run(here, () =>
      database.copyLines(
        'ledger.line',
        columns,
        Array.from({ length: 5000 }, (_, n) => [batchId, n, n % 2 ? buyerId : uuidv7(), '10.05', awkward]),
      ),
    );
    const count = (actor: Actor) =>
      units.run(actor, () =>
        database.one<{ n: number; total: string }>(
          'select count(*)::int as n, sum(amount) as total from ledger.line where batch_id = $1',
          [batchId],
        ),
      );
    expect(await count(here)).toEqual({ n: 5000, total: '50250.00' });
    expect(await count(buyer)).toEqual({ n: 2500, total: '25125.00' });
    expect((await count(elsewhere))?.n).toBe(0);
    const [row] = await units.run(here, () =>
      database.query<{ text: string }>('select text from ledger.line where batch_id = $1 limit 1', [batchId]),
    );
    expect(row?.text).toBe(awkward);
  });

  it('are streamed through a cursor', async () => {
    const batchId = uuidv7();
    await units.run(here, () =>
      database.copyLines(
        'ledger.line',
        columns,
        Array.from({ length: 4500 }, (_, n) => [batchId, n, buyerId, '1', null]),
      ),
    );
    const sizes = await units.run(here, async () => {
      const seen: number[] = [];
      for await (const rows of database.stream('select line_no from ledger.line where batch_id = $1 order by line_no', [
        batchId,
      ]))
        seen.push(rows.length);
      return seen;
    });
    expect(sizes).toEqual([2000, 2000, 500]);
  });

  it('cannot be read, assigned to another tenant, or changed by the loader', async () => {
    const asLoader = (sql: string, params: unknown[] = []) =>
      units.run(here, async () => {
        await database.query('set local role tallgrunn_loader');
        return database.query(sql, params);
      });
    await expect(asLoader('select * from ledger.line')).rejects.toThrow(/permission denied/);
    await expect(asLoader('update ledger.line set amount = 0')).rejects.toThrow(/permission denied/);
    await expect(
      asLoader(
        'insert into ledger.line (cooperative_id, batch_id, line_no, buyer_id, amount) values ($1, $2, 1, $3, 1)',
        [elsewhere.cooperativeId, uuidv7(), buyerId],
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(asLoader('select * from ledger.heard')).rejects.toThrow(/permission denied/);
  });

  it('fail the unit with the reason of a rejected row', async () => {
    await expect(
      units.run(here, () => database.copyLines('ledger.line', columns, [[uuidv7(), 1, buyerId, 'not a number', null]])),
    ).rejects.toThrow(/numeric/);
  });

  it('leave the unit usable from its savepoint after a rejected row', async () => {
    const batchId = uuidv7();
    function* rows() {
      for (let at = 0; at < 50_000; at += 1)
        yield [batchId, at, buyerId, at === 20_000 ? 'not a number' : '1', 'x'.repeat(50)];
    }
    const left = await units.run(here, async () => {
      await database.query('savepoint before_rows');
      await expect(database.copyLines('ledger.line', columns, rows())).rejects.toThrow(/numeric/);
      await database.query('rollback to savepoint before_rows');
      await database.copyLines('ledger.line', columns, [[batchId, 1, buyerId, '1', null]]);
      return database.one('select count(*)::int as n from ledger.line where batch_id = $1', [batchId]);
    });
    expect(left).toEqual({ n: 1 });
  });

  it('fail the unit with the error of the source', async () => {
    function* rows() {
      for (let at = 0; at < 5000; at += 1) yield [uuidv7(), at, buyerId, '1', 'x'.repeat(100)];
      throw new Error('the file is torn');
    }
    await expect(units.run(here, () => database.copyLines('ledger.line', columns, rows()))).rejects.toThrow(
      'the file is torn',
    );
  });

  it('pass through unparsed as bytes, and are counted', async () => {
    const batchId = uuidv7();
    const pieces = Array.from({ length: 300 }, (_, at) => Buffer.from(`${batchId}\t${at}\t${buyerId}\t1.50\tå${at}\n`));
    const counted = await units.run(here, async () => [
      await database.copyBytes('ledger.line', columns, Readable.from(pieces, { objectMode: false })),
      await database.one('select count(*)::int as n, min(text) as text from ledger.line where batch_id = $1', [
        batchId,
      ]),
    ]);
    expect(counted).toEqual([300, { n: 300, text: 'å0' }]);
  });

  it('are copied in rounds of whole rows, wherever their chunks are cut', async () => {
    const batchId = uuidv7();
    const whole = Buffer.from(
      Array.from({ length: 120_000 }, (_, at) => `${batchId}\t${at}\t${buyerId}\t1.50\tlinje ${at} på\\nto\n`).join(''),
    );
    const pieces = Array.from({ length: Math.ceil(whole.length / 60_001) }, (_, at) =>
      whole.subarray(at * 60_001, (at + 1) * 60_001),
    );
    expect(whole.length).toBeGreaterThan(3 * ROUND_BYTES);
    const counted = await units.run(here, async () => [
      await database.copyBytes('ledger.line', columns, Readable.from(pieces, { objectMode: false })),
      await database.one(
        'select count(distinct line_no)::int as n, count(distinct text)::int as texts, max(line_no) as last from ledger.line where batch_id = $1',
        [batchId],
      ),
    ]);
    expect(counted).toEqual([120_000, { n: 120_000, texts: 120_000, last: 119_999 }]);
  });
});

describe('the app role', () => {
  it('owns nothing and cannot bypass the policies', async () => {
    const [owned] = await stand.asOwner<{ n: number }>(
      `select count(*)::int as n from pg_class where relowner = 'tallgrunn_app'::regrole`,
    );
    expect(owned?.n).toBe(0);
    const [role] = await stand.asOwner(
      `select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'tallgrunn_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
    await expect(
      units.run(here, () =>
        database.query(
          'insert into ledger.line (cooperative_id, batch_id, line_no, buyer_id, amount) values ($1, $2, 1, $3, 1)',
          [elsewhere.cooperativeId, uuidv7(), buyerId],
        ),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('domain event', () => {
  it('reaches its subscriber when its unit commits, and not when it fails', async () => {
    const heard = uuidv7();
    const unheard = uuidv7();
    const facts = stand.get(DomainEvents);
    await units.run(here, () => facts.publish({ name: 'ledger.batch-posted', subjectId: heard, payload: {} }));
    await expect(
      units.run(here, async () => {
        await facts.publish({ name: 'ledger.batch-posted', subjectId: unheard, payload: {} });
        throw new Error('not so');
      }),
    ).rejects.toThrow('not so');
    await stand.work();
    const rows = async () =>
      stand.asOwner<{ fact_subject: string; cooperative_id: string }>(
        'select fact_subject, cooperative_id from ledger.heard',
      );
    for (let n = 0; n < 100 && (await rows()).length === 0; n += 1) await new Promise((done) => setTimeout(done, 100));
    expect(await rows()).toEqual([{ fact_subject: heard, cooperative_id: here.cooperativeId }]);
  }, 20_000);
});

describe('document numbers', () => {
  it('count per cooperative and year without gaps', async () => {
    const numbers = stand.get(DocumentNumbers);
    stand.clock.runFrom(new Date('2026-07-01T10:00:00Z'));
    expect(await units.run(here, () => numbers.next('R'))).toBe('R-2026-00001');
    await units
      .run(here, async () => {
        await numbers.next('R');
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await units.run(here, () => numbers.next('R'))).toBe('R-2026-00002');
    expect(await units.run(elsewhere, () => numbers.next('R'))).toBe('R-2026-00001');
    stand.get(Clock).useRealTime();
  });
});

describe('stored file', () => {
  it('is stored once by its content and read in ranges', async () => {
    const store = stand.get(FileStore);
    const keep = async () => {
      await mkdir(store.spoolFolder, { recursive: true });
      const file = path.join(store.spoolFolder, uuidv7());
      await writeFile(file, 'some bytes');
      const spooled = {
        path: file,
        name: 'a.csv',
        sizeBytes: 10,
        sha256: createHash('sha256').update('some bytes').digest('hex'),
      };
      await units.run(here, () => store.store(spooled));
      return spooled;
    };
    const { sha256 } = await keep();
    await keep();
    const opened = await units.run(here, () => store.open(sha256));
    expect(Buffer.from(await opened.read(5, 99)).toString()).toBe('bytes');
    await opened.close();
    await expect(units.run(elsewhere, () => store.open(sha256))).rejects.toThrow(/ENOENT/);
  });
});

describe('uptime', () => {
  it('stores a long gap as downtime, and treats a short one as a restart', async () => {
    const uptime = stand.get(Heartbeat);
    const tellAt = async (time: string) => {
      const moment = new Date(`2026-04-20T${time}Z`);
      stand.clock.runFrom(moment);
      uptime.machineSeconds = () => moment.getTime() / 1000;
      await uptime.recordBeat();
    };
    for (const time of ['08:00:00', '08:01:00', '08:04:00', '09:30:00', '09:31:00']) await tellAt(time);
    const down = await uptime.downtimesBetween(new Date('2026-04-20T00:00:00Z'), new Date('2026-04-21T00:00:00Z'));
    expect(
      down.map(({ from, until }) => [from.toISOString().slice(11, 16), until.toISOString().slice(11, 16)]),
    ).toEqual([['08:04', '09:30']]);
    expect(await uptime.downtimesBetween(new Date('2026-04-20T09:31:00Z'), new Date('2026-04-21T00:00:00Z'))).toEqual(
      [],
    );
    stand.get(Clock).useRealTime();
  });

  it('stores no downtime when the time of day is changed, in a running server and across its restart', async () => {
    await stand.asOwner('delete from platform.downtime');
    await stand.asOwner('update platform.heartbeat set last_seen = null, boot_id = null, boot_seconds = null');
    const start = () => new Heartbeat(stand.app.get(DataSource), stand.clock);
    const [first, second] = [start(), start()];
    let seconds = 1000;
    const tellAfter = async (uptime: Heartbeat, elapsed: number, timeOfDay: string) => {
      seconds += elapsed;
      uptime.machineSeconds = () => seconds;
      stand.clock.runFrom(new Date(timeOfDay));
      await uptime.recordBeat();
    };
    await tellAfter(first, 0, '2026-05-04T08:00:00Z');
    await tellAfter(first, 60, '2026-05-06T08:00:00Z');
    await tellAfter(first, 60, '2026-05-04T07:00:00Z');
    await tellAfter(second, 60, '2026-05-09T08:00:00Z');
    const count = async () => (await stand.asOwner('select 1 from platform.downtime')).length;
    expect(await count()).toBe(0);
    await tellAfter(start(), 3600, '2026-05-09T09:00:00Z');
    expect(await count()).toBe(1);
    stand.clock.useRealTime();
  });
});

describe('demo clock', () => {
  it('starts at the end of the demo data, and continues after a restart', async () => {
    const [instance, clock] = [stand.get(Instance), stand.get(Clock)];
    const asOf = new Date('2026-08-10T07:00:00Z');
    const minutesIn = () => (clock.now().getTime() - asOf.getTime()) / 60_000;
    await instance.becomeDemo(asOf);
    await instance.setClock();
    expect(minutesIn()).toBeLessThan(1);
    clock.runFrom(new Date('2026-08-10T08:00:00Z'));
    await instance.saveClock();
    clock.useRealTime();
    await instance.setClock();
    expect(minutesIn()).toBeGreaterThan(60);
    expect(minutesIn()).toBeLessThan(61);
    await stand.asOwner('update platform.instance set demo = false, as_of = null, ran_until = null');
    clock.useRealTime();
  });
});

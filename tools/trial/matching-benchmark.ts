import 'reflect-metadata';
import { CreateAgreement } from '@tallgrunn/agreements-server';
import { createHeadlessApp } from '@tallgrunn/app-server';
import { FindActor, SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { MatchLines } from '@tallgrunn/matching-server';
import { Clock, Database, readConfig, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { parentOf, processorSecondsOf } from './processor-time.mts';

// Benchmark commands for matching. `set-up` creates suppliers, buyers and their agreement. `match` runs a match. `join`
// is the minimum for PostgreSQL alone: it joins two simple tables on supplier, invoice and item, stores the matches as
// links, and rolls back. Prints JSON.
const app = await createHeadlessApp(readConfig(), { works: false });
const get = <T>(type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const SUPPLIERS = 40;
const BUYERS = 40;

async function setUp(): Promise<unknown> {
  const parties = await setUpParties({ get, clock: get(Clock) } as unknown as TestApp);
  const ids: { suppliers: string[]; buyers: string[] } = { suppliers: [], buyers: [] };
  await get(UnitOfWork).run(parties.system, async () => {
    for (let at = 1; at <= SUPPLIERS; at += 1)
      ids.suppliers.push(
        await get(SetUpParties).addOrganisation({
          kind: 'supplier',
          name: `Supplier ${at}`,
          orgNumber: String(900_000_000 + at),
        }),
      );
    for (let at = 1; at <= BUYERS; at += 1)
      ids.buyers.push(await get(SetUpParties).addOrganisation({ kind: 'buyer', name: `Buyer ${at}`, orgNumber: null }));
  });
  const { id } = await get(UnitOfWork).run(parties.manager.actor, () =>
    get(CreateAgreement).run({
      number: 'B-1',
      title: 'Goods',
      cpv: '15000000',
      startsOn: '2023-01-01',
      lots: [{ key: '1', title: 'All' }],
      suppliers: ids.suppliers.map((supplierId) => ({ supplierId, lots: ['1'] })),
      buyers: ids.buyers.map((buyerId) => ({ buyerId })),
    }),
  );
  return { cooperativeId: parties.cooperativeId, agreementId: id, ...ids };
}

const JOIN = `insert into matching.link (opened_by_run, supplier_id, buyer_id, version_id, report_line_no, batch_id, spend_line_no, step, amount, evidence)
  select 1, r.supplier_id, r.buyer_id, r.version_id, r.line_no, b.batch_id, b.line_no, 'invoice-item', r.amount, '{}'
  from plain_r r join plain_b b on b.supplier_id = r.supplier_id and b.invoice_number = r.invoice_number and b.item_number = r.item_number`;

const PLAIN_TABLES = [
  'create temporary table plain_r as select supplier_id, buyer_id, version_id, line_no, invoice_number, item_number, amount from reporting.door_report_line',
  'create temporary table plain_b as select supplier_id, batch_id, line_no, invoice_number, item_number from spend.door_spend_line',
  'analyze plain_r, plain_b',
  `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`,
];

class RollbackSignal extends Error {}

let system: Actor | undefined;
async function asSystem<T>(work: () => Promise<T>): Promise<T> {
  system ??= (await get(FindActor).system('cli'))[0]?.actor;
  if (!system) throw new Error('Set up first.');
  return get(UnitOfWork).run(system, work);
}

/** Returns the processor time of this program and of PostgreSQL with all its sessions, in seconds. */
async function processorSeconds(): Promise<number> {
  const [session] = await asSystem(() => get(Database).query<{ pid: number }>('select pg_backend_pid() as pid'));
  return processorSecondsOf(process.pid) + processorSecondsOf(parentOf(session?.pid ?? 0));
}

/** Measures elapsed time and processor time, in seconds. */
async function measure(work: () => Promise<unknown>): Promise<{ seconds: number; processor: number; result: unknown }> {
  const before = await processorSeconds();
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, processor: (await processorSeconds()) - before, result };
}

async function run(word: string): Promise<unknown> {
  if (word === 'set-up') return setUp();
  if (word !== 'join') return measure(() => asSystem(() => get(MatchLines).run()));
  let trialResult: unknown;
  await asSystem(async () => {
    for (const sql of PLAIN_TABLES) await get(Database).query(sql);
    trialResult = await measure(() => get(Database).query(JOIN));
    throw new RollbackSignal();
  }).catch((error: unknown) => {
    if (!(error instanceof RollbackSignal)) throw error;
  });
  return trialResult;
}

process.stdout.write(`${JSON.stringify(await run(process.argv[2] ?? ''))}\n`);
await app.close();

import 'reflect-metadata';
import { CreateAgreement } from '@tallgrunn/agreements-server';
import { standApart } from '@tallgrunn/app-server';
import { FindActor, SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { MatchLines } from '@tallgrunn/matching-server';
import { Clock, Database, readConfig, UnitOfWork } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import { processorSecondsOf } from './processor-time.mts';

// What the bench of matching asks of the rooms, one word a time: `set-up` makes suppliers, buyers and their agreement, `match` runs a match, `join` does
// what PostgreSQL alone would do: joins two plain tables on supplier, invoice and item, and stores the pairs as links, which are taken back. Prints JSON.
const app = await standApart(readConfig(), { works: false });
const get = <T>(type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const SUPPLIERS = 40;
const BUYERS = 40;

async function setUp(): Promise<unknown> {
  const parties = await setUpParties({ get, clock: get(Clock) } as unknown as Stand);
  const ids: { suppliers: string[]; buyers: string[] } = { suppliers: [], buyers: [] };
  await get(UnitOfWork).run(parties.system, async () => {
    for (let at = 1; at <= SUPPLIERS; at += 1) ids.suppliers.push(await get(SetUpParties).addOrganisation({ kind: 'supplier', name: `Supplier ${at}`, orgNumber: String(900_000_000 + at) }));
    for (let at = 1; at <= BUYERS; at += 1) ids.buyers.push(await get(SetUpParties).addOrganisation({ kind: 'buyer', name: `Buyer ${at}`, orgNumber: null }));
  });
  const { id } = await get(UnitOfWork).run(parties.manager.actor, () =>
    get(CreateAgreement).run({
      number: 'B-1', title: 'Goods', cpv: '15000000', startsOn: '2023-01-01', lots: [{ key: '1', title: 'All' }],
      suppliers: ids.suppliers.map((supplierId) => ({ supplierId, lots: ['1'] })), buyers: ids.buyers.map((buyerId) => ({ buyerId })),
    }),
  );
  return { cooperativeId: parties.cooperativeId, agreementId: id, ...ids };
}

const JOIN = `insert into matching.link (from_run, supplier_id, buyer_id, version_id, report_line_no, batch_id, spend_line_no, step, amount, evidence)
  select 1, r.supplier_id, r.buyer_id, r.version_id, r.line_no, b.batch_id, b.line_no, 'invoice-item', r.amount, '{}'
  from plain_r r join plain_b b on b.supplier_id = r.supplier_id and b.invoice_number = r.invoice_number and b.item_number = r.item_number`;

const PLAIN = [
  'create temporary table plain_r as select supplier_id, buyer_id, version_id, line_no, invoice_number, item_number, amount from reporting.door_line',
  'create temporary table plain_b as select supplier_id, batch_id, line_no, invoice_number, item_number from spend.door_line',
  'analyze plain_r, plain_b',
  `select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`,
];

class TakenBack extends Error {}

/** Time by the clock, and processor time of this program and of the session that works for it, from when `work` has told which. */
async function timed(work: (tell: () => Promise<void>) => Promise<unknown>): Promise<{ seconds: number; processor: number; result: unknown }> {
  let [session, before] = [0, 0];
  const [began, own] = [performance.now(), processorSecondsOf(process.pid)];
  const result = await work(async () => {
    session = (await get(Database).query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid ?? 0;
    before = processorSecondsOf(session);
  });
  return { seconds: (performance.now() - began) / 1000, processor: processorSecondsOf(process.pid) - own + processorSecondsOf(session) - before, result };
}

async function run(word: string): Promise<unknown> {
  if (word === 'set-up') return setUp();
  const [only] = await get(FindActor).system('cli');
  if (!only) throw new Error('Set up first.');
  const asSystem = <T>(work: () => Promise<T>) => get(UnitOfWork).run(only.actor, work);
  if (word !== 'join') {
    return timed((tell) =>
      asSystem(async () => {
        await tell();
        return get(MatchLines).run();
      }),
    );
  }
  let told: unknown;
  await asSystem(async () => {
    for (const sql of PLAIN) await get(Database).query(sql);
    told = await timed(async (tell) => {
      await tell();
      return get(Database).query(JOIN);
    });
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return told;
}

process.stdout.write(`${JSON.stringify(await run(process.argv[2] ?? ''))}\n`);
await app.close();

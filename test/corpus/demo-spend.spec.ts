import { agreements } from '@tallgrunn/agreements-server';
import { generateWorld } from '@tallgrunn/demo-world';
import { identity, SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { unscaled } from '@tallgrunn/values';

interface TruePosting {
  readonly path: string;
  readonly row: number;
  readonly kind: string;
  readonly invoice: string | null;
  /** Øre. */
  readonly amount: number;
  readonly accountClass: '0' | '1';
}

interface Truth {
  readonly files: { readonly rows: readonly [path: string, rows: number, kroner: string][] };
  readonly postings: {
    readonly rows: readonly [
      file: number,
      row: number,
      kind: string,
      invoice: string | null,
      category: string | null,
      rightArt: string,
      amount: number,
      accountClass: '0' | '1',
    ][];
  };
}

/** One buyer per ledger dialect: Agresso-like, Visma-like, Xledger-like. */
const towns = ['kongsvinger', 'nord-odal', 'grue'];
const townOf = (path: string): string | undefined =>
  towns.find((town) => new RegExp(`^(?:ledgers|invoices)/${town}/`).test(path));
const kroner = (ore: number): string => unscaled(ore, 2);
const fileName = (path: string): string => path.replaceAll('/', '--');

let stand: TestApp;
let parties: Parties;
let purchases: TruePosting[];
/** Imported totals of the ledgers and archives of the three towns, by path. */
const posted = new Map<string, { total: string | undefined; lines: number; documents: number }>();

beforeAll(async () => {
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of generateWorld({ profile: 'light', seed: 7 })) files.set(path, bytes);
  const truth = JSON.parse(new TextDecoder().decode(files.get('truth.json'))) as Truth;
  purchases = truth.postings.rows
    .map(([file, row, kind, invoice, , , amount, accountClass]) => ({
      path: truth.files.rows[file]![0],
      row,
      kind,
      invoice,
      amount,
      accountClass,
    }))
    .filter(({ path, kind }) => townOf(path) && kind !== 'vat' && kind !== 'internal');
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  const grue = await stand
    .get(UnitOfWork)
    .run(parties.system, () =>
      stand.get(SetUpParties).addOrganisation({ kind: 'buyer', name: 'Grue kommune', orgNumber: '964948143' }),
    );
  const buyers = [parties.buyers[0]!.organisationId, parties.buyers[1]!.organisationId, grue];
  for (const [path, bytes] of files) {
    const town = townOf(path);
    if (!town) continue;
    const batch = await postBatch(stand, parties.manager.actor, fileName(path), bytes, {
      buyerId: buyers[towns.indexOf(town)]!,
    });
    posted.set(path, { total: batch.totals['NOK'], lines: batch.lines, documents: batch.documents });
  }
});
afterAll(() => stand.close());

const query = <R>(sql: string): Promise<R[]> =>
  stand.get(UnitOfWork).run(parties.system, () => stand.get(Database).query<R>(sql));

describe('the spend of the demo world', () => {
  it('has exactly the true purchases in every ledger, in all three dialects', () => {
    const ledgers = [...posted].filter(([path]) => path.startsWith('ledgers/'));
    expect(ledgers.length).toBeGreaterThan(12);
    for (const [path, { total, lines }] of ledgers) {
      const own = purchases.filter((posting) => posting.path === path);
      expect([path, lines, Number(total)]).toEqual([
        path,
        own.length,
        Number(kroner(own.reduce((sum, { amount }) => sum + amount, 0))),
      ]);
    }
  });

  it('has every posting at its true row with its true amount', async () => {
    const found = await query<{ file_name: string; row_no: number; amount: string }>(
      `select b.file_name, p.row_no, p.ledger_amount::text as amount from spend.door_batch b join spend.door_posting p on p.batch_id = b.id`,
    );
    const amounts = new Map(found.map(({ file_name, row_no, amount }) => [`${file_name}:${row_no}`, Number(amount)]));
    expect(
      purchases.filter(({ path, row, amount }) => amounts.get(`${fileName(path)}:${row}`) !== Number(kroner(amount))),
    ).toEqual([]);
  });

  it('has every posting and its replacement lines on the true account class, to the øre', async () => {
    const found = await query<{ file_name: string; row_no: number; account_class: string | null }>(
      `select b.file_name, p.row_no, p.account_class from spend.door_batch b join spend.posting p on p.batch_id = b.id`,
    );
    const read = new Map(
      found.map(({ file_name, row_no, account_class }) => [`${fileName(file_name)}:${row_no}`, account_class]),
    );
    const trueClass = { '0': 'investment', '1': 'operating' } as const;
    expect(
      purchases.filter(
        ({ path, row, accountClass }) => read.get(`${fileName(path)}:${row}`) !== trueClass[accountClass],
      ),
    ).toEqual([]);
    const sums = await query<{ account_class: string | null; amount: string }>(
      `select account_class, sum(ledger_amount)::text as amount from spend.door_spend_line where booked_period is not null group by 1 order by 1`,
    );
    const trueSum = (accountClass: '0' | '1') =>
      Number(
        kroner(
          purchases.filter((one) => one.accountClass === accountClass).reduce((total, { amount }) => total + amount, 0),
        ),
      );
    expect(sums.map(({ account_class, amount }) => [account_class, Number(amount)])).toEqual([
      ['investment', trueSum('0')],
      ['operating', trueSum('1')],
    ]);
    expect(trueSum('0')).toBeGreaterThan(100_000);
  });

  it('keeps the ledgers’ total with invoices added, and matches each invoice with a voucher', async () => {
    const [sum] = await query<{ booked: string; beside: string }>(
      `select sum(ledger_amount) filter (where booked_period is not null)::text as booked, coalesce(sum(ledger_amount) filter (where booked_period is null), 0)::text as beside from spend.door_spend_line`,
    );
    expect(Number(sum?.booked)).toBe(Number(kroner(purchases.reduce((total, { amount }) => total + amount, 0))));
    const [ties] = await query<{ documents: number; tied: number; booked: number }>(
      `select count(*)::int as documents, count(*) filter (where i.tied)::int as tied,
         count(*) filter (where exists (select 1 from spend.door_posting p where p.invoice_key = i.invoice_key and p.seller_org_number = i.seller_org_number and p.buyer_id = i.buyer_id))::int as booked
       from spend.door_invoice i`,
    );
    expect(ties?.documents).toBeGreaterThan(500);
    expect(ties?.tied).toBe(ties?.booked);
  });

  it('replaces a matched posting by its lines without a remainder', async () => {
    const sources = await query<{ source: string; count: number }>(
      'select source, count(*)::int as count from spend.door_spend_line group by source order by source',
    );
    expect(sources.map(({ source }) => source)).toEqual(['invoice-line', 'posting']);
  });
});

import { agreements } from '@tallgrunn/agreements-server';
import { sampleSaft, sampleSaftAccounts, sampleSaftPurchase, sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { openTable, bytesOf } from '@tallgrunn/tabular';
import { add, compare, subtract, sum } from '@tallgrunn/values';
import { spend } from '../room.ts';
import { postBatch, reverseBatch } from '../testing.ts';
import type { AccountMonth, Reconciliation } from './read-reconciliation.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;
let other: SignedIn;

beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  [manager, buyer, other] = [
    await signIn(stand, parties.manager.email),
    await signIn(stand, parties.buyers[0]!.email),
    await signIn(stand, parties.buyers[1]!.email),
  ];
});
afterEach(() => stand.close());

interface Drawn {
  readonly voucher: number;
  readonly month: string;
  readonly account: string;
  readonly orgNumber: string;
  /** null = unreadable */
  readonly amount: string | null;
}

let seed = 41_129;
const draw = (under: number): number =>
  Math.floor(((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31) * under);
const one = <T>(of: readonly T[]): T => of[draw(of.length)]!;

function drawn(count: number): Drawn[] {
  return Array.from({ length: count }, (_, voucher) => ({
    voucher,
    month: one(['01', '02', '03']),
    account: one(['115', '200', '010', '429', '800']),
    orgNumber: one(['311047116', '311047116', '']),
    amount:
      draw(12) === 0 ? null : `${draw(2) === 0 ? '' : '-'}${draw(90_000) + 1}.${String(draw(100)).padStart(2, '0')}`,
  }));
}
const fileOf = (rows: readonly Drawn[]): string =>
  [
    'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst',
    ...rows.map(
      ({ voucher, month, account, orgNumber, amount }) =>
        `${voucher};05.${month}.2026;2026${month};${account};4010;253;;Finnskog;${orgNumber};F${voucher};${amount?.replace('.', ',') ?? 'se vedlegg'};Faktura`,
    ),
    '',
  ].join('\n');

const post = (name: string, rows: readonly Drawn[]) => postBatch(stand, parties.buyers[0]!.actor, name, fileOf(rows));
const of = async (by: SignedIn = buyer, query = ''): Promise<Reconciliation> =>
  (await by.get(`/spend/reconciliation?from=2026-01&to=2026-12${query}`).expect(200)).body as Reconciliation;
const sumOf = <K extends string>(rows: readonly Readonly<Record<K, string>>[], field: K): string =>
  sum(rows.map((row) => row[field]));
const same = (a: string, b: string): boolean => compare(a, b) === 0;
const amounts = (rows: readonly Drawn[]): string => sum(rows.map(({ amount }) => amount ?? '0'));
const trial = (rows: readonly Drawn[]) =>
  [...Map.groupBy(rows, ({ account, month }) => `${account} ${month}`)].map(([key, own]) => ({
    account: key.slice(0, 3),
    from: `2026-${key.slice(4)}`,
    to: `2026-${key.slice(4)}`,
    amount: amounts(own),
  }));
const state = (by: SignedIn, totals: readonly object[], more: object = {}) =>
  by.post('/spend/ledger-totals', { source: 'Saldobalanse fra regnskapet', sourceOn: '2026-04-02', totals, ...more });

function expectWhole({ accounts }: Reconciliation): void {
  for (const row of accounts) {
    expect([row, same(row.read, sum([row.counted, row.repeated, row.setAside, row.reversed]))]).toEqual([row, true]);
    expect(same(row.counted, add(row.invoiceLines, row.remainder))).toBe(true);
  }
}

describe('rows of a ledger', () => {
  it('are accounted for by account and month, and agree with their trial balance', async () => {
    for (let round = 0; round < 3; round += 1) {
      const rows = drawn(60).map((row) => ({ ...row, voucher: row.voucher + round * 1000 }));
      const { id } = await post(`bok-${round}.csv`, rows);
      const told = await of(buyer, `&batchId=${id}`);
      expectWhole(told);
      for (const [key, own] of Map.groupBy(rows, ({ account, month }) => `${account} 2026-${month}`)) {
        const row = told.accounts.find(({ code, period }) => `${code} ${period}` === key);
        expect([key, row?.rows, row && same(row.read, amounts(own)), row?.unreadRows]).toEqual([
          key,
          own.length,
          true,
          own.filter(({ amount }) => amount === null).length,
        ]);
      }
      expect(same(sumOf(told.accounts, 'read'), amounts(rows))).toBe(true);
      expect(same(sumOf(told.setAside, 'amount'), sumOf(told.accounts, 'setAside'))).toBe(true);
    }
  });

  it('are counted once when a later file contains them again', async () => {
    const rows = drawn(50);
    const half = rows.filter(({ month }) => month !== '03');
    const { id: first } = await post('januar-februar.csv', half);
    await post('januar-mars.csv', rows);
    await state(buyer, trial(rows)).expect(201);
    const told = await of();
    expectWhole(told);
    expect(told.comparisons.map(({ code, from, difference, reasons }) => [code, from, difference, reasons])).toEqual(
      trial(rows)
        .map(({ account, from }) => [account, from, '0', []])
        .toSorted(),
    );
    expect(same(sumOf(told.accounts, 'repeated'), amounts(half))).toBe(true);
    // A month does not grow by being imported twice: its size decides whether it is complete or partial.
    const counted = () =>
      stand.asOwner(
        'select period as month, count(*)::int as count from spend.posting where not repeated group by 1 order by 1',
      );
    const months = () => stand.asOwner('select month, posting_count as count from spend.door_ledger_month order by 1');
    expect(await months()).toEqual(await counted());
    await reverseBatch(stand, parties.buyers[0]!.actor, first);
    expect(await months()).toEqual(await counted());
  });

  it('are shown as a difference on their account and month when missing', async () => {
    const rows = drawn(60);
    const lost = rows.find(
      ({ amount, account, orgNumber }) => amount !== null && account === '115' && orgNumber !== '',
    )!;
    await post(
      'bok.csv',
      rows.filter((row) => row !== lost),
    );
    await state(buyer, trial(rows)).expect(201);
    const differing = (await of()).comparisons.filter(({ difference }) => difference !== '0');
    expect(differing.map(({ code, from, difference }) => [code, from, same(difference, lost.amount!)])).toEqual([
      ['115', `2026-${lost.month}`, true],
    ]);
    expect(differing[0]!.reasons.length).toBeGreaterThan(0);
    // A newer trial balance replaces the older one for the same account and month.
    await state(
      manager,
      [
        {
          account: '115',
          from: `2026-${lost.month}`,
          to: `2026-${lost.month}`,
          amount: subtract(differing[0]!.stated, lost.amount!),
        },
      ],
      { buyerId: parties.buyers[0]!.organisationId },
    ).expect(201);
    expect((await of()).comparisons.every(({ difference }) => difference === '0')).toBe(true);
  });

  it('of a reversed file do not count, and explain the difference', async () => {
    const row: Drawn = { voucher: 1, month: '02', account: '115', orgNumber: '311047116', amount: '1250.50' };
    const { id } = await post('bok.csv', [row]);
    await state(buyer, trial([row])).expect(201);
    await reverseBatch(stand, parties.buyers[0]!.actor, id);
    const told = await of();
    expect(told.accounts).toMatchObject([{ code: '115', counted: '0', reversed: '1250.50', read: '1250.50' }]);
    expect(told.comparisons).toMatchObject([
      {
        difference: '1250.50',
        reasons: ['reversed'],
        source: 'Saldobalanse fra regnskapet',
        sourceOn: '2026-04-02',
        isFromFile: false,
      },
    ]);
  });

  it('replaced by invoice lines are shown with their remainder', async () => {
    const posting: Drawn = { voucher: 1, month: '03', account: '115', orgNumber: '311047116', amount: '800.10' };
    await post(
      'bok.csv',
      [
        { ...posting, voucher: 7 },
        { ...posting, voucher: 8, amount: '20.00' },
      ].map((row) => ({ ...row })),
    );
    const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
    await postBatch(
      stand,
      parties.manager.actor,
      'f.xml',
      sampleUbl({
        id: 'F7',
        issuedOn: '2026-03-05',
        seller,
        buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
        lines: [{ quantity: '4', unit: 'KGM', net: '800.10', price: '200.025', name: 'Kjøttdeig' }],
        lineExtensionAmount: '800.10',
        payableAmount: '800.10',
      }),
      { kind: 'invoices' },
    );
    const [row] = (await of()).accounts as [AccountMonth];
    expect([row.counted, row.invoiceLines, row.remainder].map(Number)).toEqual([820.1, 800.1, 20]);
  });
});

describe('SAF-T file', () => {
  it('states its own balance changes per account', async () => {
    const company = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
    const transactions = [
      sampleSaftPurchase('1', '800.00', '200.00', '1000.00'),
      {
        id: '2',
        lines: [
          { account: '1010', debit: '50000' },
          { account: '2400', credit: '50000' },
        ],
      },
    ];
    const moved: Record<string, number> = { 1115: 800, 1429: 200, 1010: 50_000, 2400: -51_000 };
    const accounts = sampleSaftAccounts.map((account) => ({
      ...account,
      opening: '-10.50',
      closing: (moved[account.id]! - 10.5).toFixed(2),
    }));
    await postBatch(stand, parties.buyers[0]!.actor, 'saft.xml', sampleSaft({ company, accounts, transactions }));
    const told = await of();
    expectWhole(told);
    expect(
      told.comparisons.map(({ code, stated, difference, isFromFile, source }) => [
        code,
        Number(stated),
        difference,
        isFromFile,
        source,
      ]),
    ).toEqual(
      [
        ['010', 50_000],
        ['115', 800],
        ['2.32', -51_000],
        ['429', 200],
      ].map(([code, amount]) => [code, amount, '0', true, 'saft.xml']),
    );
    const wrong = sampleSaftAccounts.map((account) => ({
      ...account,
      opening: '0',
      closing: account.id === '1115' ? '900.00' : moved[account.id]!.toFixed(2),
    }));
    await postBatch(
      stand,
      parties.buyers[0]!.actor,
      'igjen.xml',
      sampleSaft({ company, accounts: wrong, transactions }),
    );
    expect((await of()).comparisons.filter(({ difference }) => difference !== '0')).toMatchObject([
      { code: '115', difference: '100.00', reasons: ['more-in-ledger'] },
    ]);
  });
});

describe('access', () => {
  it('is limited to the buyer and the cooperative', async () => {
    await post('bok.csv', drawn(20));
    await state(buyer, [{ account: '115', from: '2026-01', to: '2026-03', amount: '1' }]).expect(201);
    const id = parties.buyers[0]!.organisationId;
    expect(await of(manager, `&buyerId=${id}`)).toEqual(await of());
    expect(await of(other, `&buyerId=${id}`)).toMatchObject({ accounts: [], comparisons: [], setAside: [] });
    expect((await manager.get('/spend/reconciliation?from=2026-01&to=2026-12').expect(400)).body.code).toBe(
      'body-invalid',
    );
    await manager
      .get(`/spend/reconciliation?from=2026-01&to=2026-12&buyerId=${parties.suppliers[0]!.organisationId}`)
      .expect(404);
    await other
      .get(
        `/spend/reconciliation?from=2026-01&to=2026-12&batchId=${(await manager.get('/spend/batches').expect(200)).body[0].id}`,
      )
      .expect(404);
  });

  it('reports which totals are unusable', async () => {
    expect(
      (await state(buyer, [{ account: '999', from: '2026-01', to: '2026-01', amount: '1' }]).expect(400)).body,
    ).toMatchObject({ code: 'body-invalid', issues: [{ code: 'account-unknown', path: 'totals.0.account' }] });
    await post('bok.csv', drawn(20));
    await state(buyer, [{ account: '115', from: '2026-03', to: '2026-01', amount: '1' }]).expect(400);
    await state(buyer, [{ account: '115', from: '2026-01', to: '2026-01', amount: 'mye' }]).expect(400);
    await state(buyer, []).expect(400);
    // An account that is in no file is assigned to the chart of the other accounts.
    await state(buyer, [
      { account: '115', from: '2026-01', to: '2026-01', amount: '5' },
      { account: '299', from: '2026-01', to: '2026-01', amount: '7.25' },
    ]).expect(201);
    expect((await of()).comparisons.find(({ code }) => code === '299')).toMatchObject({
      system: 'kostra',
      difference: '7.25',
      reasons: ['more-in-ledger'],
    });
  });
});

describe('exported file', () => {
  it('has the same rows as the page', async () => {
    const rows = drawn(40);
    await post('bok.csv', rows);
    await state(buyer, trial(rows)).expect(201);
    const told = await of();
    const { body } = await buyer
      .get('/spend/reconciliation.xlsx?from=2026-01&to=2026-12&language=en')
      .buffer()
      .parse((answer, done) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200);
    const table = await openTable(bytesOf(body as Buffer), 'a.xlsx');
    const sheets = new Map<string, string[][]>();
    for await (const batch of table.batches())
      for (const { sheet, cells } of batch)
        sheets.set(sheet, [...(sheets.get(sheet) ?? []), cells.map(({ text }) => text)]);
    expect([...sheets].map(([name, lines]) => [name, lines.length - 1])).toEqual([
      ['Trial balance', told.comparisons.length],
      ['Accounts', told.accounts.length],
      ['Excluded', told.setAside.length],
    ]);
    const amount = sheets.get('Accounts')![0]!.indexOf('Amount read');
    expect(
      Number(
        sum(
          sheets
            .get('Accounts')!
            .slice(1)
            .map((cells) => cells[amount]!),
        ),
      ),
    ).toBeCloseTo(Number(amounts(rows)), 6);
  });
});

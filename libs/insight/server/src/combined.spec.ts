import type { Server } from 'node:http';
import request from 'supertest';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { calculate, matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { MatchLines } from '@tallgrunn/matching-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { RefreshCombined } from './refresh-combined.ts';
import { insight } from './room.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [marchLines[0]!, { ...marchLines[0]!, invoiceNumber: '7099', deliveredOn: '04.03.2026' }],
  });
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    { account: '200', amount: '1000.00', orgNumber: '999888777' },
    { account: '180', amount: '500.00', orgNumber: '999888777' },
    { account: '429', amount: '250.00', orgNumber: '999888777' },
  ]);
  await matchAndCalculate(stand, parties);
  await refresh();
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
}, 60_000);
afterAll(() => stand.close());

async function refresh(): Promise<void> {
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
}

const rowsOf = async (who: SignedIn, query = '') =>
  (await who.get(`/combined${query}`).expect(200)).body.rows as Record<string, string | null>[];

describe('combined table', () => {
  it('shows a purchase once, with the values of both sides and their locations', async () => {
    const [pair] = await rowsOf(buyer, '?side=both');
    expect(pair).toMatchObject({
      state: 'matched',
      bookedAmount: '3125.00',
      reportedAmount: '3125.00',
      itemNumber: '00512',
      basis: 'item',
      invoiceNumber: '7001',
      reportFile: 'rapport.csv',
      reportRow: 2,
      spendFile: 'bok.csv',
      spendRow: 2,
    });
  });

  it('opens a row with both source files and the evidence of the link', async () => {
    const [pair] = await rowsOf(buyer, '?side=both');
    const { body } = await buyer.get(`/combined/lines/${pair!['key']}`).expect(200);
    expect(body).toMatchObject({
      booked: [{ source: 'posting', amount: '3125.00', accountCode: '115', file: 'bok.csv', row: 2 }],
      reported: [{ source: 'report', itemNumber: '00512', file: 'rapport.csv', row: 2 }],
      links: [{ step: 'invoice-amount' }],
      more: false,
    });
    const half = await buyer.get(`/combined/lines/r${pair!['versionId']}:${pair!['reportLineNo']}`).expect(200);
    expect(half.body.row.key).toBe(pair!['key']);
    const other = await signIn(stand, parties.buyers[1]!.email);
    await other.get(`/combined/lines/${pair!['key']}`).expect(404);
  });

  it('counts a reported line without a date in the first month of its report, like the use of its agreement', async () => {
    const tell = (day: string) =>
      stand.asOwner(`update reporting.report_line set delivered_on = ${day} where invoice_number = '7099'`);
    const remake = () =>
      stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run({ isWhole: true }));
    await tell('null');
    await remake();
    expect(await rowsOf(buyer, '?side=reported&from=2026-03&to=2026-03')).toMatchObject([
      { invoiceNumber: '7099', spentOn: null, month: '2026-03' },
    ]);
    await tell(`'2026-03-04'`);
    await remake();
  });

  it('excludes amounts reported with VAT from the sums, with a note', async () => {
    const tell = (vat: string) => stand.asOwner(`update reporting.report_line set vat = '${vat}'`);
    const remake = () =>
      stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run({ isWhole: true }));
    const totals = async () => (await buyer.get('/combined/totals').expect(200)).body as Record<string, unknown>;
    expect(await totals()).toMatchObject({ reported: '6250.00', reportedWithVat: { lines: 0, amount: '0' } });
    await tell('included');
    await remake();
    expect(await totals()).toMatchObject({
      booked: '4625.00',
      reported: '0.00',
      reportedWithVat: { lines: 1, amount: '3125.00' },
      vatUnknown: { lines: 0, amount: '0' },
    });
    expect(await rowsOf(buyer, '?side=reported')).toMatchObject([{ reportedAmount: null, outsideAmount: '3125.00' }]);
    expect(await rowsOf(buyer, '?side=both')).toMatchObject([
      { bookedAmount: '3125.00', reportedAmount: null, outsideAmount: null },
    ]);
    await tell('excluded');
    await remake();
  });

  it('shows non-purchases separate from the sums, and sorts in both directions', async () => {
    const { body } = await buyer.get('/combined/totals').expect(200);
    expect(body.notPurchases).toEqual({ lines: 1, amount: '250.00' });
    expect(await rowsOf(buyer, '?scope=not-purchases')).toMatchObject([
      { method: 'not-spend', bookedAmount: '250.00' },
    ]);
    const amounts = async (order: string) =>
      (await rowsOf(buyer, `?side=booked&order=${order}`)).map((row) => row['bookedAmount']);
    expect(await amounts('amount')).toEqual((await amounts('-amount')).reverse());
    const weights = (await rowsOf(buyer, '?order=-kg')).map((row) => Math.abs(Number(row['kg'] ?? 0)));
    expect(Math.max(...weights)).toBeGreaterThan(0);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('gives every booked NOK one method, and no false zero', async () => {
    const rows = await rowsOf(buyer);
    const booked = rows.filter((row) => row['side'] !== 'reported');
    expect(booked.every((row) => row['method'] !== null)).toBe(true);
    expect(booked.filter((row) => row['method'] !== 'spend-account').map((row) => row['kg'])).toEqual(
      expect.arrayContaining([null]),
    );
    const { body } = await buyer.get('/combined/totals').expect(200);
    const sum = booked
      .filter((row) => row['method'] !== 'not-spend')
      .reduce((total, row) => total + Number(row['bookedAmount']), 0);
    expect(Number(body.booked)).toBe(sum);
  });

  it('filters by every filter, and pages by key without loss or repetition of a row', async () => {
    expect((await rowsOf(buyer, '?state=reported-not-booked')).map((row) => row['reportedAmount'])).toEqual([
      '3125.00',
    ]);
    expect(await rowsOf(buyer, '?from=2026-04')).toEqual([]);
    expect(await rowsOf(buyer, '?text=100%25')).toEqual([]);
    expect((await rowsOf(buyer, '?text=storfe')).length).toBeGreaterThan(0);
    await buyer.get('/combined?from=mars').expect(400);
  });

  it('returns quantity and amount of each item, and the lines reported but not booked', async () => {
    const { body } = await buyer.get('/combined/goods?text=00512&scope=purchases').expect(200);
    expect(body.items).toBe(1);
    expect(body.goods).toMatchObject([
      {
        number: '00512',
        quantities: [{ quantity: '10', unit: 'pk' }],
        booked: '3125.00',
        reportedOnly: '3125.00',
        bookedWithoutFactor: expect.any(String),
      },
    ]);
    expect((await buyer.get('/combined/goods?text=finnes-ikke').expect(200)).body).toEqual({ goods: [], items: 0 });
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect((await other.get('/combined/goods').expect(200)).body).toEqual({ goods: [], items: 0 });
  });

  it('is unchanged after a full refresh', async () => {
    const before = await rowsOf(manager);
    await refresh();
    expect(await rowsOf(manager)).toEqual(before);
  });

  it('shows a buyer no data of another', async () => {
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect(await rowsOf(other)).toEqual([]);
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get('/combined').expect(403);
    await request(stand.app.getHttpServer() as Server)
      .get('/combined')
      .expect(401);
  });

  it('exports a file that no spreadsheet executes', async () => {
    const { text } = await buyer.get('/combined/export.csv?language=en').expect(200).expect('content-type', /csv/);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain('Municipality');
    const cells = text.split(/[;\r\n]+/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  it('exports the link step of each line, or the cause of a missing link', async () => {
    const { text } = await manager.get('/combined/export.csv?language=en').expect(200);
    const [heads = [], ...rows] = text
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
    const at = (name: string) => heads.indexOf(name);
    const told = rows.map((row) => ({
      state: row[at('Status')],
      cause: row[at('Cause')] || null,
      step: row[at('Linked by')] || null,
      files: [row[at('Ledger file')], row[at('Report file')]].map((file) => file !== ''),
    }));
    const causes = await stand.asOwner<{ cause: string | null }>(
      `select distinct cause from matching.standalone_spend_line where cooperative_id = $1 and state <> 'matched' union select distinct cause from matching.standalone_report_line where cooperative_id = $1 and state <> 'matched'`,
      [parties.cooperativeId],
    );
    const steps = await stand.asOwner<{ step: string }>(
      'select distinct step from matching.link where cooperative_id = $1 and closed_by_run is null',
      [parties.cooperativeId],
    );
    expect(new Set(told.flatMap(({ step }) => step ?? []))).toEqual(new Set(steps.map(({ step }) => step)));
    expect(
      told.filter(({ state }) => state === 'matched').every(({ step, files }) => step !== null && files.every(Boolean)),
    ).toBe(true);
    const alone = told.filter(({ state }) => state !== 'matched');
    expect(alone.every(({ step }) => step === null)).toBe(true);
    expect(new Set(alone.map(({ cause }) => cause))).toEqual(new Set(causes.map(({ cause }) => cause)));
  });

  it('charts all spend, including unknown', async () => {
    const { body } = await buyer.get('/combined/charts').expect(200);
    const drawn = body.basis.reduce((total: number, part: { amount: string }) => total + Number(part.amount), 0);
    expect(drawn).toBe(4625);
    expect(body.categories.some((part: { method: string; kg: string | null }) => part.kg === null)).toBe(true);
  });
});

describe('imported data that is not calculated', () => {
  const choices = async (who: SignedIn) =>
    (await who.get('/combined/filter-options').expect(200)).body as { months: string[]; making: object | null };

  it('is reported until the figures exist, and not before any data is imported', async () => {
    expect(await choices(manager)).toMatchObject({ making: null });
    const others = await setUpParties(stand, 'Innkjøp sør');
    const theirs = await signIn(stand, others.manager.email);
    expect(await choices(theirs)).toMatchObject({ months: [], making: null });
    await postLedger(stand, others, [{ account: '115', amount: '10.00', orgNumber: '311047116' }]);
    expect(await choices(theirs)).toMatchObject({ months: [], making: { files: 1, read: 1, late: false } });
    await stand.asOwner(
      `update spend.batch set received_at = received_at - interval '31 minutes', posted_at = posted_at - interval '31 minutes' where cooperative_id = $1`,
      [others.system.cooperativeId],
    );
    expect(await choices(theirs)).toMatchObject({ months: [], making: { late: true } });
    await stand.get(UnitOfWork).run({ ...others.system }, () => stand.get(MatchLines).run());
    await stand.get(UnitOfWork).run({ ...others.system }, () => stand.get(RefreshCombined).run());
    expect(await choices(theirs)).toMatchObject({ months: [expect.any(String)], making: null });
  });
});

it('gives the same tonnes and amounts in the table, the chart and the run, with converted foreign currency separate', async () => {
  await postLedger(stand, parties, [
    { account: '200', amount: '100.00', currency: 'USD', on: '2019-05-01' },
    { account: '200', amount: '70.00', currency: 'SEK', on: '2019-05-01' },
  ]);
  await calculate(stand, parties);
  await refresh();
  const read = async <T>(path: string): Promise<T> => (await manager.get(path).expect(200)).body as T;
  const table = await read<{
    kg: string;
    kgFromKroner: string;
    booked: string;
    otherCurrencies: { currency: string; amount: string }[];
  }>('/combined/totals?scope=purchases');
  const pictures = await read<{ categories: { kg: string | null }[] }>('/combined/charts?scope=purchases');
  const run = await read<{
    totals: { kg: string; kgFromKroner: string; spend: string; converted: string };
    rows: { currency: string; ownAmount: string | null; kg: string | null }[];
  }>('/emissions/summary');
  const drawn = pictures.categories.reduce((sum, { kg }) => sum + Number(kg ?? 0), 0);
  expect([table.kg, drawn, table.kgFromKroner].map(Number)).toEqual(
    [run.totals.kg, Number(run.totals.kg), run.totals.kgFromKroner].map(Number),
  );
  expect(Number(run.totals.converted)).toBe(880);
  expect(Number(run.totals.spend) - Number(run.totals.converted)).toBe(Number(table.booked));
  expect(table.otherCurrencies.map(({ currency, amount }) => [currency, Number(amount)])).toEqual([
    ['SEK', 70],
    ['USD', 100],
  ]);
  expect(run.rows.find(({ currency }) => currency === 'USD')).toMatchObject({
    ownAmount: '880.00',
    kg: expect.stringMatching(/^[1-9]/),
  });
  expect(run.rows.find(({ currency }) => currency === 'SEK')).toMatchObject({ ownAmount: null, kg: null });
});

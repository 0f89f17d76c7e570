import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp, stepSql } from '@tallgrunn/platform/testing';
import fc from 'fast-check';
import { ACCOUNT_VAT, accountRate } from './account-vat.ts';
import { calculateNetAmount } from './net-amount.ts';
import { spend } from './room.ts';

/** Undoes the migration step: restores the tables as they were before it. */
const BEFORE = [
  'drop view spend.door_spend_line, spend.door_posting cascade',
  'alter table spend.posting drop column net_amount, drop column net_basis, drop column vat_rate',
  'alter table spend.matched_posting drop column net_amount, drop column net_basis',
  'alter table spend.batch drop column net_totals, drop column unknown_totals',
  'drop function spend.tied_net, spend.tied_net_basis',
];

let stand: TestApp;
let cooperativeId: string;
let buyerId: string;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  const parties = await setUpParties(stand);
  [cooperativeId, buyerId] = [parties.cooperativeId, parties.buyers[0]!.organisationId!];
});
afterAll(() => stand.close());

const codes = [...Object.values(ACCOUNT_VAT['kostra']!).flatMap((list) => list!.slice(0, 2)), '370', '999'];
const row = fc.record({
  amount: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((øre) => (øre / 100).toFixed(2)),
  vatStatus: fc.constantFrom('net' as const, 'gross' as const, 'unknown' as const),
  vatAmount: fc.option(
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map((øre) => (øre / 100).toFixed(2)),
    { nil: null },
  ),
  account: fc.constantFrom(...codes),
  on: fc.option(fc.constantFrom('2017-12-31', '2020-03-31', '2020-04-01', '2021-09-30', '2021-10-01', '2026-03-01'), {
    nil: null,
  }),
});

describe('postings imported before amounts excl. VAT were stored', () => {
  it('get the amount that an import would calculate, and their batch its totals', async () => {
    const rows = fc.sample(row, 400);
    for (const sql of BEFORE) await stand.asOwner(sql);
    const [batch] = await stand.asOwner<{ id: string }>(
      `insert into spend.batch (cooperative_id, id, number, kind, state, buyer_id, file_name, file_sha256, size_bytes, received_at, posted_at, totals)
       values ($1, gen_random_uuid(), 'X-1', 'ledger', 'posted', $2, 'bok.csv', repeat('a', 64), 1, now(), now(), '{"NOK": "1"}') returning id`,
      [cooperativeId, buyerId],
    );
    await stand.asOwner(
      `insert into spend.posting (cooperative_id, batch_id, line_no, line_key, buyer_id, sheet, row_no, voucher_date, account_system, account_code, amount, currency, vat_amount, vat_status, raw)
       select $1, $2, (r ->> 'no')::int, r ->> 'no', $3, '', (r ->> 'no')::int, (r ->> 'on')::date, 'kostra', r ->> 'account', (r ->> 'amount')::numeric, 'NOK', (r ->> 'vatAmount')::numeric, r ->> 'vatStatus', '{}'
       from jsonb_array_elements($4::jsonb) as each (r)`,
      [cooperativeId, batch!.id, buyerId, JSON.stringify(rows.map((each, at) => ({ no: at + 1, ...each })))],
    );
    const step = stepSql(spend, '0028-net-amount');
    await stand.asOwner(step);
    const filled = await stand.asOwner<{ amount: string | null; basis: string; rate: string | null }>(
      'select trim_scale(net_amount)::text as amount, net_basis as basis, trim_scale(vat_rate)::text as rate from spend.posting where batch_id = $1 order by line_no',
      [batch!.id],
    );
    const expected = rows.map(({ account, on, ...each }) =>
      calculateNetAmount({ ...each, vatRate: null, accountRate: accountRate({ system: 'kostra', code: account }, on) }),
    );
    const plain = (text: string | null) => (text === null ? null : String(Number(text)));
    expect(filled.map(({ amount, ...rest }) => ({ amount: plain(amount), ...rest }))).toEqual(
      expected.map(({ amount, basis, rate }) => ({
        amount: plain(amount),
        basis,
        rate: rate === null ? null : String(Number(rate)),
      })),
    );
    const [sums] = await stand.asOwner<{ net: string; unknown: string }>(
      `select net_totals ->> 'NOK' as net, unknown_totals ->> 'NOK' as unknown from spend.batch where id = $1`,
      [batch!.id],
    );
    const øre = (text: string) => Math.round(Number(text) * 100);
    expect(øre(sums!.net)).toBe(expected.reduce((sum, { amount }) => sum + (amount === null ? 0 : øre(amount)), 0));
    expect(øre(sums!.unknown)).toBe(
      rows.reduce((sum, each, at) => sum + (expected[at]!.amount === null ? øre(each.amount) : 0), 0),
    );
  });
});

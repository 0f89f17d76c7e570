import { randomInt } from 'node:crypto';
import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

const columns = {
  voucherNumber: 'Nr',
  voucherDate: 'Dag',
  account: 'Konto',
  amount: 'Sum',
  invoiceNumber: 'Faktura',
  supplierOrgNumber: 'Orgnr',
};
const profile = {
  id: 'books',
  name: 'Books',
  columns,
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const kroner = (ore: number, mark = '.') => (ore / 100).toFixed(2).replace('.', mark);

describe('a supplier that reports a multiple of the booked amounts', () => {
  let stand: TestApp;
  afterEach(() => stand.close());

  /**
   * Posts ten invoices of two postings each, reported as one row each and scaled. Returns how many rows are linked to
   * exactly their two postings.
   */
  async function tied(times: (at: number) => number): Promise<number> {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    const parties = await setUpParties(stand);
    const agreement = await setUpAgreement(stand, parties);
    const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
    const invoices = Array.from({ length: 10 }, (_, at) => ({
      number: String(7001 + at),
      parts: [randomInt(100_000, 900_000), randomInt(20_000, 90_000)] as const,
    }));
    const postings = invoices.flatMap(({ number, parts }) => parts.map((ore) => ({ number, ore })));
    await postBatch(
      stand,
      parties.manager.actor,
      'bok.csv',
      [
        'Nr;Dag;Konto;Sum;Faktura;Orgnr',
        ...postings.map(
          ({ number, ore }, at) =>
            `${at + 1};2026-03-20;${at % 2 === 0 ? 115 : 110};${kroner(ore)};${number};311047116`,
        ),
        '',
      ].join('\n'),
      { kind: 'ledger', buyerId: parties.buyers[0]!.organisationId, profileId },
    );
    await acceptedReport(stand, parties, agreement, {
      lines: invoices.map(({ number, parts: [a, b] }, at) => {
        const amount = kroner(Math.round((a + b) * times(at)), ',');
        return {
          itemNumber: `F${at}`,
          itemName: 'Varer',
          buyer: 'Kongsvinger kommune',
          quantity: '1',
          unit: 'stk',
          unitPrice: amount,
          amount,
          deliveredOn: '18.03.2026',
          invoiceNumber: number,
        };
      }),
    });
    await asSystem(() => stand.get(MatchLines).run());
    const links = await asSystem(() =>
      stand.get(Database).query<{
        row: number;
        own: boolean;
        whole: boolean;
      }>(`select l.report_line_no as row, bool_and(d.invoice_number = r.invoice_number) as own, count(*) = 2 and bool_and(l.step = 'invoice-sum') as whole
      from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no join reporting.door_report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no where l.closed_by_run is null group by 1`),
    );
    expect(links.every(({ own }) => own)).toBe(true);
    const scales = await asSystem(() =>
      stand
        .get(Database)
        .query<{ scale: string }>('select trim_scale(scale)::text as scale from matching.amount_scale'),
    );
    expect(scales.map(({ scale }) => Math.round(Number(scale) * 1e9))).toEqual(
      times(0) === times(1) ? [Math.round(times(0) * 1e9)] : [],
    );
    if (scales.length > 0) await goesByIt(parties, agreement, profileId, times(0));
    return links.filter(({ whole }) => whole).length;
  }

  /** One more invoice teaches nothing new: a partial run uses the stored rule, and a full run finds the same. */
  async function goesByIt(parties: Parties, agreement: TestAgreement, profileId: string, times: number): Promise<void> {
    const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
    const parts = [randomInt(100, 900) * 1000, randomInt(20, 90) * 1000] as const;
    await postBatch(
      stand,
      parties.manager.actor,
      'mai.csv',
      [
        'Nr;Dag;Konto;Sum;Faktura;Orgnr',
        ...parts.map((ore, at) => `${at + 91};2026-02-20;${at === 0 ? 115 : 110};${kroner(ore)};7900;311047116`),
        '',
      ].join('\n'),
      { kind: 'ledger', buyerId: parties.buyers[0]!.organisationId, profileId },
    );
    const amount = kroner(Math.round((parts[0] + parts[1]) * times), ',');
    await acceptedReport(stand, parties, agreement, {
      periodKey: '2026-02',
      lines: [
        {
          itemNumber: 'G1',
          itemName: 'Varer',
          buyer: 'Kongsvinger kommune',
          quantity: '1',
          unit: 'stk',
          unitPrice: amount,
          amount,
          deliveredOn: '18.02.2026',
          invoiceNumber: '7900',
        },
      ],
    });
    expect(await asSystem(() => stand.get(MatchLines).run())).toMatchObject({ whole: false, opened: 2 });
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }))).toMatchObject({
      opened: 0,
      closed: 0,
    });
  }

  it.each([1.25, 1.15, 0.96, 1 / 0.91])('converts amounts reported at a constant ratio of %d', async (times) => {
    // A scale below 1 cannot always be recovered after rounding to øre.
    expect(await tied(() => times)).toBeGreaterThanOrEqual(times > 1 ? 10 : 7);
  });

  it('does not convert amounts at varying ratios', async () => {
    expect(await tied((at) => 1.05 + at / 40)).toBeLessThan(5);
  });
});

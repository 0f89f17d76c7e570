import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

describe('invoice numbers in another notation', () => {
  let stand: TestApp;
  let parties: Parties;
  let agreement: TestAgreement;
  let profileId: string;

  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
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
    profileId = (
      await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null))
    ).id;
  });
  afterAll(() => stand.close());

  const line = (amount: number, invoiceNumber: string): TestLine => ({
    itemNumber: '00512',
    itemName: 'Kjøttdeig storfe 2,5 kg',
    buyer: 'Kongsvinger kommune',
    quantity: '1',
    unit: 'pk',
    unitPrice: amount.toFixed(2).replace('.', ','),
    amount: amount.toFixed(2).replace('.', ','),
    deliveredOn: '03.03.2026',
    invoiceNumber,
  });
  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const links = async () =>
    (
      await asSystem(() =>
        stand
          .get(Database)
          .query<{ amount: string; invoice: string; said: string }>(
            `select l.amount::text as amount, d.invoice_number as invoice, l.evidence ->> 'invoice' as said from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no where l.closed_by_run is null order by l.amount`,
          ),
      )
    ).map(({ amount, invoice }) => [Number(amount), invoice]);

  it('identify their invoices once enough sums confirm the notation, even where two sums are equal', async () => {
    // Six invoices have unique sums. The seventh and eighth have the same sum, and only the number distinguishes them.
    const sums = [1201, 1302.5, 1403, 1504.25, 1605, 1706, 990, 990];
    const booked = sums.map((amount, at) => [String(23_600 + at), amount] as const);
    await acceptedReport(stand, parties, agreement, {
      lines: booked.map(([number, amount]) => line(amount, `F-${number}/1`)).toReversed(),
    });
    const text = [
      'Nr;Dag;Konto;Sum;Faktura;Orgnr',
      ...booked.map(([number, amount], at) => `${at + 1};2026-03-20;115;${amount.toFixed(2)};${number};311047116`),
      '',
    ].join('\n');
    await postBatch(stand, parties.manager.actor, 'bok.csv', text, {
      kind: 'ledger',
      buyerId: parties.buyers[0]!.organisationId,
      profileId,
    });
    await asSystem(() => stand.get(MatchLines).run());
    expect(await links()).toEqual(
      booked
        .map(([number, amount]) => [amount, number] as [number, string])
        .toSorted(([a], [b]) => a - b)
        .map(([amount, number]) => [amount, expect.stringMatching(amount === 990 ? /2360[67]/ : new RegExp(number))]),
    );
    const forms = await asSystem(() => stand.get(Database).query('select form, seen from matching.number_form'));
    expect(forms).toEqual([
      { form: { report: { before: 'f-', after: '/9' }, booked: { before: '', after: '' } }, seen: 6 },
    ]);
    const crossed = await asSystem(() =>
      stand
        .get(Database)
        .query<{ same: boolean }>(
          `select 'F-' || d.invoice_number || '/1' = r.invoice_number as same from matching.link l join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no join reporting.door_report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no where l.closed_by_run is null`,
        ),
    );
    expect(crossed.map(({ same }) => same)).toEqual(Array.from({ length: 8 }, () => true));
  });

  it('are used by a later partial run, and a full run changes nothing', async () => {
    await acceptedReport(stand, parties, agreement, {
      periodKey: '2026-02',
      lines: [
        { ...line(77, 'F-23700/1'), deliveredOn: '03.02.2026' },
        { ...line(77, 'F-23701/1'), deliveredOn: '03.02.2026' },
      ],
    });
    await postBatch(
      stand,
      parties.manager.actor,
      'februar.csv',
      'Nr;Dag;Konto;Sum;Faktura;Orgnr\n81;2026-02-20;115;77.00;23701;311047116\n82;2026-02-21;115;77.00;23700;311047116\n',
      { kind: 'ledger', buyerId: parties.buyers[0]!.organisationId, profileId },
    );
    await asSystem(() => stand.get(MatchLines).run());
    const before = await links();
    expect(before).toHaveLength(10);
    expect(await asSystem(() => stand.get(MatchLines).run(undefined, { whole: true }))).toMatchObject({
      opened: 0,
      closed: 0,
    });
  });
});

import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { ResolveLine } from '../resolve-line.ts';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    account: 'Konto',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const sold = (deliveredOn: string): TestLine => ({
  itemNumber: '00512',
  itemName: 'Kjøttdeig storfe 2,5 kg',
  buyer: 'Kongsvinger kommune',
  quantity: '10',
  unit: 'pk',
  unitPrice: '312,50',
  amount: '3125,00',
  deliveredOn,
  invoiceNumber: '',
});

it('an answer in one month links nothing in another month with unread competing lines', async () => {
  const stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  try {
    const parties = await setUpParties(stand);
    const agreement = await setUpAgreement(stand, parties);
    const units = stand.get(UnitOfWork);
    const asSystem = <T>(work: () => Promise<T>) => units.run({ ...parties.system }, work);
    const query = <T>(sql: string) => asSystem(() => stand.get(Database).query<T & Record<string, unknown>>(sql));
    // Two sales have the amount booked in mid-March: one of early January, one of early March.
    await acceptedReport(stand, parties, agreement, { periodKey: '2026-01', lines: [sold('05.01.2026')] });
    await acceptedReport(stand, parties, agreement, { periodKey: '2026-03', lines: [sold('10.03.2026')] });
    const { id: profileId } = await units.run(parties.manager.actor, () =>
      stand.get(SaveImportProfile).run(profile, null),
    );
    const text = [
      'Nr;Dag;Konto;Sum;Faktura;Orgnr',
      '1;2026-03-16;115;3125.00;7001;311047116',
      '2;2026-04-20;115;999.00;7002;311047116',
      '',
    ].join('\n');
    const { id: batchId } = await postBatch(stand, parties.manager.actor, 'bok.csv', text, {
      kind: 'ledger',
      buyerId: parties.buyers[0]!.organisationId,
      profileId,
    });
    const run = (whole = false) => asSystem(() => stand.get(MatchLines).run(undefined, { whole }));
    const said = () =>
      query('select side, month, state, cause, lines, amount, linked from matching.matching_total order by 1, 2, 3, 4');
    await run();
    const before = await said();
    expect(before.filter(({ state }) => state === 'matched')).toEqual([]);
    const [april] = await query<{ line_no: number }>(
      `select line_no from spend.door_spend_line where net_amount = 999`,
    );
    const answer = (cause: 'timing' | null) =>
      units.run(parties.manager.actor, () =>
        stand.get(ResolveLine).run({
          side: 'booked',
          documentId: batchId,
          lineNo: april!.line_no,
          cause,
          agreementId: null,
          reason: 'Prøve.',
        }),
      );
    await answer('timing');
    expect(await run()).toMatchObject({ whole: false, opened: 0, closed: 0 });
    expect((await said()).filter(({ amount, cause }) => Number(amount) === 999 && cause === 'timing')).toHaveLength(1);
    await answer(null);
    await run();
    expect(await said()).toEqual(before);
    expect(await run(true)).toMatchObject({ opened: 0, closed: 0 });
    expect(await said()).toEqual(before);
  } finally {
    await stand.close();
  }
}, 120_000);

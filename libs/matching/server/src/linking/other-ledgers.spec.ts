import fc from 'fast-check';
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
import { postBatch, reverseBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';

jest.setTimeout(120_000);

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
const kroner = (ore: number, mark = '.') => (ore / 100).toFixed(2).replace('.', mark);

interface Invoice {
  readonly number: string;
  /** Amounts in øre bought by each unit: Nord-Odal (`other`), and Kongsvinger (`own`), in whose ledger it is booked. */
  readonly other: readonly number[];
  readonly own: readonly number[];
}

const ore = fc.array(fc.integer({ min: 20_000, max: 900_000 }), { minLength: 1, maxLength: 4 });
const [drawn] = fc.sample(
  fc.array(fc.record({ other: ore, own: fc.oneof(fc.constant([]), ore) }), { minLength: 4, maxLength: 8 }),
  1,
);
const invoices = drawn!.map((one, at): Invoice => ({ number: String(9001 + at), ...one }));
const sumOf = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);

describe('rows whose invoice is in the ledger of another unit', () => {
  let stand: TestApp;
  let parties: Parties;
  let agreement: TestAgreement;
  let profileId: string;

  beforeEach(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
    parties = await setUpParties(stand);
    agreement = await setUpAgreement(stand, parties);
    ({ id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null)));
  });
  afterEach(() => stand.close());

  const asSystem = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...parties.system }, work);
  const run = (whole = false) => asSystem(() => stand.get(MatchLines).run(undefined, { whole }));
  const ledger = (buyerAt: number, postings: readonly { readonly number: string; readonly ore: number }[]) =>
    postBatch(
      stand,
      parties.manager.actor,
      `bok-${buyerAt}.csv`,
      [
        'Nr;Dag;Konto;Sum;Faktura;Orgnr',
        ...postings.map(
          ({ number, ore: sum }, at) => `${at + 1};2026-03-2${at % 8};115;${kroner(sum)};${number};311047116`,
        ),
        '',
      ].join('\n'),
      { kind: 'ledger', buyerId: parties.buyers[buyerAt]!.organisationId, profileId },
    );
  const hostBooks = (off = 0) =>
    ledger(
      0,
      invoices.map(({ number, other, own }) => ({ number, ore: sumOf([...other, ...own]) + off })),
    );
  const ownBooks = () => ledger(1, [{ number: '7001', ore: 123_456 }]);
  const report = () =>
    acceptedReport(stand, parties, agreement, {
      lines: invoices.flatMap(({ number, other, own }) =>
        [
          ...other.map((each) => ['Nord-Odal kommune', each] as const),
          ...own.map((each) => ['Kongsvinger kommune', each] as const),
        ].map(([buyer, each], at) => ({
          itemNumber: `V${number}${at}`,
          itemName: 'Vare',
          buyer,
          quantity: '1',
          unit: 'stk',
          unitPrice: kroner(each, ','),
          amount: kroner(each, ','),
          deliveredOn: '18.03.2026',
          invoiceNumber: number,
        })),
      ),
    });
  const said = () =>
    asSystem(() =>
      stand.get(Database).query<{ line: number; state: string; hosted: boolean; number: string | null }>(
        `select r.line_no as line, r.state, 'booked-by-host' = any (r.also) as hosted, min(d.invoice_number) as number from matching.report_line r
         left join matching.link l on l.version_id = r.version_id and l.report_line_no = r.line_no and l.closed_by_run is null
         left join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no group by 1, 2, 3 order by 1`,
      ),
    );
  const expected = () => {
    let line = 0;
    return invoices.flatMap(({ number, other, own }) =>
      [...other.map(() => true), ...own.map(() => false)].map((hosted) => ({
        line: (line += 1),
        state: 'matched',
        hosted,
        number,
      })),
    );
  };

  it.each(['books first', 'report first', 'a run after each'])('are linked to it: %s', async (order) => {
    const steps = order === 'report first' ? [report, ownBooks, hostBooks] : [ownBooks, hostBooks, report];
    for (const step of steps) {
      await step();
      if (order !== 'books first') await run();
    }
    if (order === 'books first') await run();
    expect({ invoices, said: await said() }).toEqual({ invoices, said: expected() });
    await run(true);
    expect({ invoices, said: await said() }).toEqual({ invoices, said: expected() });
  });

  it('are unlinked when that ledger is reversed', async () => {
    await ownBooks();
    const { id } = await hostBooks();
    await report();
    await run();
    await reverseBatch(stand, parties.manager.actor, id);
    await run();
    const after = await said();
    expect(after.filter(({ number }) => number !== null)).toEqual([]);
    await run(true);
    expect(await said()).toEqual(after);
  });

  it('stay with their buyer when neither amounts nor sums confirm the invoice', async () => {
    await ownBooks();
    await hostBooks(77_700);
    await report();
    await run();
    const lines = new Set(expected().flatMap(({ line, hosted }) => (hosted ? [line] : [])));
    expect((await said()).filter(({ line, number }) => lines.has(line) && number !== null)).toEqual([]);
  });
});

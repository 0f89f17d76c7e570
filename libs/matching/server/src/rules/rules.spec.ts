import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport, type TestLine } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import fc from 'fast-check';
import { MatchLines } from '../match-lines.ts';
import { matching } from '../room.ts';
import type { LearnedRule } from './list-rules.ts';

const columns = {
  voucherNumber: 'Nr',
  voucherDate: 'Dag',
  account: 'Konto',
  amount: 'Sum',
  invoiceNumber: 'Faktura',
  supplierOrgNumber: 'Orgnr',
};
const books = {
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

const kroner = (amount: number) => amount.toFixed(2).replace('.', ',');
const line = (amount: number, invoiceNumber: string): TestLine => ({
  itemNumber: '00512',
  itemName: 'Kjøttdeig storfe 2,5 kg',
  buyer: 'Kongsvinger kommune',
  quantity: '1',
  unit: 'pk',
  unitPrice: kroner(amount),
  amount: kroner(amount),
  deliveredOn: '03.03.2026',
  invoiceNumber,
});

/**
 * A supplier's prefixes and suffixes of invoice numbers, which the ledger has without them, and the sums of its
 * invoices. All sums differ except two, which only the number distinguishes.
 */
const drawn = fc.record({
  before: fc.constantFrom('F-', 'FAKT', 'N/', 'AS '),
  after: fc.constantFrom('', '/1', '-NO'),
  first: fc.integer({ min: 10_000, max: 80_000 }),
  step: fc.integer({ min: 7, max: 90 }),
  twins: fc.integer({ min: 100, max: 900 }),
});

describe('learned rules of a supplier', () => {
  let stand: TestApp;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  });
  afterAll(() => stand.close());

  const within =
    (parties: Parties) =>
    <T>(work: () => Promise<T>) =>
      stand.get(UnitOfWork).run({ ...parties.system }, work);
  const match = (parties: Parties) => within(parties)(() => stand.get(MatchLines).run());
  const links = (parties: Parties) =>
    within(parties)(() =>
      stand.get(Database).query<{ amount: string; report: string; booked: string; step: string }>(
        `select l.amount::text as amount, r.invoice_number as report, d.invoice_number as booked, l.step from matching.door_link l
         join spend.door_spend_line d on d.batch_id = l.batch_id and d.line_no = l.spend_line_no join reporting.door_report_line r on r.version_id = l.version_id and r.line_no = l.report_line_no order by r.invoice_number, d.invoice_number`,
      ),
    );

  async function load(
    parties: Parties,
    agreement: TestAgreement,
    {
      before,
      after,
      first,
      step,
      twins,
    }: { before: string; after: string; first: number; step: number; twins: number },
  ): Promise<void> {
    const { id: profileId } = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(books, null));
    const sums = [...Array.from({ length: 7 }, (_, at) => 1000 + at * step), twins, twins];
    await acceptedReport(stand, parties, agreement, {
      lines: sums.map((amount, at) => line(amount, `${before}${first + at}${after}`)).toReversed(),
    });
    const text = [
      'Nr;Dag;Konto;Sum;Faktura;Orgnr',
      ...sums.map((amount, at) => `${at + 1};2026-03-20;115;${amount.toFixed(2)};${first + at};311047116`),
      '',
    ].join('\n');
    await postBatch(stand, parties.manager.actor, 'bok.csv', text, {
      kind: 'ledger',
      buyerId: parties.buyers[0]!.organisationId,
      profileId,
    });
  }

  it('are listed with their confirmations, unused while turned off, and used once turned on', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (made) => {
        const parties = await setUpParties(stand);
        await load(parties, await setUpAgreement(stand, parties), made);
        await match(parties);
        const asLearned = await links(parties);
        expect(asLearned).toHaveLength(9);
        expect(asLearned.every(({ report, booked }) => report === `${made.before}${booked}${made.after}`)).toBe(true);

        const manager = await signIn(stand, parties.manager.email);
        const rules = async (): Promise<LearnedRule[]> => (await manager.get('/matching/rules').expect(200)).body;
        const [rule, ...others] = await rules();
        expect(others).toEqual([]);
        expect(rule).toMatchObject({
          kind: 'number-form',
          supplierId: parties.suppliers[0]!.organisationId,
          days: null,
          scale: null,
          seen: 7,
          inUse: true,
          said: null,
        });
        expect(rule!.examples).toHaveLength(3);
        for (const { report, booked } of rule!.examples) expect(report).toBe(`${made.before}${booked}${made.after}`);

        const say = (inUse: boolean, reason: string) =>
          manager.post('/matching/rules/decide', {
            supplierId: rule!.supplierId,
            kind: rule!.kind,
            form: rule!.form,
            inUse,
            reason,
          });
        await say(false, 'Numrene er ordrenumre.').expect(201);
        expect(await rules()).toEqual([
          {
            ...rule,
            inUse: false,
            said: expect.objectContaining({ reason: 'Numrene er ordrenumre.', byYou: true, isGoneBy: false }),
          },
        ]);
        expect(await match(parties)).toMatchObject({ whole: true });
        expect(await rules()).toEqual([{ ...rule, inUse: false, said: expect.objectContaining({ isGoneBy: true }) }]);
        const named = (await links(parties)).filter(({ step }) => step.startsWith('invoice'));
        expect(named).toEqual([]);
        // Nothing since then confirms the rule a second time.
        expect(await match(parties)).toMatchObject({ whole: false, opened: 0, closed: 0 });

        await say(true, 'Det er fakturanumre likevel.').expect(201);
        await match(parties);
        expect(await links(parties)).toEqual(asLearned);
        expect(await rules()).toEqual([
          { ...rule, said: expect.objectContaining({ reason: 'Det er fakturanumre likevel.', isGoneBy: true }) },
        ]);
      }),
      { numRuns: Number(process.env['RULE_WORLDS'] ?? 3), endOnFailure: true },
    );
  });

  it('can only be decided by the cooperative, and only if learned', async () => {
    const parties = await setUpParties(stand);
    const [manager, buyer] = [
      await signIn(stand, parties.manager.email),
      await signIn(stand, parties.buyers[0]!.email),
    ];
    await buyer.get('/matching/rules').expect(403);
    const form = { report: { before: 'f-', after: '' }, booked: { before: '', after: '' } };
    const body = {
      supplierId: parties.suppliers[0]!.organisationId,
      kind: 'number-form',
      form,
      inUse: false,
      reason: 'Nei.',
    };
    await buyer.post('/matching/rules/decide', body).expect(403);
    await manager.post('/matching/rules/decide', body).expect(404);
    await manager.post('/matching/rules/decide', { ...body, form: null }).expect(400);
    await manager.post('/matching/rules/decide', { ...body, kind: 'day-shift', form: null, reason: ' ' }).expect(400);
  });
});

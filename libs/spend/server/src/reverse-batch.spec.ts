import { agreements } from '@tallgrunn/agreements-server';
import { sampleDespatch, sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { ListBatchLines } from './list-batch-lines.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { spend } from './room.ts';
import { RunReversal } from './run-reversal.ts';
import { ShowBatch } from './show-batch.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
beforeEach(async () => {
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const seller = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const own = () => parties.buyers[0]!.actor;
const sql = <R extends Record<string, unknown>>(text: string) =>
  stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(Database).query<R>(text));
const total = async () =>
  (await sql<{ sum: string }>('select coalesce(sum(ledger_amount), 0)::text as sum from spend.door_spend_line'))[0]
    ?.sum;
const show = (id: string) => stand.get(UnitOfWork).run({ ...own() }, () => stand.get(ShowBatch).run(id));
const lines = (id: string) => stand.get(UnitOfWork).run({ ...own() }, () => stand.get(ListBatchLines).run(id, 0));
const facts = async () =>
  (
    await stand.asOwner(
      `select subject_id from platform.domain_event where name = 'spend.batch-posted' and cooperative_id = $1`,
      [parties.system.cooperativeId],
    )
  ).map((row) => row['subject_id']);

const heading =
  'Bilagsnummer;Bilagsdato;Periode;Art;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst\n';
const posting = (voucher: string, invoice: string, amount: string) =>
  `${voucher};05.03.2026;202603;115;50012;Finnskog;${seller.orgNumber};${invoice};${amount};Faktura\n`;
const march = heading + posting('1', '1001', '950,00') + posting('2', '1002', '40,00');
const quarter = `${march}${posting('3', '1003', '7,00')}`;
const invoice = sampleUbl({
  id: '1001',
  seller,
  buyer,
  lines: [
    { net: '800.00', sellerNumber: '00512' },
    { net: '150.00', sellerNumber: '30118' },
  ],
  lineExtensionAmount: '950.00',
  payableAmount: '1187.50',
  headXml: '<cac:OrderReference><cbc:ID>4321</cbc:ID></cac:OrderReference>',
});

describe('reversed batch', () => {
  it('no longer counts; it and its reversal refer to each other, and the reversal has its lines with opposite sign', async () => {
    const batch = await postBatch(stand, own(), 'mars.csv', march);
    expect(await total()).toBe('990.00');
    const counter = await reverseBatch(stand, own(), batch.id, 'Feil måned');
    expect(counter).toMatchObject({
      kind: 'ledger',
      state: 'posted',
      reverses: { id: batch.id, number: batch.number },
      reversedBy: null,
      reversalReason: 'Feil måned',
      lines: 2,
      totals: { NOK: '-990.00' },
    });
    expect(await show(batch.id)).toMatchObject({
      state: 'posted',
      lines: 2,
      totals: { NOK: '990.00' },
      reversedBy: { id: counter.id, number: counter.number },
    });
    expect(await total()).toBe('0');
    expect(await sql('select month from spend.door_ledger_coverage')).toEqual([]);
    expect((await lines(batch.id)).map(({ amount, standing }) => [amount, standing])).toEqual([
      ['950.00', 'reversed'],
      ['40.00', 'reversed'],
    ]);
    expect((await lines(counter.id)).map(({ amount, standing, row }) => [amount, standing, row])).toEqual([
      ['-950.00', 'counter', 2],
      ['-40.00', 'counter', 3],
    ]);
    expect(await facts()).toEqual([batch.id, counter.id]);
  });

  it('is reversed once, completely, and only when posted', async () => {
    const batch = await postBatch(stand, own(), 'mars.csv', march);
    const refused = await postBatch(stand, own(), 'liste.csv', 'a;b\n1;2\n');
    const ask = (id: string) =>
      stand.get(UnitOfWork).run({ ...own() }, () => stand.get(ReverseBatch).run(id, 'Feil fil'));
    await expect(ask(refused.id)).rejects.toMatchObject({ code: 'batch-not-posted' });
    const { id, number } = await ask(batch.id);
    await expect(ask(batch.id)).rejects.toMatchObject({ code: 'batch-already-reversed', params: { id, number } });
    await expect(ask(id)).rejects.toMatchObject({ code: 'batch-is-reversal' });
    const work = () =>
      stand
        .get(UnitOfWork)
        .run({ ...parties.system }, () =>
          stand.get(RunReversal).run({ subjectId: id }, { tell: async () => undefined }),
        );
    await work();
    await work();
    expect(await facts()).toEqual([batch.id, id]);
    const other = stand
      .get(UnitOfWork)
      .run({ ...parties.buyers[1]!.actor }, () => stand.get(ReverseBatch).run(batch.id, 'Andres'));
    await expect(other).rejects.toMatchObject({ status: 404 });
  });

  it('may be imported again afterwards, and counts once', async () => {
    const batch = await postBatch(stand, own(), 'mars.csv', march);
    await reverseBatch(stand, own(), batch.id);
    expect(await postBatch(stand, own(), 'mars.csv', march)).toMatchObject({
      state: 'posted',
      lines: 2,
      repeated: 0,
      totals: { NOK: '990.00' },
    });
    expect(await total()).toBe('990.00');
  });

  it('is replaced by a later batch with the same lines, which then count', async () => {
    const first = await postBatch(stand, own(), 'mars.csv', march);
    const later = await postBatch(stand, own(), 'q1.csv', quarter);
    const last = await postBatch(stand, own(), 'q1b.csv', `${quarter}${posting('4', '1004', '3,00')}`);
    expect([later.repeated, last.repeated]).toEqual([2, 3]);
    expect(await total()).toBe('1000.00');
    await reverseBatch(stand, own(), first.id);
    expect(await total()).toBe('1000.00');
    expect(await show(later.id)).toMatchObject({ repeated: 0, totals: { NOK: '997.00' } });
    expect(await show(last.id)).toMatchObject({ repeated: 3, totals: { NOK: '3.00' } });
    await reverseBatch(stand, own(), later.id);
    expect(await total()).toBe('1000.00');
    await reverseBatch(stand, own(), last.id);
    expect(await total()).toBe('0');
  });

  it('unmatches its invoices: they count again, and are matched to duplicates of the postings', async () => {
    const ledger = await postBatch(stand, own(), 'mars.csv', march);
    const invoices = await postBatch(stand, own(), '1001.xml', invoice);
    expect(invoices.tied).toBe(1);
    expect(await total()).toBe('990.00');
    const other = await postBatch(stand, own(), 'q1.csv', quarter);
    await reverseBatch(stand, own(), ledger.id);
    expect((await show(invoices.id)).tied).toBe(1);
    expect(await total()).toBe('997.00');
    await reverseBatch(stand, own(), other.id);
    expect((await show(invoices.id)).tied).toBe(0);
    expect(
      await sql('select source, ledger_amount::text as amount from spend.door_spend_line order by ledger_amount desc'),
    ).toEqual([
      { source: 'invoice-line', amount: '800.00' },
      { source: 'invoice-line', amount: '150.00' },
    ]);
    await reverseBatch(stand, own(), invoices.id);
    expect(await total()).toBe('0');
  });

  it('of despatch advices removes the delivery days it assigned', async () => {
    await postBatch(stand, own(), '1001.xml', invoice);
    const advice = await postBatch(
      stand,
      own(),
      'p.xml',
      sampleDespatch({ buyer, deliveredOn: '2026-03-01', lines: [{ quantity: '4', number: '00512' }] }),
    );
    const days = () => sql('select delivered_on from spend.door_spend_line where delivered_on is not null');
    expect(await days()).toEqual([{ delivered_on: '2026-03-01' }]);
    await reverseBatch(stand, own(), advice.id);
    expect(await days()).toEqual([]);
    expect(await sql('select 1 from spend.door_despatch_advice')).toEqual([]);
  });
});

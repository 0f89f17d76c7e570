import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { bytesOf, openTable, type Row } from '@tallgrunn/tabular';
import { setTimeout as sleep } from 'node:timers/promises';
import { receivedReport } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let clerk: Agent;

const kongsvinger = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const finnskog = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const delivered = (day: string) =>
  `<cac:Delivery><cbc:ActualDeliveryDate>${day}</cbc:ActualDeliveryDate></cac:Delivery>`;
const mince: SampleLine = {
  quantity: '10',
  unit: 'NMP',
  net: '3125.00',
  price: '312.50',
  name: 'KJØTTDEIG STORFE',
  sellerNumber: '512',
};
const milk: SampleLine = {
  quantity: '4',
  unit: 'EA',
  net: '592.00',
  price: '148.00',
  name: 'Lettmelk',
  sellerNumber: '30118',
};
const freight: SampleLine = { quantity: '1', unit: 'EA', net: '250.00', price: '250.00', name: 'Frakt' };

async function post(
  id: string,
  lines: readonly SampleLine[],
  { seller = finnskog, day = '2026-03-05', issuedOn = '2026-03-10', withDay = true } = {},
) {
  const net = lines.reduce((all, line) => all + Number(line.net), 0).toFixed(2);
  const text = sampleUbl({
    id,
    issuedOn,
    seller,
    buyer: kongsvinger,
    lines,
    lineExtensionAmount: net,
    payableAmount: net,
    ...(withDay && { headXml: delivered(day) }),
  });
  return postBatch(stand, parties.manager.actor, `${id}.xml`, text);
}

beforeAll(async () => {
  ({ stand, parties, made } = await setUpReporting());
  await stand.work();
  await post('7001', [mince, milk]);
  await post('7002', [milk, freight], { withDay: false, issuedOn: '2026-03-20' });
  await post('6001', [milk], { day: '2026-02-10', issuedOn: '2026-02-12' });
  await post('S1', [{ ...milk, net: '9999.00', quantity: '1', price: '9999.00' }], {
    seller: { orgNumber: '311082272', name: 'Solgløtt' },
  });
  clerk = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(() => stand.close());

const obligation = (period = '2026-03') => `/obligations/${made.obligations[period]}`;

async function checked(id: string) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await clerk.get(`/report-versions/${id}`).expect(200);
    if (body.state !== 'received') return body;
    await sleep(100);
  }
  throw new Error('The version was never checked.');
}

describe('report prefilled from e-invoices', () => {
  it('is offered with the fields that invoices lack', async () => {
    expect((await clerk.get(`${obligation()}/invoice-prefill`).expect(200)).body).toEqual({
      lines: 4,
      more: false,
      invoices: 2,
      buyers: 1,
      amount: '4559.00',
      lastInvoicedOn: '2026-03-20',
      ready: 2,
      taken: 0,
      rowsMax: 250,
      missing: [{ field: 'deliveredOn', title: 'Levert dato', lines: 2 }], // freight needs no item in a report
    });
  });

  it('has the item number, name and unit of the agreement, and the source of each line', async () => {
    const { body } = await clerk.post(`${obligation()}/manual-entry/prefill`, {}).expect(200);
    expect(body.rows).toHaveLength(4);
    expect(body.rows[0]).toMatchObject({
      cells: {
        itemNumber: '00512',
        itemName: 'Kjøttdeig storfe 2,5 kg',
        buyer: 'Kongsvinger kommune',
        quantity: '10',
        unit: 'pk',
        unitPrice: '312,5',
        amount: '3125',
        deliveredOn: '05.03.2026',
        invoiceNumber: '7001',
      },
      origin: { buyer: 'Kongsvinger kommune', invoiceNumber: '7001', invoiceLine: '1', invoicedOn: '2026-03-10' },
    });
    expect(body.rows[3].cells).toEqual({
      itemName: 'Frakt',
      buyer: 'Kongsvinger kommune',
      quantity: '1',
      unit: 'stk',
      unitPrice: '250',
      amount: '250',
      invoiceNumber: '7002',
    });
    expect((await clerk.post(`${obligation()}/manual-entry/prefill`, {}).expect(200)).body.rows).toHaveLength(4);
    expect((await clerk.get(`${obligation()}/invoice-prefill`).expect(200)).body).toMatchObject({ lines: 4, taken: 4 });
  });

  it('is corrected and submitted, and the version records the prefill', async () => {
    const { body: now } = await clerk.get(`${obligation()}/manual-entry`).expect(200);
    const [first, , third, fourth] = now.rows;
    const changes = [
      { id: first.id, place: 0, cells: [{ field: 'quantity', was: '10', is: '10,0' }] },
      { id: third.id, place: 0, cells: [{ field: 'deliveredOn', was: '', is: '18.03.2026' }] },
      { id: fourth.id, place: 0, removed: true, cells: [] },
      {
        id: '019d0000-0000-7000-8000-000000000009',
        place: 9,
        cells: Object.entries({ ...third.cells, deliveredOn: '19.03.2026', invoiceNumber: '7003' }).map(
          ([field, is]) => ({ field, was: '', is }),
        ),
      },
    ];
    const { body: saved } = await clerk
      .patch(`${obligation()}/manual-entry`, { since: now.revision, changes })
      .expect(200);
    const { id } = (await clerk.post(`${obligation()}/manual-entry/submit`, { revision: saved.revision }).expect(202))
      .body;
    const version = await checked(id);
    expect(version).toMatchObject({ lines: 4, begun: { lines: 3, changed: 2, added: 1 } });
    await clerk.post(`/report-versions/${id}/submit`).expect(201);
    expect((await clerk.get(`/report-versions/${id}/receipt`).expect(200)).body.begun).toEqual({
      lines: 3,
      changed: 2,
      added: 1,
    });
  });

  it('adds new lines, and leaves out removed lines until they are requested explicitly', async () => {
    const standing = (body: { rows: { removed: boolean }[] }) => body.rows.filter(({ removed }) => !removed).length;
    expect(standing((await clerk.get(`${obligation()}/manual-entry`).expect(200)).body)).toBe(4);
    expect(standing((await clerk.post(`${obligation()}/manual-entry/prefill`, {}).expect(200)).body)).toBe(4);
    await post('7004', [{ ...mince, quantity: '2', net: '625.00' }]);
    expect((await clerk.get(`${obligation()}/invoice-prefill`).expect(200)).body).toMatchObject({ lines: 5, taken: 4 });
    const { body } = await clerk.post(`${obligation()}/manual-entry/prefill`, {}).expect(200);
    expect(standing(body)).toBe(5);
    expect(
      body.rows.filter(({ origin }: { origin: { invoiceNumber: string } | null }) => origin?.invoiceNumber === '7004'),
    ).toHaveLength(1);
    const freightKey = await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () =>
        stand
          .get(Database)
          .query<{ line_key: string }>(`select line_key from spend.door_spend_line where item_name = 'Frakt'`),
      );
    expect(
      standing(
        (await clerk.post(`${obligation()}/manual-entry/prefill`, { lines: [freightKey[0]!.line_key] }).expect(200))
          .body,
      ),
    ).toBe(6);
    await clerk.post(`${obligation()}/manual-entry/prefill`, { lines: ['no such line'] }).expect(404);
  });

  it('is also available as a workbook that states its source and is checked like any file', async () => {
    const { body: bytes } = await clerk
      .get(`${obligation('2026-02')}/invoice-prefill/workbook`)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    const rows: Row[] = [];
    for await (const batch of (await openTable(bytesOf(bytes as Buffer), 'x.xlsx')).batches()) rows.push(...batch);
    expect(
      rows
        .filter(({ sheet }) => sheet === 'Fra e-faktura')
        .at(-1)
        ?.cells.map(({ text }) => text)
        .slice(0, 4),
    ).toEqual(['2', 'Kongsvinger kommune', '6001', '1']);
    const version = await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      made.obligations['2026-02']!,
      bytes as Buffer,
      'februar.xlsx',
    );
    expect(version.verdict?.groups.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(version).toMatchObject({ lines: 1, amount: '592.00', begun: { lines: null, changed: null, added: null } });
  });

  it('is private: another supplier sees its own lines, and other roles see none', async () => {
    const other = await signIn(stand, parties.suppliers[1]!.email);
    await other.get(`${obligation()}/invoice-prefill`).expect(404);
    await other.post(`${obligation()}/manual-entry/prefill`, {}).expect(404);
    await other.get(`${obligation()}/invoice-quality`).expect(404);
    const { body: obligations } = await other.get('/obligations?periodKey=2026-03').expect(200);
    expect((await other.get(`/obligations/${obligations[0].id}/invoice-prefill`).expect(200)).body).toMatchObject({
      lines: 1,
      amount: '9999.00',
    });
    const manager = await signIn(stand, parties.manager.email);
    await manager.get(`${obligation()}/invoice-prefill`).expect(403);
  });
});

describe('invoice quality of a supplier', () => {
  it('is shown by amount and month, with the missing fields and an example', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const { body } = await manager.get(`${obligation()}/invoice-quality`).expect(200);
    expect((await clerk.get(`${obligation()}/invoice-quality`).expect(200)).body).toEqual(body);
    expect(body).toMatchObject({
      verdict: 'enough',
      all: { lines: 6, amount: '5776.00' },
      good: { lines: 6, amount: '5776.00' },
      neverSaid: [],
      months: [
        { month: '2026-02', all: { lines: 1 }, good: { lines: 1 } },
        { month: '2026-03', all: { lines: 5 }, good: { lines: 5 } },
      ],
      gaps: [],
    });
  });
});

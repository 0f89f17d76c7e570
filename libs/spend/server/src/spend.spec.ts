import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { ListBatches } from './list-batches.ts';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';
import { doors, total, invoice, zipped, ledger, meat, milk } from './testing-ledgers.ts';

let stand: TestApp;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
});
afterAll(() => stand.close());

describe('spend API', () => {
  let parties: Parties;
  let buyer: SignedIn;
  beforeAll(async () => {
    parties = await setUpParties(stand);
    buyer = await signIn(stand, parties.buyers[0]!.email);
    await stand.work();
  });

  /**
   * Waits until the import job has ended. The batch becomes posted inside the job's transaction, the job becomes done
   * just after it.
   */
  const posted = async (by: SignedIn, id: string) => {
    for (let tries = 0; tries < 300; tries += 1) {
      const { body } = await by.get(`/spend/batches/${id}`).expect(200);
      const ended = body.progress.every(({ state }: { state: string }) => state === 'done' || state === 'failed');
      if (body.state !== 'received' && ended) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('never posted');
  };

  it('receives a batch, imports it in the worker, shows it with its lines, and detects it as duplicate', async () => {
    const file = Buffer.from(ledger([['1', '03', '115', '5', '10,00']]));
    const { body } = await buyer.post('/spend/batches').attach('file', file, 'hovedbok.csv').expect(201);
    expect(await posted(buyer, body.id)).toMatchObject({
      state: 'posted',
      lines: 1,
      buyerId: parties.buyers[0]!.organisationId,
      progress: [{ state: 'done' }],
    });
    expect((await buyer.get(`/spend/batches/${body.id}/lines`).expect(200)).body).toMatchObject([
      { lineNo: 1, row: 2, amount: '10.00', account: '115', standing: 'counted' },
    ]);
    const again = await buyer.post('/spend/batches').attach('file', file, 'kopi.csv');
    expect([again.status, again.body.code, again.body.params.number]).toEqual([409, 'batch-duplicate', body.number]);
    expect((await buyer.get('/spend/ledger-coverage').expect(200)).body).toMatchObject([
      { month: '2026-03', postings: 1 },
    ]);
    const facts = await stand.asOwner(
      `select payload from platform.domain_event where name = 'spend.batch-posted' and subject_id = $1`,
      [body.id],
    );
    expect(facts).toEqual([{ payload: { kind: 'ledger', buyerIds: [parties.buyers[0]!.organisationId] } }]);
  });

  it('denies access to suppliers and to other buyers and cooperatives', async () => {
    const { body } = await buyer.get('/spend/batches').expect(200);
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect((await other.get('/spend/batches').expect(200)).body).toEqual([]);
    await other.get(`/spend/batches/${body[0].id}`).expect(404);
    await other.get(`/spend/batches/${body[0].id}/lines`).expect(404);
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get('/spend/batches').expect(403);
    const elsewhere = await signIn(stand, (await setUpParties(stand)).manager.email);
    await elsewhere.get(`/spend/batches/${body[0].id}`).expect(404);
  });

  it('proposes profiles by headings, stores versions per buyer, and prefers them to the examples', async () => {
    const text = 'Bilag nr;Konto;Sum;Lev.org\n1;1150;10,00;311047116\n';
    expect(
      (await buyer.post('/spend/import-profiles/propose').attach('file', Buffer.from(text), 'egen.csv').expect(200))
        .body,
    ).toEqual([]);
    const profile = {
      id: 'egen',
      name: 'Egen',
      columns: { voucherNumber: 'Bilag nr', account: 'Konto', amount: 'Sum', supplierOrgNumber: 'Lev.org' },
      account: { system: 'kostra', length: 3 },
      numbers: { decimal: ',' },
      sign: 'cost-positive',
      currency: 'NOK',
      vat: { amounts: 'net' },
    };
    const refused = await buyer.post('/spend/import-profiles', { profile: { ...profile, sign: 'pluss' } });
    expect([refused.status, refused.body.code, refused.body.params.detail]).toEqual([
      422,
      'import-profile-invalid',
      'sign',
    ]);
    await buyer.post('/spend/import-profiles', { profile }).expect(201);
    expect((await buyer.post('/spend/import-profiles', { profile }).expect(201)).body.version).toBe(2);
    expect((await buyer.get('/spend/import-profiles').expect(200)).body[0]).toMatchObject({
      version: 2,
      profile: { id: 'egen' },
    });
    const { body } = await buyer.post('/spend/batches').attach('file', Buffer.from(text), 'egen.csv').expect(201);
    expect(await posted(buyer, body.id)).toMatchObject({
      state: 'posted',
      profile: { id: 'egen' },
      totals: { NOK: '10.00' },
    });
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect(
      (await other.get('/spend/import-profiles').expect(200)).body.every(
        (row: { id: string | null }) => row.id === null,
      ),
    ).toBe(true);
  });

  it('reports what is wrong with a request', async () => {
    expect((await buyer.post('/spend/batches')).body.code).toBe('file-missing');
    const wrong = await buyer
      .post('/spend/batches')
      .field('period', '2026-13')
      .attach('file', Buffer.from('x'), 'x.csv');
    expect([wrong.status, wrong.body.issues[0].path]).toEqual([400, 'period']);
    await buyer
      .post('/spend/batches')
      .field('profileId', parties.cooperativeId)
      .attach('file', Buffer.from('y'), 'y.csv')
      .expect(404);
  });
});

describe('invoices without a ledger', () => {
  let parties: Parties;
  beforeAll(async () => (parties = await setUpParties(stand)));

  it('count line by line, minus credit notes, each document once', async () => {
    const buyer = parties.buyers[0]!.actor;
    const documents = {
      '1.xml': invoice('1001', [meat, milk]),
      '2.xml': invoice('K-1', [milk], { type: 'CreditNote' }),
      'again.xml': invoice('01001', [meat, milk]),
      'bad.xml': '<Order/>',
    };
    const batch = await postBatch(stand, buyer, 'mars.zip', await zipped(documents));
    expect(batch).toMatchObject({
      state: 'posted',
      kind: 'invoices',
      documents: 3,
      refusedDocuments: 1,
      lines: 5,
      repeated: 1,
      totals: { NOK: '800.00' },
      findingCounts: { 'wrong-root': 1 },
    });
    expect(batch.number).toMatch(/^S-\d{4}-\d{5}$/);
    expect(await doors(stand, parties)).toEqual([
      {
        source: 'invoice-line',
        amount: '800.00',
        account: null,
        invoice: '1001',
        item: '00512',
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'invoice-line',
        amount: '150.00',
        account: null,
        invoice: '1001',
        item: '30118',
        day: '2026-03-02',
        known: true,
      },
      {
        source: 'invoice-line',
        amount: '-150.00',
        account: null,
        invoice: 'K-1',
        item: '30118',
        day: '2026-03-02',
        known: true,
      },
    ]);
    expect(
      (await postBatch(stand, buyer, 'igjen.zip', await zipped({ 'a.xml': invoice('1001', [meat, milk]) }))).repeated,
    ).toBe(1);
    expect(await total(stand, parties)).toBe('800.00');
  });

  it('of unknown sellers and buyers are stored with the numbers as read', async () => {
    const text = invoice('77', [meat], {
      seller: { orgNumber: '311399055', name: 'Energihuset' },
      buyer: { orgNumber: '311433628', name: 'Ukjent kommune' },
    });
    const batch = await postBatch(stand, parties.manager.actor, '77.xml', text);
    expect(batch).toMatchObject({ state: 'posted', documents: 1, buyerId: null });
    const rows = await stand.asOwner(
      'select buyer_id, buyer_org_number, seller_org_number from spend.invoice where number = $1',
      ['77'],
    );
    expect(rows).toEqual([{ buyer_id: null, buyer_org_number: '311433628', seller_org_number: '311399055' }]);
  });

  it('addressed to another buyer are not posted by a buyer', async () => {
    const text = invoice('88', [meat], { buyer: { orgNumber: '964950768', name: 'Nord-Odal kommune' } });
    expect(await postBatch(stand, parties.buyers[0]!.actor, '88.xml', text)).toMatchObject({
      state: 'refused',
      documents: 0,
      findings: [{ code: 'invoice-of-another-buyer' }],
    });
    expect(await postBatch(stand, parties.manager.actor, '88.xml', text)).toMatchObject({
      state: 'posted',
      documents: 1,
    });
  });

  it('are refused with a code when the file is something else, and may be tried again', async () => {
    const refused = await postBatch(
      stand,
      parties.buyers[0]!.actor,
      'ordre.xml',
      '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>',
    );
    expect(refused).toMatchObject({
      state: 'refused',
      refusal: { code: 'document-type-not-supported', params: { root: 'Order' } },
      lines: 0,
    });
    expect((await postBatch(stand, parties.buyers[0]!.actor, 'tom.xml', '')).refusal?.code).toBe('file-empty');
  });
});

describe('list of batches', () => {
  it('has a fixed order also for batches of the same moment, and continues from any of them', async () => {
    const parties = await setUpParties(stand);
    for (const number of ['1', '2', '3', '4'])
      await postBatch(stand, parties.manager.actor, `${number}.xml`, invoice(`90${number}`, [meat]));
    await stand.asOwner(`update spend.batch set received_at = '2026-04-20T08:00:00Z' where cooperative_id = $1`, [
      parties.system.cooperativeId,
    ]);
    const list = (before: string | null) =>
      stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(ListBatches).run(before));
    const all = await list(null);
    expect(all.map(({ number }) => number)).toEqual(
      all
        .map(({ number }) => number)
        .toSorted()
        .toReversed(),
    );
    expect(all).toHaveLength(4);
    expect((await list(all[1]!.id)).map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id));
  });
});

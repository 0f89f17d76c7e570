import type { Server } from 'node:http';
import request from 'supertest';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, TEST_PASSWORD, type Parties } from '@tallgrunn/identity-server/testing';
import { BuildCheckContext } from './context/build-check-context.ts';
import { ImportAssortment } from './prices/import-assortment.ts';
import { CreateObligations } from './obligations/create-obligations.ts';
import { PublishTerms } from './terms/publish-terms.ts';
import { agreements } from './room.ts';
import { setUpAgreement, spoolFile, testTerms, type TestAgreement } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
let units: UnitOfWork;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  units = stand.get(UnitOfWork);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterAll(() => stand.close());

const first = () => parties.suppliers[0]!;
const importText = (text: string) =>
  units.run(parties.manager.actor, async () =>
    stand
      .get(ImportAssortment)
      .run(made.agreementId, first().organisationId, await spoolFile(stand, 'priser.csv', text)),
  );

describe('agreement', () => {
  it('opens one obligation for each supplier and each period that has begun', async () => {
    expect(Object.keys(made.obligations)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    await units.run({ ...parties.system }, () => stand.get(CreateObligations).run());
    const rows = await stand.asOwner<{ n: number }>('select count(*)::int as n from agreements.reporting_obligation');
    expect(rows[0]?.n).toBe(8);
    const [march] = await stand.asOwner<{ due_on: string; lots: string[] }>(
      'select due_on::text, lots from agreements.reporting_obligation where id = $1',
      [made.obligations['2026-03']],
    );
    expect(march).toEqual({ due_on: '2026-04-17', lots: ['1A'] });
  });

  it('returns 404 to other cooperatives, and shows a supplier only its own data', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const all = await manager.get(`/agreements/${made.agreementId}`).expect(200);
    expect(all.body.suppliers).toHaveLength(2);
    expect(all.body.priceVersions).toHaveLength(1);
    const second = await signIn(stand, parties.suppliers[1]!.email);
    const own = await second.get(`/agreements/${made.agreementId}`).expect(200);
    expect(own.body.suppliers.map((row: { supplierId: string }) => row.supplierId)).toEqual([
      parties.suppliers[1]!.organisationId,
    ]);
    expect(own.body.priceVersions).toEqual([]);
    expect((await second.get(`/agreements/${made.agreementId}/items`).expect(200)).body).toEqual([]);
    const elsewhere = await setUpParties(stand, 'Annen');
    const foreigner = await signIn(stand, elsewhere.manager.email);
    await foreigner.get(`/agreements/${made.agreementId}`).expect(404);
    await foreigner.get(`/agreements/${made.agreementId}/items`).expect(404);
    expect((await foreigner.get('/agreements').expect(200)).body).toEqual([]);
  });

  it('shows a terms version to its parties, and lists possible parties to contract managers only', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const supplier = await signIn(stand, first().email);
    for (const reader of [manager, supplier])
      expect((await reader.get(`/agreements/${made.agreementId}/terms/1`).expect(200)).body).toMatchObject({
        version: 1,
      });
    await manager.get(`/agreements/${made.agreementId}/terms/99`).expect(404);
    const { body } = await manager.get('/parties/assignable').expect(200);
    expect(new Set(body.map((row: { kind: string }) => row.kind))).toEqual(new Set(['supplier', 'buyer']));
    await supplier.get('/parties/assignable').expect(403);
    const elsewhere = await signIn(stand, (await setUpParties(stand, 'Tredje')).manager.email);
    await elsewhere.get(`/agreements/${made.agreementId}/terms/1`).expect(404);
    const theirs = (await elsewhere.get('/parties/assignable').expect(200)).body.map((row: { id: string }) => row.id);
    expect(theirs).not.toContain(first().organisationId);
  });

  it('reports every error in a new agreement in one response', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const body = {
      number: 'A-1',
      title: 'Igjen',
      startsOn: '2026-01-01',
      lots: [{ key: '1', title: 'En' }],
      suppliers: [{ supplierId: parties.buyers[0]!.organisationId, lots: ['2'] }],
      buyers: [],
    };
    const refused = await manager.post('/agreements', body).expect(422);
    expect(refused.body.issues.map((issue: { code: string }) => issue.code)).toEqual([
      'supplier-unknown',
      'lot-unknown',
      'agreement-number-taken',
    ]);
  });
});

describe('assortment import', () => {
  it('publishes the next price version and retains the ids of its items', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const before = await manager.get(`/agreements/${made.agreementId}/items?search=512`).expect(200);
    const imported = await importText(
      'Varenr;Navn;Enhet;Pris;Gyldig fra;Tidligere varenr\n00512;Kjøttdeig 2,5 kg;pk;320,00;01.01.2026;\n00512;Kjøttdeig 2,5 kg;pk;331,00;01.07.2026;\nA100;Ny vare;stk;12,5;;A99\n',
    );
    expect(imported).toMatchObject({ number: 2, items: 2, remarks: [] });
    const after = await manager.get(`/agreements/${made.agreementId}/items?search=512`).expect(200);
    expect(after.body[0].id).toBe(before.body[0].id);
    expect(after.body[0].prices).toEqual([
      { price: '320', currency: 'NOK', validFrom: '2026-01-01', validTo: '2026-06-30' },
      { price: '331', currency: 'NOK', validFrom: '2026-07-01', validTo: null },
    ]);
    const gone = await manager.get(`/agreements/${made.agreementId}/items?search=30118`).expect(200);
    expect(gone.body[0]).toMatchObject({ current: false, prices: [] });
  });

  it('rejects a file with errors as a whole, with row, column, found and expected for each', async () => {
    const text =
      'Varenr;Navn;Enhet;Pris;Delkontrakt;Gyldig fra\n1;En;stk;ca 20;1A;\n2;To;stk;1.234;9Z;31.02.2026\n3;;stk;5;1A;\n7,03E+12;Fire;stk;5;1A;\n5;Fem;stk;5;1A;\n5;Fem;stk;6;1A;\n';
    const refusal = await importText(text).catch(
      (problem: unknown) => problem as { issues: { code: string; params: Record<string, unknown> }[] },
    );
    const issues = 'issues' in refusal ? refusal.issues : [];
    expect(issues.map(({ code, params }) => [code, params['row'], params['found']])).toEqual([
      ['not-a-number', 2, 'ca 20'],
      ['not-a-number', 3, '1.234'],
      ['not-a-day', 3, '31.02.2026'],
      ['name-missing', 4, ''],
      ['number-lost-digits', 5, '7,03E+12'],
      ['lot-unknown', 3, '9Z'],
      ['item-repeated', 7, '5'],
    ]);
  });

  it('accepts an upload from the contract manager only', async () => {
    const send = async (email: string) => {
      const agent = request.agent(stand.app.getHttpServer() as Server);
      const before = await agent.get('/session');
      const { body } = await agent
        .post('/session')
        .set('x-csrf-token', before.body.csrfToken)
        .send({ email, password: TEST_PASSWORD });
      const text = Buffer.from('Varenr;Navn;Enhet;Pris;GTIN\n9;Ni;stk;9;7038010001234\n');
      return agent
        .post(`/agreements/${made.agreementId}/price-versions`)
        .set('x-csrf-token', body.csrfToken)
        .field('supplierId', parties.suppliers[1]!.organisationId)
        .attach('file', text, 'priser.csv');
    };
    const imported = await send(parties.manager.email);
    expect(imported.status).toBe(201);
    expect(imported.body).toMatchObject({
      number: 1,
      items: 1,
      remarks: [{ code: 'gtin-check-digit', row: 2, found: '7038010001234' }],
    });
    expect((await send(parties.suppliers[1]!.email)).status).toBe(403);
  });

  it('names the missing columns', async () => {
    const refusal = await importText('Varenr;Navn\n1;En\n').catch(
      (problem: unknown) => problem as { issues: { code: string; params: Record<string, unknown> }[] },
    );
    expect('issues' in refusal && refusal.issues.map(({ code, params }) => [code, params['column']])).toEqual([
      ['column-missing', 'enhet'],
      ['column-missing', 'pris'],
    ]);
  });
});

describe('terms version', () => {
  it('is numbered, and applies to periods that begin on or after its first day', async () => {
    const { version } = await units.run(parties.manager.actor, () =>
      stand
        .get(PublishTerms)
        .run(made.agreementId, { ...testTerms, due: { kind: 'calendar-days', days: 5 } }, '2026-04-01'),
    );
    expect(version).toBe(2);
    await units.run({ ...parties.system }, () => stand.get(CreateObligations).run());
    const rows = await stand.asOwner<{ period_key: string; due_on: string }>(
      'select period_key, due_on::text from agreements.reporting_obligation where supplier_id = $1 order by 1',
      [first().organisationId],
    );
    expect(rows.map(({ due_on }) => due_on)).toEqual(['2026-02-13', '2026-03-13', '2026-04-17', '2026-05-05']);
  });

  it('rejects an incomplete document and names the missing field', async () => {
    const manager = await signIn(stand, parties.manager.email);
    const { title: _title, ...untitled } = testTerms;
    const refused = await manager.post(`/agreements/${made.agreementId}/terms`, { document: untitled }).expect(422);
    expect(refused.body.issues[0]).toMatchObject({ path: '/title' });
  });
});

describe('check context', () => {
  it('contains the items and prices of the supplier, the entitled buyers and former item numbers, and is equal for every reader', async () => {
    const build = stand.get(BuildCheckContext);
    const [here, again] = [
      await units.run({ ...first().actor }, () => build.run(made.obligations['2026-03']!)),
      await units.run({ ...parties.system }, () => build.run(made.obligations['2026-03']!)),
    ];
    expect(again.context).toEqual(here.context);
    expect(here.context.items?.number).toEqual(['00512', 'A100']);
    expect(here.context.itemChanges).toEqual({ number: ['A99'], item: [1], on: ['2026-01-01'] });
    expect(here.context.prices?.price).toEqual(['320', '331', '12.5']);
    expect(here.context.buyers?.entitled).toEqual([true, true]);
    const kept = await units.run({ ...first().actor }, () => build.store(here.context));
    expect(await units.run({ ...first().actor }, () => build.load(kept.sha256))).toEqual(here.context);
  });

  it('is not available to another supplier', async () => {
    const build = stand.get(BuildCheckContext);
    await expect(
      units.run(parties.suppliers[1]!.actor, () => build.run(made.obligations['2026-03']!)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

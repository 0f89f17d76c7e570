import { agreements } from '@tallgrunn/agreements-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let [first, second] = ['', ''];
const head =
  'Bilagsnummer;Bilagsdato;Periode;Art;Ansvar;Funksjon;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst';
const posting = (no: number, name: string, orgNumber: string, day: string) =>
  `${no};${day};${day.slice(6)}${day.slice(3, 5)};115;4010;253;${50_000 + no};${name};${orgNumber};${7000 + no};${no}00,00;Faktura`;
const elverum = '974760673';
const factor = '912346706';
const own = '311047116';
const merged = '311082272';

const told = (actor: Actor) =>
  stand
    .get(UnitOfWork)
    .run(actor, () =>
      stand
        .get(Database)
        .query<{ no: string; supplier_id: string | null; seller_org_number: string; seller_name: string }>(
          `select invoice_number as no, supplier_id, seller_org_number, seller_name from spend.door_spend_line order by invoice_number`,
        ),
    );

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  [first, second] = parties.suppliers.map(({ organisationId }) => organisationId) as [string, string];
  const by = await signIn(stand, parties.manager.email);
  const belong = (supplierId: string, body: object) =>
    by.post(`/parties/${supplierId}/related-entities`, body).expect(201);
  await belong(first, {
    kind: 'branch',
    name: 'Avdeling Elverum',
    orgNumber: elverum,
    fromOn: '2026-02-01',
    untilOn: '2026-02-28',
  });
  await belong(first, { kind: 'franchisee', name: 'Elverum Engros', orgNumber: '974635607' });
  await belong(first, { kind: 'factoring-payee', name: 'Faktor AS', orgNumber: factor });
  await belong(first, { kind: 'predecessor', name: 'Solgløtt', orgNumber: '964950768' });
  await postBatch(
    stand,
    parties.buyers[0]!.actor,
    'hovedbok.csv',
    [
      head,
      posting(1, 'Finnskog', own, '05.01.2026'),
      posting(2, 'Elverum avd.', elverum, '05.01.2026'),
      posting(3, 'Elverum avd.', elverum, '05.02.2026'),
      posting(4, 'Elverum avd.', elverum, '05.03.2026'),
      posting(5, 'Elverum Engros', '974635607', '05.03.2026'),
      posting(6, 'Faktor AS', factor, '05.03.2026'),
      posting(7, 'Solgløtt', '964950768', '05.03.2019'),
      posting(8, 'Ukjent', '944117784', '05.03.2026'),
      posting(9, 'Solgløtt Frukt', merged, '05.03.2026'),
      '',
    ].join('\n'),
    { kind: 'ledger' },
  );
});
afterAll(() => stand.close());

describe('supplier of a seller number', () => {
  it('is the supplier itself, its branch, its payee or its predecessor by day; the line stores the ledger’s number', async () => {
    const lines = await told(parties.manager.actor);
    expect(lines.map(({ no, supplier_id }) => [no, supplier_id])).toEqual([
      ['7001', first],
      ['7002', null],
      ['7003', first],
      ['7004', null],
      ['7005', first],
      ['7006', first],
      ['7007', first],
      ['7008', null],
      ['7009', second],
    ]);
    expect(lines[2]).toMatchObject({ seller_org_number: elverum, seller_name: 'Elverum avd.' });
  });

  it('is the same for the buyer of the ledger', async () => {
    expect(await told(parties.buyers[0]!.actor)).toEqual(await told(parties.manager.actor));
  });

  it('is none when a payee belongs to two suppliers, and no amount counts twice', async () => {
    const by = await signIn(stand, parties.manager.email);
    await by
      .post(`/parties/${second}/related-entities`, {
        kind: 'factoring-payee',
        name: 'Faktor AS',
        orgNumber: factor,
        fromOn: '2026-03-01',
      })
      .expect(201);
    const lines = await told(parties.manager.actor);
    expect(lines).toHaveLength(9);
    expect(lines.find(({ no }) => no === '7006')?.supplier_id).toBeNull();
  });

  it('changes with a merger on its day', async () => {
    await stand.asOwner('update platform.instance set demo = true');
    const by = await signIn(stand, parties.manager.email);
    await by
      .post(`/parties/${first}/related-entities`, {
        kind: 'predecessor',
        name: 'Solgløtt Frukt & Grønt',
        orgNumber: merged,
        fromOn: '2026-03-01',
      })
      .expect(201);
    await postBatch(
      stand,
      parties.buyers[1]!.actor,
      'hovedbok2.csv',
      [head, posting(10, 'Solgløtt Frukt', merged, '28.02.2026'), ''].join('\n'),
      { kind: 'ledger' },
    );
    const lines = await told(parties.manager.actor);
    expect(
      lines
        .filter(({ seller_org_number }) => seller_org_number === merged)
        .map(({ no, supplier_id }) => [no, supplier_id]),
    ).toEqual([
      ['7009', first],
      ['7010', second],
    ]);
  });

  it('leaves an invoice to a merged buyer where it is addressed, with a finding', async () => {
    const by = await signIn(stand, parties.manager.email);
    const [kongsvinger, nordOdal] = parties.buyers.map(({ organisationId }) => organisationId);
    const { body: merger } = await by
      .post('/organisation-changes', {
        kind: 'merged',
        onDate: '2026-01-01',
        fromIds: [nordOdal],
        toIds: [kongsvinger],
      })
      .expect(201);
    const invoice = (id: string, issuedOn: string) =>
      sampleUbl({
        id,
        issuedOn,
        buyer: { orgNumber: '964950768', name: 'Nord-Odal kommune' },
        lines: [{ quantity: '1', unit: 'EA', net: '1.00', price: '1.00', name: 'Ost' }],
        lineExtensionAmount: '1.00',
        payableAmount: '1.25',
      });
    const told = await postBatch(stand, parties.manager.actor, 'etter.xml', invoice('9001', '2026-03-01'), {
      kind: 'invoices',
    });
    expect([told.documents, told.findings]).toMatchObject([
      1,
      [{ code: 'invoice-of-former-buyer', found: '964950768', expected: 'Kongsvinger kommune' }],
    ]);
    expect(
      (await postBatch(stand, parties.manager.actor, 'for.xml', invoice('9002', '2025-12-31'), { kind: 'invoices' }))
        .findings,
    ).toEqual([]);
    await by.post(`/organisation-changes/${merger.id}/revoke`, { acts: false }).expect(204);
  });

  it('is known for invoices too, also by a foreign number', async () => {
    const by = await signIn(stand, parties.manager.email);
    await by
      .post(`/parties/${second}/related-entities`, {
        kind: 'registration-abroad',
        name: 'Solgløtt AB',
        foreignNumber: '556677-8899',
        country: 'SE',
      })
      .expect(201);
    const abroad = sampleUbl({
      id: '8002',
      seller: { orgNumber: '974760673', name: 'Solgløtt AB' },
      buyer: { orgNumber: '964950768', name: 'Nord-Odal kommune' },
      lines: [{ quantity: '1', unit: 'EA', net: '100.00', price: '100.00', name: 'Epler' }],
      lineExtensionAmount: '100.00',
      payableAmount: '125.00',
    });
    await postBatch(
      stand,
      parties.buyers[1]!.actor,
      'utland.xml',
      abroad.replaceAll('schemeID="0192">974760673', 'schemeID="0007">5566778899'),
      { kind: 'invoices' },
    );
    expect((await told(parties.buyers[1]!.actor)).find(({ no }) => no === '8002')).toMatchObject({
      supplier_id: second,
      seller_org_number: null,
    });
    const invoice = sampleUbl({
      id: '8001',
      seller: { orgNumber: '974635607', name: 'Elverum Engros' },
      buyer: { orgNumber: '964950768', name: 'Nord-Odal kommune' },
      lines: [{ quantity: '1', unit: 'EA', net: '100.00', price: '100.00', name: 'Kjøttdeig' }],
      lineExtensionAmount: '100.00',
      payableAmount: '125.00',
    });
    await postBatch(stand, parties.buyers[1]!.actor, 'faktura.xml', invoice, { kind: 'invoices' });
    expect((await told(parties.buyers[1]!.actor)).find(({ no }) => no === '8001')).toMatchObject({
      supplier_id: first,
      seller_org_number: '974635607',
    });
  });
});

import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { agreements } from '../room.ts';

let stand: TestApp;
let parties: Parties;
let by: SignedIn;
let [buyer, other, supplier] = ['', '', ''];
const today = '2026-04-14';
const tree = async (id: string) => (await by.get(`/parties/${id}`).expect(200)).body;
const acts = (what: string) =>
  stand.asOwner<{ details: { before: Record<string, unknown>; after: Record<string, unknown> } }>(
    'select details from platform.door_audit_entry where act = $1 order by id',
    [`party.${what}-changed`],
  );

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  stand.clock.runFrom(new Date(`${today}T10:00:00Z`));
  by = await signIn(stand, parties.manager.email);
  [buyer, other] = parties.buyers.map(({ organisationId }) => organisationId) as [string, string];
  supplier = parties.suppliers[0]?.organisationId ?? '';
});
afterAll(() => stand.close());

describe('site of a buyer', () => {
  let [sector, school] = ['', ''];

  it('has a parent, numbers, a cost centre and delivery names, and is ended instead of deleted', async () => {
    sector = (
      await by.post(`/parties/${buyer}/sites`, { name: 'Oppvekst', kind: 'department', costCentre: '2100' }).expect(201)
    ).body.id;
    school = (
      await by
        .post(`/parties/${buyer}/sites`, {
          name: 'Langeland skole',
          parentId: sector,
          orgNumber: '974 635 607',
          deliveryNames: ['Langeland Skule', ' Langeland Skule ', 'Kjøkken Langeland'],
          fromOn: '2020-01-01',
        })
        .expect(201)
    ).body.id;
    await by.patch(`/parties/${buyer}/sites/${school}`, { untilOn: '2027-06-30' }).expect(204);
    const { units } = await tree(buyer);
    expect(units).toMatchObject([
      {
        name: 'Langeland skole',
        parentId: sector,
        orgNumber: '974635607',
        deliveryNames: ['Langeland Skule', 'Kjøkken Langeland'],
        fromOn: '2020-01-01',
        untilOn: '2027-06-30',
      },
      { name: 'Oppvekst', kind: 'department', costCentre: '2100', parentId: null },
    ]);
    const changes = await acts('site');
    expect(changes.at(-1)?.details).toMatchObject({ before: { untilOn: null }, after: { untilOn: '2027-06-30' } });
    await by.patch(`/parties/${buyer}/sites/${school}`, { untilOn: '2027-06-30' }).expect(204);
    expect(await acts('site')).toHaveLength(changes.length);
  });

  it.each([
    ['91234567', 'org-number-length'],
    ['974635608', 'org-number-check-digit'],
    ['999 999 999', 'org-number-placeholder'],
    ['9,12E+08', 'org-number-lost-precision'],
    ['311047116', 'org-number-test-number'],
    ['944117784', 'org-number-of-organisation'],
    ['974635607', 'org-number-of-unit'],
  ])('rejects the number %j with %s', async (orgNumber, code) => {
    const { body } = await by.post(`/parties/${other}/sites`, { name: `Sted ${code}`, orgNumber }).expect(422);
    expect(body).toMatchObject({ code: 'party-invalid', issues: [{ code, path: 'orgNumber' }] });
  });

  it('accepts a number in the format of spreadsheets', async () => {
    await by.post(`/parties/${other}/sites`, { name: 'Sand skole', orgNumber: '912346706.0' }).expect(201);
    expect((await tree(other)).units).toMatchObject([{ name: 'Sand skole', orgNumber: '912346706' }]);
  });

  it('accepts a parent of the same buyer only, and never one of its own descendants', async () => {
    await by.post(`/parties/${other}/sites`, { name: 'Fremmed', parentId: sector }).expect(404);
    expect(
      (await by.patch(`/parties/${buyer}/sites/${sector}`, { parentId: school }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'unit-above-itself' }]);
    expect(
      (await by.patch(`/parties/${buyer}/sites/${school}`, { untilOn: '2019-01-01' }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'ends-before-it-starts' }]);
    expect(
      (await by.post(`/parties/${buyer}/sites`, { name: 'LANGELAND skole' }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'unit-known' }]);
  });
});

describe('jointly owned buyer', () => {
  it('has a kind, a host and owners with shares and validity dates', async () => {
    const { body: made } = await by.post('/parties', { kind: 'buyer', name: 'GIVAS IKS' }).expect(201);
    await by.put(`/parties/${made.id}/buyer-type`, { kind: 'iks', hostId: buyer }).expect(204);
    await by.post(`/parties/${made.id}/owners`, { memberId: buyer, share: '0.6', fromOn: '2020-01-01' }).expect(204);
    await by.post(`/parties/${made.id}/owners`, { memberId: other, share: '0.4', fromOn: '2020-01-01' }).expect(204);
    await by.post(`/parties/${made.id}/owners/${other}/end`, { untilOn: '2025-12-31' }).expect(204);
    expect(
      (await by.post(`/parties/${made.id}/owners`, { memberId: other, share: '0.5', fromOn: '2026-01-01' }).expect(422))
        .body.issues,
    ).toMatchObject([{ code: 'shares-over-whole' }]);
    expect(
      (await by.post(`/parties/${made.id}/owners`, { memberId: other, fromOn: '2025-06-01' }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'member-already' }]);
    expect(await tree(made.id)).toMatchObject({
      body: { kind: 'iks', hostName: 'Kongsvinger kommune' },
      members: [
        { share: '0.6', untilOn: null },
        { share: '0.4', untilOn: '2025-12-31' },
      ],
    });
    expect(await tree(buyer)).toMatchObject({
      hosted: [{ name: 'GIVAS IKS' }],
      memberOf: [{ name: 'GIVAS IKS', share: '0.6' }],
    });
  });
});

describe('related entity of a supplier', () => {
  it('is a branch, payee, predecessor or registration abroad, with number and validity', async () => {
    const path = `/parties/${supplier}/related-entities`;
    const { body: branch } = await by
      .post(path, { kind: 'branch', name: 'Avd. Elverum', orgNumber: '974760673' })
      .expect(201);
    await by
      .post(path, { kind: 'registration-abroad', name: 'Finnskog AB', foreignNumber: '556677-8899', country: 'SE' })
      .expect(201);
    expect(
      (await by.post(path, { kind: 'predecessor', name: 'Gamle', orgNumber: '974760673' }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'number-of-another', params: { expected: 'Avd. Elverum' } }]);
    await by.patch(`${path}/${branch.id}`, { untilOn: '2025-12-31' }).expect(204);
    await by
      .post(path, { kind: 'predecessor', name: 'Gamle', orgNumber: '974760673', fromOn: '2026-01-01' })
      .expect(201);
    expect(
      (await by.post(path, { kind: 'branch', name: 'Feil', foreignNumber: '1' }).expect(422)).body.issues,
    ).toMatchObject([{ code: 'foreign-without-country' }]);
    expect((await tree(supplier)).belongings).toMatchObject([
      { kind: 'branch', untilOn: '2025-12-31' },
      { kind: 'predecessor' },
      { kind: 'registration-abroad', foreignNumber: '556677-8899', country: 'SE' },
    ]);
  });
});

describe('learned rule', () => {
  it('is listed with its origin, revoked and restored', async () => {
    const { body: number } = await by
      .post(`/parties/${supplier}/customer-numbers`, { number: '10423', buyerId: buyer, fromOn: '2026-01-01' })
      .expect(201);
    const { body: alias } = await by
      .post(`/parties/${supplier}/aliases`, { text: 'Kongsv. skulekjøkken', buyerId: buyer })
      .expect(201);
    const lesson = (id: string) => `/parties/${supplier}/learned-rules/${id}`;
    await by.put(lesson(number.id), { acts: false }).expect(204);
    await by.put(lesson(alias.id), { acts: false }).expect(204);
    const shown = await tree(supplier);
    expect(shown.numbers).toMatchObject([
      { number: '10423', origin: 'taught', buyerName: 'Kongsvinger kommune', undoneAt: expect.any(String) },
    ]);
    expect(shown.aliases).toMatchObject([{ text: 'Kongsv. skulekjøkken', undoneAt: expect.any(String) }]);
    await by.post(`/parties/${supplier}/customer-numbers`, { number: '10423', buyerId: other }).expect(201);
    expect((await by.put(lesson(number.id), { acts: true }).expect(422)).body.issues).toMatchObject([
      { code: 'customer-number-held', params: { expected: 'Nord-Odal kommune' } },
    ]);
    await by.put(lesson(alias.id), { acts: true }).expect(204);
    expect((await tree(buyer)).aliases).toMatchObject([
      { text: 'Kongsv. skulekjøkken', supplierName: 'Finnskog Storkjøkken Engros', undoneAt: null },
    ]);
  });

  it('is replaced by a newer rule for the same text, and stays visible', async () => {
    await by.post(`/parties/${supplier}/aliases`, { text: 'Kongsv. skulekjøkken', buyerId: other }).expect(201);
    const { aliases } = await tree(supplier);
    expect(
      aliases.map(({ buyerName, undoneAt }: { buyerName: string; undoneAt: string | null }) => [
        buyerName,
        undoneAt === null,
      ]),
    ).toEqual([
      ['Kongsvinger kommune', false],
      ['Nord-Odal kommune', true],
    ]);
  });
});

describe('organisation change of a buyer', () => {
  it('is recorded on its day, revoked and restored', async () => {
    const { body: made } = await by.post('/parties', { kind: 'buyer', name: 'Odal kommune' }).expect(201);
    const { body: merger } = await by
      .post('/organisation-changes', {
        kind: 'merged',
        onDate: '2026-01-01',
        fromIds: [other],
        toIds: [made.id],
        note: 'Vedtatt i Stortinget',
      })
      .expect(201);
    expect((await tree(other)).events).toMatchObject([
      {
        kind: 'merged',
        onDate: '2026-01-01',
        from: [{ name: 'Nord-Odal kommune' }],
        to: [{ name: 'Odal kommune' }],
        undoneAt: null,
      },
    ]);
    expect((await by.get('/parties')).body.find(({ id }: { id: string }) => id === other)).toMatchObject({
      succeeded: true,
    });
    await by.post(`/organisation-changes/${merger.id}/revoke`, { acts: false }).expect(204);
    expect((await by.get('/parties')).body.find(({ id }: { id: string }) => id === other)).toMatchObject({
      succeeded: false,
    });
    expect(
      (
        await by
          .post('/organisation-changes', { kind: 'split', onDate: today, fromIds: [other], toIds: [made.id] })
          .expect(422)
      ).body.issues,
    ).toMatchObject([{ code: 'split-into-several' }]);
  });

  it('changes the name of a buyer, and restores it when revoked', async () => {
    const { body } = await by
      .post('/organisation-changes', {
        kind: 'renamed',
        onDate: '2026-04-01',
        fromIds: [buyer],
        newName: 'Kongsvinger bykommune',
      })
      .expect(201);
    expect(await tree(buyer)).toMatchObject({
      name: 'Kongsvinger bykommune',
      events: [{ formerName: 'Kongsvinger kommune', newName: 'Kongsvinger bykommune' }],
    });
    await by.post(`/organisation-changes/${body.id}/revoke`, { acts: false }).expect(204);
    expect(await tree(buyer)).toMatchObject({
      name: 'Kongsvinger kommune',
      events: [{ undoneAt: expect.any(String) }],
    });
    expect(
      (
        await by
          .post('/organisation-changes', { kind: 'renamed', onDate: '2027-01-01', fromIds: [buyer], newName: 'Senere' })
          .expect(422)
      ).body.issues,
    ).toMatchObject([{ code: 'renamed-later' }]);
  });
});

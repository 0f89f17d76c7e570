import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { catalogue } from './room.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

interface Row {
  readonly code: string;
  readonly category: string | null;
  readonly product: string | null;
  readonly how: string;
  readonly confidence: string | null;
  readonly reason: string | null;
}

const rows = async (query: string) => (await manager.get(`/category-mappings?${query}`).expect(200)).body as Row[];
const one = async (system: string, code: string) => (await rows(`system=${system}`)).find((row) => row.code === code);
const correct = async (body: object) =>
  (await manager.post('/mapping-corrections', { reason: 'Sett over.', ...body }).expect(201)).body as {
    id: string;
    corrected: number;
  };
const undo = (id: string) => manager.post(`/mapping-corrections/${id}/revoke`, { reason: 'Angret.' });

describe('category mappings', () => {
  it('lists mappings with confidence, filtered by list, category, name and confidence', async () => {
    expect(await one('cpv', '39')).toMatchObject({
      category: 'furniture',
      how: 'reviewed',
      confidence: '0.75',
      name: { nb: expect.stringContaining('Møbler') },
    });
    expect(await one('unspsc', '56')).toMatchObject({ category: 'furniture', confidence: '0.90' });
    expect(await one('unspsc', '50201706')).toMatchObject({ category: 'food', product: 'coffee', confidence: '0.95' });
    expect(await one('kostra', '115')).toMatchObject({ category: 'food', confidence: '0.80' });
    expect(await one('kostra', '120')).toMatchObject({ category: 'other', confidence: '0.50' });
    expect((await rows('system=cpv&category=fuel')).map(({ code }) => code)).toEqual(['091']);
    expect((await rows('system=cpv&text=hotell')).map(({ code }) => code)).toEqual(['55']);
    expect((await rows('system=kostra&below=0.6')).map(({ code }) => code)).toEqual([
      '120',
      '165',
      '170',
      '195',
      '200',
      '270',
      '370',
    ]);
    expect((await rows('system=cpv&after=9')).map(({ code }) => code)).toEqual(['90', '92', '98']);
    for (const system of ['cpv', 'unspsc'])
      for (const row of await rows(`system=${system}`))
        expect(row).toMatchObject({ name: { nb: expect.any(String), nn: expect.any(String), en: expect.any(String) } });
  });

  it('classifies an item by its name, otherwise by its agreement', async () => {
    const items = await rows('system=item');
    expect(items.find(({ code }) => code.endsWith(':00512'))).toMatchObject({
      category: 'food',
      product: 'beef',
      how: 'name',
      confidence: '0.80',
    });
  });
});

describe('mapping correction', () => {
  it('corrects many codes at once with a reason, and restores the previous meaning when revoked', async () => {
    const codes = ['33', '37'];
    const { id, corrected } = await correct({ system: 'cpv', codes, category: 'education' });
    expect(corrected).toBe(2);
    expect(await one('cpv', '33')).toMatchObject({
      category: 'education',
      how: 'person',
      confidence: '1.00',
      decidedBy: 'Samkjøp',
      reason: 'Sett over.',
    });
    const later = await correct({ system: 'cpv', codes: ['33'], category: 'other' });
    expect(await one('cpv', '33')).toMatchObject({ category: 'other' });
    // The first correction is revoked only for codes without a later correction.
    expect((await undo(id).expect(201)).body.corrected).toBe(1);
    expect(await one('cpv', '37')).toMatchObject({ category: 'education', how: 'reviewed' });
    expect(await one('cpv', '33')).toMatchObject({ category: 'other' });
    expect((await undo(id).expect(409)).body.code).toBe('mapping-correction-already-revoked');
    await undo(later.id).expect(201);
    expect(await one('cpv', '33')).toMatchObject({ category: 'education', how: 'person' });
    const listed = (await manager.get('/mapping-corrections').expect(200)).body;
    expect(listed.map(({ codes: count, undone }: { codes: number; undone: boolean }) => [count, undone])).toEqual([
      [1, false],
      [1, false],
      [1, true],
      [2, true],
    ]);
  });

  it('adds codes that the lists lack, and reports invalid ones', async () => {
    await correct({ system: 'cpv', codes: ['39162'], category: 'education' });
    expect(await one('cpv', '39162')).toMatchObject({ category: 'education', how: 'person' });
    const refused = async (body: object) =>
      (await manager.post('/mapping-corrections', { reason: 'x', ...body }).expect(422)).body.issues.map(
        ({ code }: { code: string }) => code,
      );
    expect(await refused({ system: 'cpv', codes: ['møbler', '39'], category: 'nowhere' })).toEqual([
      'category-unknown',
      'code-of-other-system',
    ]);
    expect(await refused({ system: 'kostra', codes: ['115'] })).toEqual(['meaning-missing']);
    const blank = await manager
      .post('/mapping-corrections', { system: 'cpv', codes: ['39'], category: 'ict', reason: ' ' })
      .expect(400);
    expect(blank.body.issues).toEqual([expect.objectContaining({ path: 'reason', code: 'isLength' })]);
    await manager
      .post('/items/classify', {
        items: [{ supplierId: parties.suppliers[0]!.organisationId, itemNumber: '00512' }],
        product: 'pork',
        reason: ' ',
      })
      .expect(400);
    expect(await refused({ system: 'unspsc', codes: ['50'], product: 'coffee' })).toEqual(['product-of-a-group']);
    expect(await refused({ system: 'item', codes: ['xx'], product: 'nothing' })).toEqual([
      'product-unknown',
      'code-of-other-system',
    ]);
    await manager
      .post('/mapping-corrections', {
        system: 'item',
        codes: [`${parties.suppliers[0]!.organisationId}:nei`],
        product: 'milk',
        reason: 'x',
      })
      .expect(404);
  });

  it('of items equals a classification through the items API', async () => {
    const code = `${parties.suppliers[0]!.organisationId}:00512`;
    const { id } = await correct({ system: 'item', codes: [code], category: 'other' });
    expect((await rows('system=item')).find((row) => row.code === code)).toMatchObject({
      category: 'other',
      product: null,
      how: 'person',
    });
    await manager
      .post('/items/classify', {
        items: [{ supplierId: parties.suppliers[0]!.organisationId, itemNumber: '00512' }],
        product: 'pork',
        reason: 'Svin.',
      })
      .expect(201);
    expect((await rows('system=item')).find((row) => row.code === code)).toMatchObject({
      category: 'food',
      product: 'pork',
    });
    expect((await undo(id).expect(409)).body.code).toBe('mapping-correction-superseded');
  });

  it('requires permission to correct, and lets buyers read', async () => {
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer.get('/category-mappings?system=cpv').expect(200);
    await buyer
      .post('/mapping-corrections', { system: 'cpv', codes: ['39'], category: 'ict', reason: 'x' })
      .expect(403);
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get('/category-mappings?system=cpv').expect(403);
    expect(
      (await supplier.get('/categories').expect(200)).body.find(({ code }: { code: string }) => code === 'education')
        .cpvPrefixes,
    ).toEqual(['221', '37', '80']);
  });
});

import { UnitOfWork } from '@tallgrunn/platform';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import categories from './data/categories.json';
import { ListCategories } from './list-categories.ts';
import { catalogue } from './room.ts';

let stand: TestApp;
let parties: Parties;

beforeAll(async () => {
  stand = await setUpTestApp([identity, catalogue]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

describe('catalogue', () => {
  it('lists the categories in order, with names in three languages and their mappings', async () => {
    const listed = await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(ListCategories).run());
    expect(listed.map(({ code }) => code)).toEqual(categories.map(({ code }) => code));
    expect(listed[0]).toMatchObject({
      code: 'food',
      name: { nb: 'Mat og drikke', en: 'Food and drink' },
      cpvPrefixes: ['03', '15', '555'],
    });
    expect(listed[0]?.accounts).toContainEqual({ system: 'kostra', code: '115' });
  });

  it('distinguishes accounts of two charts: KOSTRA 115 is food, DFØ 115 is a plot of land', async () => {
    const rows = await stand.asOwner(
      'select account_system, category_code from catalogue.account_category where account_code = $1 order by 1',
      ['115'],
    );
    expect(rows).toEqual([
      { account_system: 'dfo', category_code: 'construction' },
      { account_system: 'kostra', category_code: 'food' },
    ]);
  });

  it('responds to all sides, but only to signed-in users', async () => {
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    const { body } = await supplier.get('/categories').expect(200);
    expect(body).toHaveLength(16);
    await supplier.delete('/session');
    await supplier.get('/categories').expect(401);
  });
});

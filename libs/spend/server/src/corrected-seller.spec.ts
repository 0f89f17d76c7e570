import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let [first, second] = ['', ''];

const sellersOf = (number: string) =>
  stand
    .get(UnitOfWork)
    .run({ ...parties.buyers[0]!.actor }, async () =>
      (
        await stand
          .get(Database)
          .query<{ id: string }>('select supplier_id as id from spend.door_seller_identifier where number = $1', [
            number,
          ])
      ).map(({ id }) => id),
    );
const correct = (id: string, orgNumber: string) =>
  manager.post(`/organisations/${id}/correct`, { orgNumber, reason: 'Feil nummer.' }).expect(204);

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  [first, second] = parties.suppliers.map(({ organisationId }) => organisationId) as [string, string];
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

describe('supplier with a corrected number', () => {
  it('has the lines of both numbers, as the buyer sees them', async () => {
    await correct(first, '974760673');
    expect([await sellersOf('974760673'), await sellersOf('311047116')]).toEqual([[first], [first]]);
  });

  it('loses the former number when another supplier is given it', async () => {
    await correct(first, '974635607');
    await correct(second, '974760673');
    expect([await sellersOf('974760673'), await sellersOf('974635607'), await sellersOf('311082272')]).toEqual([
      [second],
      [first],
      [second],
    ]);
  });

  it('loses the former number when it is registered as a branch of another supplier', async () => {
    await manager
      .post(`/parties/${second}/related-entities`, { kind: 'branch', name: 'Avdeling', orgNumber: '912346706' })
      .expect(201);
    await correct(first, '964950768');
    expect(await sellersOf('974635607')).toEqual([first]);
    await manager
      .post(`/parties/${second}/related-entities`, { kind: 'branch', name: 'Avdeling nord', orgNumber: '974635607' })
      .expect(201);
    expect(await sellersOf('974635607')).toEqual([second]);
  });
});

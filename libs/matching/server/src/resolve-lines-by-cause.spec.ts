import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from './match-lines.ts';
import { matching } from './room.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
let stand: TestApp;
let parties: Parties;
let manager: Agent;
let buyer: Agent;

const match = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
const open = { side: 'booked', state: 'booked-not-reported', said: 'report-missing' };
const waiting = async (who: Agent) =>
  (await who.get('/matching/line-resolutions?waiting=yes').expect(200)).body as {
    id: string;
    amount: string;
    together: { lines: number; amount: string } | null;
    holds: boolean;
  }[];
const causes = async () =>
  (
    (await manager.get('/matching/lines?side=booked&state=booked-not-reported').expect(200)).body as {
      amount: string;
      cause: string;
    }[]
  ).map(({ amount, cause }) => [amount, cause]);

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  const lines = ['60000.00', '30000.00', '20000.00'].map((net, at) => ({
    quantity: '1',
    unit: 'EA',
    net,
    price: net,
    name: `Ovn ${at + 1}`,
    sellerNumber: `77${at}`,
  }));
  const xml = sampleUbl({
    id: '9100',
    issuedOn: '2026-03-05',
    seller: { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
    buyer: { orgNumber: '944117784', name: 'Kongsvinger kommune' },
    lines,
  });
  await postBatch(stand, parties.manager.actor, 'faktura.xml', xml, {
    kind: 'invoices',
    buyerId: parties.buyers[0]!.organisationId,
  });
  await match();
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

describe('one answer to many lines', () => {
  it('requires second approval where the total exceeds the limit, although no line does', async () => {
    expect(
      (
        await manager
          .post('/matching/line-resolutions/by-cause', {
            ...open,
            cause: 'not-reported',
            reason: 'Ikke rapportert ennå.',
          })
          .expect(201)
      ).body,
    ).toEqual({ answered: 3, needsSecond: true });
    await match();
    expect(await causes()).toEqual([
      ['60000.00', 'report-missing'],
      ['30000.00', 'report-missing'],
      ['20000.00', 'report-missing'],
    ]);
    expect(await waiting(buyer)).toMatchObject([
      { amount: '60000.00', together: { lines: 3, amount: '110000.00' }, holds: false },
    ]);
  });

  it('is approved once for all lines, by another person', async () => {
    const [first] = await waiting(manager);
    expect((await manager.post(`/matching/pair-decisions/${first!.id}/approve`, {}).expect(409)).body.code).toBe(
      'second-approver-required',
    );
    await buyer.post(`/matching/pair-decisions/${first!.id}/approve`, {}).expect(201);
    expect(await waiting(manager)).toEqual([]);
    await match();
    expect(await causes()).toEqual([
      ['60000.00', 'not-reported'],
      ['30000.00', 'not-reported'],
      ['20000.00', 'not-reported'],
    ]);
  });

  it('is revoked by one person, and takes effect at once below the limit', async () => {
    const said = { ...open, said: 'not-reported', reason: 'Rapporten er kommet.' };
    expect((await buyer.post('/matching/line-resolutions/by-cause', said).expect(201)).body).toEqual({
      answered: 3,
      needsSecond: false,
    });
    await match();
    expect((await causes()).map(([, cause]) => cause)).toEqual(['report-missing', 'report-missing', 'report-missing']);
    const answers = (await manager.get('/matching/line-resolutions').expect(200)).body as { together: unknown }[];
    expect(answers.map(({ together }) => together)).toEqual(Array.from({ length: 6 }, () => null));
  });
});

import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import {
  admitColleague,
  setUpMember,
  setUpParties,
  signIn,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from './match-lines.ts';
import { matching } from './room.ts';

let stand: TestApp;
let parties: Parties;
/** The buyer's administrator, created by the operator, and two clerks invited by the administrator. */
let administrator: SignedIn;
let clerk: SignedIn;
let colleague: SignedIn;
/** A contract manager of the cooperative. */
let manager: SignedIn;

interface Line {
  readonly documentId: string;
  readonly lineNo: number;
  readonly amount: string;
}
/** Twelve lines of NOK 60,000 and one of NOK 15,000, not yet answered. */
let lines: Line[];

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  await setUpAgreement(stand, parties);
  const nets = [...Array.from({ length: 12 }, () => '60000.00'), '15000.00'];
  const items = nets.map((net, at) => ({
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
    lines: items,
  });
  await postBatch(stand, parties.manager.actor, 'faktura.xml', xml, {
    kind: 'invoices',
    buyerId: parties.buyers[0]!.organisationId,
  });
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
  const head = await setUpMember(stand, parties, parties.buyers[0]!, 'buyer-administrator', 'hode@example.no');
  for (const email of ['en@example.no', 'to@example.no']) await admitColleague(stand, head.actor, 'buyer', email);
  [administrator, clerk, colleague, manager] = [
    await signIn(stand, head.email),
    await signIn(stand, 'en@example.no'),
    await signIn(stand, 'to@example.no'),
    await signIn(stand, parties.manager.email),
  ];
  lines = (await manager.get('/matching/lines?side=booked&state=booked-not-reported').expect(200)).body;
});
afterAll(() => stand.close());
afterEach(async () => {
  await stand.asOwner('alter table matching.line_resolution disable trigger user');
  await stand.asOwner('delete from matching.second_approval');
  await stand.asOwner('delete from matching.line_resolution');
  await stand.asOwner('alter table matching.line_resolution enable trigger user');
});

const answer = (by: SignedIn, { documentId, lineNo }: Line, cause: string | null = 'not-reported') =>
  by.post('/matching/line-resolutions', {
    side: 'booked',
    documentId,
    lineNo,
    ...(cause && { cause }),
    reason: 'Ikke rapportert ennå.',
  });
const needsSecond = async (by: SignedIn, line: Line, cause?: string | null) =>
  (await answer(by, line, cause).expect(201)).body.needsSecond as boolean;

describe('the limit for decisions by one person', () => {
  it('sums decisions per buyer and day, so that a large amount cannot be split', async () => {
    const large = lines.filter(({ amount }) => amount === '60000.00');
    const needed = [];
    for (const line of large) needed.push(await needsSecond(clerk, line));
    expect(needed).toEqual([false, ...Array.from({ length: 11 }, () => true)]);
  });

  it('sums decisions of people who depend on each other', async () => {
    expect([
      await needsSecond(clerk, lines[0]!),
      await needsSecond(colleague, lines[1]!),
      await needsSecond(administrator, lines[2]!),
    ]).toEqual([false, true, true]);
    expect(await needsSecond(manager, lines[3]!)).toBe(false);
  });

  it('counts a line once, and excludes revoked and approved decisions', async () => {
    expect([await needsSecond(clerk, lines[0]!), await needsSecond(clerk, lines[0]!, 'timing')]).toEqual([
      false,
      false,
    ]);
    await answer(clerk, lines[0]!, null).expect(201);
    expect(await needsSecond(clerk, lines[1]!)).toBe(false);
    const { id } = (await answer(clerk, lines[2]!).expect(201)).body;
    await manager.post(`/matching/pair-decisions/${id}/approve`, {}).expect(201);
    expect(
      await needsSecond(
        clerk,
        lines.find(({ amount }) => amount === '15000.00')!,
      ),
    ).toBe(false);
  });

  it('starts from zero the next day', async () => {
    expect(await needsSecond(clerk, lines[0]!)).toBe(false);
    await stand.asOwner(`update matching.line_resolution set decided_at = decided_at - interval '1 day'`);
    expect(await needsSecond(clerk, lines[1]!)).toBe(false);
  });

  it('counts bulk answers', async () => {
    expect(await needsSecond(clerk, lines[0]!)).toBe(false);
    const rest = {
      side: 'booked',
      state: 'booked-not-reported',
      said: 'report-missing',
      cause: 'not-reported',
      reason: 'Ikke rapportert ennå.',
    };
    expect((await clerk.post('/matching/line-resolutions/by-cause', rest).expect(201)).body).toEqual({
      answered: 13,
      needsSecond: true,
    });
  });

  it('accepts one of twelve parallel answers', async () => {
    const answers = await Promise.all(
      lines
        .filter(({ amount }) => amount === '60000.00')
        .map((line, at) => answer(at % 2 === 0 ? clerk : colleague, line)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect(answers.filter(({ body }) => !body.needsSecond)).toHaveLength(1);
  });
});

describe('a second approval', () => {
  it('rejects people who got access from each other or from the same person', async () => {
    await answer(clerk, lines[0]!).expect(201);
    const { id } = (await answer(clerk, lines[1]!).expect(201)).body;
    for (const by of [colleague, administrator]) {
      const { status, body } = await by.post(`/matching/pair-decisions/${id}/approve`, {});
      expect([status, body.code, body.params]).toEqual([
        422,
        'approver-not-independent',
        expect.objectContaining({ subject: 'matching-decision', origin: 'hode@example.no' }),
      ]);
      // Giving the same answer is also a second approval.
      expect((await answer(by, lines[1]!)).body.code).toBe('approver-not-independent');
    }
    await manager.post(`/matching/pair-decisions/${id}/approve`, {}).expect(201);
  });

  it('is rejected by the database when one person gives both', async () => {
    const { id } = (await answer(clerk, lines[0]!).expect(201)).body;
    await expect(
      stand.asOwner(
        `insert into matching.second_approval (cooperative_id, decision_id, id, buyer_id, confirmed_by, confirmed_at) select cooperative_id, id, id, buyer_id, decided_by, now() from matching.line_resolution where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/another person/);
  });
});

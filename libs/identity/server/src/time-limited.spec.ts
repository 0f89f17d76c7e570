import { Clock, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { addDays, osloDate } from '@tallgrunn/values';
import { identity } from './room.ts';
import { SetUpParties } from './set-up-parties.ts';
import {
  acceptInvitation,
  mailedInvitation,
  setUpParties,
  signIn,
  TEST_PASSWORD,
  type Parties,
  type SignedIn,
} from './testing.ts';

interface SessionView {
  readonly memberships: readonly object[];
  readonly permissions: readonly string[];
}

let stand: TestApp;
let parties: Parties;
let administrator: SignedIn;
const email = 'revisor@revisjon.example';
const today = () => osloDate(stand.get(Clock).now());
const invite = (body: object) => administrator.post('/colleagues/invitations', { email, role: 'auditor', ...body });

/** Accepts the newest invitation e-mailed to an address. */
async function accepted(address = email): Promise<SessionView> {
  const { status, body } = await acceptInvitation(stand, await mailedInvitation(stand, address), {
    name: 'Reidun Revisor',
  });
  expect(status).toBe(201);
  return body.session;
}

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  const { organisationId } = parties.manager;
  await stand.get(UnitOfWork).run({ ...parties.system }, () =>
    stand.get(SetUpParties).addMember({
      organisationId,
      role: 'administrator',
      name: 'Wenche',
      email: 'wenche@example.no',
      password: TEST_PASSWORD,
    }),
  );
  administrator = await signIn(stand, 'wenche@example.no');
});
afterAll(() => stand.close());

describe('auditor', () => {
  it('requires an end date from today to a year ahead', async () => {
    for (const [endsOn, code] of [
      [undefined, 'end-missing'],
      [addDays(today(), -1), 'end-outside'],
      [addDays(today(), 367), 'end-outside'],
    ] as const) {
      const { body } = await invite({ endsOn }).expect(422);
      expect(body.issues).toMatchObject([
        { code, path: 'endsOn', params: { earliest: today(), latest: addDays(today(), 366) } },
      ]);
    }
    await invite({ endsOn: 'soon' }).expect(400);
    await invite({ endsOn: addDays(today(), 10) }).expect(201);
    const session = await accepted();
    expect(session).toMatchObject({
      acting: expect.any(String),
      memberships: [{ role: 'auditor', endsAt: expect.any(String) }],
    });
    expect(session.permissions).toEqual(expect.arrayContaining(['emissions.audit', 'emissions.read']));
    expect(
      session.permissions.filter((name: string) =>
        /write|submit|publish|rule|choose|decide|import|invite|tell|manage/.test(name),
      ),
    ).toEqual([]);
    expect((await administrator.get('/colleagues').expect(200)).body).toContainEqual(
      expect.objectContaining({ email, role: 'auditor', state: 'member', endsAt: expect.any(String) }),
    );
  });

  it('has no access after that day, and a new invitation restores the same membership', async () => {
    await stand.asOwner(`update identity.membership set ends_at = now() - interval '1 hour' where role = 'auditor'`);
    const auditor = await signIn(stand, email);
    expect((await auditor.get('/session')).body).toMatchObject({ memberships: [], acting: null, permissions: [] });
    const { body } = await invite({ endsOn: today() }).expect(201);
    expect(new Date(body.expiresAt).getTime() - stand.get(Clock).now().getTime()).toBeLessThan(25 * 3600_000);
    expect((await accepted()).memberships).toHaveLength(1);
    expect(
      await stand.asOwner(`select count(*)::int as memberships from identity.membership where role = 'auditor'`),
    ).toEqual([{ memberships: 1 }]);
  });

  it('allows an end date for other roles', async () => {
    await administrator
      .post('/colleagues/invitations', {
        email: 'vikar@example.no',
        role: 'contract-manager',
        endsOn: addDays(today(), 5),
      })
      .expect(201);
    expect((await accepted('vikar@example.no')).memberships[0]).toMatchObject({
      role: 'contract-manager',
      endsAt: expect.any(String),
    });
  });
});

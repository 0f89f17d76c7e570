import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { startAllRooms } from '@tallgrunn/app-server/testing';
import {
  acceptInvitation,
  mailedInvitation,
  setUpMember,
  setUpParties,
  signIn,
  type Parties,
  type SignedIn,
} from '@tallgrunn/identity-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import { limits } from '@tallgrunn/values';

const {
  perPersonHourMax,
  perPersonDayMax,
  perOrganisationHourMax,
  perOrganisationDayMax,
  openMax,
  contactsPerHourMax,
} = limits.invitation;

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let agreementId = '';

beforeAll(async () => {
  stand = await startAllRooms();
  parties = await setUpParties(stand);
  ({ agreementId } = await setUpAgreement(stand, parties));
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());
beforeEach(() => stand.asOwner('delete from identity.invitation'));

const supplierId = (): string => parties.suppliers[1]!.organisationId;
const invite = (email: string, sender = manager) => sender.post(`/suppliers/${supplierId()}/invitations`, { email });
/** Returns the status, and the limit that was reached with its figures. */
async function resultOf(email: string, sender = manager): Promise<unknown[]> {
  const { status, body } = await invite(email, sender);
  return status === 201
    ? [status]
    : [status, body.code, body.params.scope, body.params.max, body.params.retryAfterSeconds];
}

const DAY_MINUTES = 24 * 60;
/** Returns the time `minutes` before now, by the product's clock. */
const ago = (minutes: number): Date => new Date(stand.clock.now().getTime() - minutes * 60_000);
const moveAll = (minutes: number) => stand.asOwner('update identity.invitation set created_at = $1', [ago(minutes)]);

interface Sent {
  readonly count: number;
  readonly minutesAgo: number;
  readonly personId?: string | null;
  readonly isRegisteredContact?: boolean;
  readonly isAccepted?: boolean;
}

/** Inserts earlier invitations of the manager's organisation. */
async function sent({
  count,
  minutesAgo,
  isRegisteredContact = false,
  isAccepted = false,
  ...by
}: Sent): Promise<void> {
  const { personId = parties.manager.actor.personId } = by;
  await stand.asOwner(
    `insert into identity.invitation (cooperative_id, id, token_hash, email, organisation_id, role, invited_by, inviter_organisation_id,
       is_registered_contact, created_at, expires_at, accepted_at)
     select $1, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid() || '@nobody.example', $2, 'supplier-administrator', $3, $4,
       $5, $6, $7, $8
     from generate_series(1, $9)`,
    [
      ...[parties.cooperativeId, supplierId(), personId, parties.manager.organisationId, isRegisteredContact],
      ...[ago(minutesAgo), ago(-20 * DAY_MINUTES), isAccepted ? ago(0) : null, count],
    ],
  );
}

const colleague = async (email: string): Promise<{ personId: string | null; session: SignedIn }> => {
  const { actor } = await setUpMember(stand, parties, parties.manager, 'contract-manager', email);
  return { personId: actor.personId, session: await signIn(stand, email) };
};

describe('the number of invitations', () => {
  it('is limited per person, by hour and day, and does not affect a colleague', async () => {
    const { session } = await colleague('kollega.1@example.no');
    await sent({ count: perPersonHourMax, minutesAgo: 59 });
    expect(await resultOf('a@nobody.example')).toEqual([
      429,
      'invitation-limit-reached',
      'person-hour',
      perPersonHourMax,
      3600,
    ]);
    expect(await resultOf('a@nobody.example', session)).toEqual([201]);
    await moveAll(61);
    expect(await resultOf('b@nobody.example')).toEqual([201]);
    await sent({ count: perPersonDayMax - perPersonHourMax - 1, minutesAgo: 23 * 60 });
    expect(await resultOf('c@nobody.example')).toEqual([
      429,
      'invitation-limit-reached',
      'person-day',
      perPersonDayMax,
      86_400,
    ]);
  });

  it('is limited per organisation, for all its senders', async () => {
    const { personId, session } = await colleague('kollega.2@example.no');
    const { session: third } = await colleague('kollega.3@example.no');
    await sent({ count: perPersonHourMax - 1, minutesAgo: 10 });
    await sent({ count: perOrganisationHourMax - perPersonHourMax, minutesAgo: 10, personId });
    expect(await resultOf('d@nobody.example', third)).toEqual([201]);
    for (const sender of [manager, third]) {
      const reached = [429, 'invitation-limit-reached', 'organisation-hour', perOrganisationHourMax, 3600];
      expect(await resultOf('e@nobody.example', sender)).toEqual(reached);
    }
    await moveAll(120);
    await sent({
      count: perOrganisationDayMax - perOrganisationHourMax,
      minutesAgo: 180,
      personId: null,
      isAccepted: true,
    });
    const reached = [429, 'invitation-limit-reached', 'organisation-day', perOrganisationDayMax, 86_400];
    expect(await resultOf('f@nobody.example', session)).toEqual(reached);
    await moveAll(25 * 60);
    expect(await resultOf('f@nobody.example', session)).toEqual([201]);
  });

  it('is limited for unanswered invitations of any age', async () => {
    const reached = [429, 'invitation-limit-reached', 'open', openMax, 3600];
    await sent({ count: openMax - 1, minutesAgo: 5 * DAY_MINUTES, personId: null });
    expect(await resultOf('recipient@nobody.example')).toEqual([201]);
    expect(await resultOf('g@nobody.example')).toEqual(reached);
    expect((await acceptInvitation(stand, await mailedInvitation(stand, 'recipient@nobody.example'))).status).toBe(201);
    expect(await resultOf('accepted@nobody.example')).toEqual([201]);
    expect(await resultOf('g@nobody.example')).toEqual(reached);
    const one = '(select id from identity.invitation where accepted_at is null and withdrawn_at is null limit 1)';
    for (const column of ['withdrawn_at', 'expires_at']) {
      await stand.asOwner(`update identity.invitation set ${column} = $1 where id = ${one}`, [ago(0)]);
      expect([column, await resultOf(`${column}@nobody.example`)]).toEqual([column, [201]]);
      expect(await resultOf('g@nobody.example')).toEqual(reached);
    }
  });

  it('is not limited for one organisation by those of another', async () => {
    const supplier = await signIn(stand, parties.suppliers[1]!.email);
    await sent({ count: perOrganisationHourMax, minutesAgo: 10 });
    expect(
      (await supplier.post('/colleagues/invitations', { email: 'h@nobody.example', role: 'supplier-clerk' })).status,
    ).toBe(201);
  });

  it('counts agreement contacts separately, with their own limit', async () => {
    const contact = 'kontakt@leverandor.example';
    await stand.asOwner(
      `insert into agreements.agreement_contact (cooperative_id, id, agreement_id, supplier_id, name, email, role)
       values ($1, gen_random_uuid(), $2, $3, 'Kontakt', $4, 'reporting')`,
      [parties.cooperativeId, agreementId, supplierId(), contact],
    );
    await sent({ count: perOrganisationHourMax, minutesAgo: 10 });
    await sent({ count: openMax, minutesAgo: 3 * DAY_MINUTES });
    expect((await resultOf('i@nobody.example'))[0]).toBe(429);
    expect(await resultOf(contact.toUpperCase())).toEqual([201]);
    await stand.asOwner('delete from identity.invitation');
    await sent({ count: contactsPerHourMax, minutesAgo: 10, isRegisteredContact: true });
    expect(await resultOf(contact)).toEqual([
      429,
      'invitation-limit-reached',
      'contacts-hour',
      contactsPerHourMax,
      3600,
    ]);
    expect(await resultOf('i@nobody.example')).toEqual([201]);
  });
});

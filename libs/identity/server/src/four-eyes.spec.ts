import { randomUUID } from 'node:crypto';
import { Problem, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import { FourEyes } from './four-eyes.ts';
import { ListColleagues, type ColleagueAdmission } from './list-colleagues.ts';
import { identity } from './room.ts';
import { admitColleague, setUpMember, setUpParties, signIn, type Parties, type Party } from './testing.ts';
import { VouchForColleague } from './vouch-for-colleague.ts';

let stand: TestApp;
let parties: Parties;
/** Two administrators whom the operator set up. */
let anna: Party;
let berit: Party;

beforeAll(async () => {
  stand = await setUpTestApp([identity]);
  parties = await setUpParties(stand);
  anna = await setUpMember(stand, parties, parties.manager, 'administrator', 'anna@example.no');
  berit = await setUpMember(stand, parties, parties.manager, 'administrator', 'berit@example.no');
});
afterAll(() => stand.close());

let count = 0;
const invitedBy = (inviter: Party, role: Parameters<typeof admitColleague>[2] = 'administrator') =>
  admitColleague(stand, inviter.actor, role, `nr${(count += 1)}@example.no`);
const as = <T>({ actor }: Party, work: () => Promise<T>) => stand.get(UnitOfWork).run({ ...actor }, work);
const id = ({ actor }: Party) => actor.personId ?? '';

/** Returns the problem code when `second` approves a proposal of `first`; 'independent' when there is none. */
async function approving(first: Party, second: Party): Promise<string> {
  try {
    await as(second, () => stand.get(FourEyes).requireIndependent('factor-assignment', [id(first)]));
    return 'independent';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  }
}
const both = async (one: Party, other: Party) => [await approving(one, other), await approving(other, one)];
const vouch = (voucher: Party, colleague: Party) =>
  as(voucher, () => stand.get(VouchForColleague).run(colleague.actor.membershipId ?? ''));
const admissionOf = async (reader: Party, colleague: Party): Promise<ColleagueAdmission | null | undefined> =>
  (await as(reader, () => stand.get(ListColleagues).run())).find((row) => row.id === colleague.actor.membershipId)
    ?.admission;

const DEPENDENT = ['approver-not-independent', 'approver-not-independent'];
const INDEPENDENT = ['independent', 'independent'];

describe('FourEyes', () => {
  it('treats persons set up by the operator as independent', async () =>
    expect(await both(anna, berit)).toEqual(INDEPENDENT));

  it('requires a second person', async () => {
    expect(await approving(anna, anna)).toBe('second-person-required');
    await expect(
      stand
        .get(UnitOfWork)
        .run(parties.system, () => stand.get(FourEyes).requireIndependent('factor-assignment', [id(anna)])),
    ).rejects.toMatchObject({ code: 'second-person-required' });
  });

  it('treats inviter and invited, chains, and persons of one inviter as dependent', async () => {
    const child = await invitedBy(anna, 'contract-manager');
    const administrator = await invitedBy(anna);
    const grandchild = await invitedBy(administrator);
    const great = await invitedBy(grandchild);
    for (const [one, other] of [
      [anna, child],
      [anna, grandchild],
      [anna, great],
      [child, administrator],
      [child, great],
    ] as const)
      expect(await both(one, other)).toEqual(DEPENDENT);
    expect(await both(berit, great)).toEqual(INDEPENDENT);
  });

  it('names both persons and their common inviter', async () => {
    const [one, other] = [await invitedBy(anna), await invitedBy(anna)];
    await expect(
      as(other, () => stand.get(FourEyes).requireIndependent('method-policy', [id(one)])),
    ).rejects.toMatchObject({
      status: 422,
      code: 'approver-not-independent',
      params: { subject: 'method-policy', person: one.email, other: other.email, origin: 'anna@example.no' },
    });
  });

  it('does not connect two inviters through a person whom both invited', async () => {
    const shared = await invitedBy(anna, 'contract-manager');
    await admitColleague(stand, berit.actor, 'administrator', shared.email);
    expect(await both(anna, shared)).toEqual(DEPENDENT);
    expect(await both(berit, shared)).toEqual(INDEPENDENT);
    expect(await both(anna, berit)).toEqual(INDEPENDENT);
  });

  it('keeps a person set up by the operator independent after an invitation for another role', async () => {
    const email = 'sett.opp@example.no';
    const person = await setUpMember(stand, parties, parties.manager, 'contract-manager', email);
    await admitColleague(stand, anna.actor, 'administrator', email);
    expect(await both(anna, person)).toEqual(INDEPENDENT);
  });

  it('retains a chain whose middle person was erased', async () => {
    const middle = await invitedBy(anna);
    const last = await invitedBy(middle);
    await stand.asOwner('delete from identity.person where id = $1', [id(middle)]);
    expect(await both(anna, last)).toEqual(DEPENDENT);
  });

  it('calculates a chain of three hundred persons', async () => {
    const last = await invitedBy(anna);
    const first = await invitedBy(anna);
    const members = [id(first), ...Array.from({ length: 300 }, () => randomUUID())];
    await stand.asOwner(
      `insert into identity.admission (cooperative_id, organisation_id, person_id, admitted_by, admitted_at)
       select $1, $2, n.person_id, n.admitted_by, now() from unnest($3::uuid[], $4::uuid[]) n (person_id, admitted_by)`,
      [parties.cooperativeId, parties.manager.organisationId, members.slice(1), members.slice(0, -1)],
    );
    await stand.asOwner('update identity.admission set admitted_by = $2 where person_id = $1', [
      id(last),
      members.at(-1),
    ]);
    expect(await both(anna, last)).toEqual(DEPENDENT);
    expect(await both(berit, last)).toEqual(INDEPENDENT);
  });
});

describe('vouching', () => {
  it('makes a person independent when an independent administrator vouches', async () => {
    const person = await invitedBy(anna);
    const invitedLater = await invitedBy(person);
    expect(await admissionOf(berit, person)).toEqual({
      admittedBy: 'anna@example.no',
      vouchedBy: null,
      isVouchedFor: false,
      isIndependentOfReader: true,
      isReader: false,
      mayVouch: true,
    });
    expect(await admissionOf(anna, person)).toMatchObject({ isIndependentOfReader: false, mayVouch: false });
    await vouch(berit, person);
    await vouch(berit, person);
    expect(await both(anna, person)).toEqual(INDEPENDENT);
    expect(await both(berit, person)).toEqual(INDEPENDENT);
    expect(await both(person, invitedLater)).toEqual(DEPENDENT);
    expect(await both(anna, invitedLater)).toEqual(INDEPENDENT);
    expect(await admissionOf(anna, person)).toMatchObject({
      vouchedBy: 'berit@example.no',
      isVouchedFor: true,
      isIndependentOfReader: true,
    });
    const entries = await stand.asOwner(
      'select person_id from platform.audit_entry where act = $1 and subject_id = $2',
      ['membership.vouched-for', person.actor.membershipId],
    );
    expect(entries).toEqual([{ person_id: id(berit) }]);
  });

  it('is rejected for the inviter, a person of the same inviter, an invited person, and oneself', async () => {
    const [person, sibling] = [await invitedBy(anna), await invitedBy(anna)];
    const child = await invitedBy(person);
    for (const voucher of [anna, sibling, child, person])
      await expect(vouch(voucher, person)).rejects.toMatchObject({ status: 422, code: 'voucher-not-independent' });
    expect(await both(anna, person)).toEqual(DEPENDENT);
  });

  it('is not available to administrators of other organisations or to contract managers', async () => {
    const person = await invitedBy(anna);
    const foreign = await setUpMember(stand, parties, parties.buyers[0]!, 'buyer-administrator', 'rad@example.no');
    await expect(vouch(foreign, person)).rejects.toMatchObject({ code: 'not-found' });
    const manager = await signIn(stand, parties.manager.email);
    await manager.post(`/memberships/${person.actor.membershipId}/vouch`).expect(403);
    const administrator = await signIn(stand, berit.email);
    await administrator.post(`/memberships/${person.actor.membershipId}/vouch`).expect(204);
    expect(await both(anna, person)).toEqual(INDEPENDENT);
  });

  it('is done by the operator when there is one administrator', async () => {
    const person = await invitedBy(anna);
    await stand
      .get(UnitOfWork)
      .run({ ...parties.system }, () => stand.get(VouchForColleague).run(person.actor.membershipId ?? ''));
    expect(await both(anna, person)).toEqual(INDEPENDENT);
    expect(await admissionOf(anna, person)).toMatchObject({ vouchedBy: null, isVouchedFor: true });
  });

  it('works the same within a buyer and a supplier', async () => {
    for (const [party, role, clerk] of [
      [parties.buyers[0]!, 'buyer-administrator', 'buyer'],
      [parties.suppliers[1]!, 'supplier-administrator', 'supplier-clerk'],
    ] as const) {
      const head = await setUpMember(stand, parties, party, role, `${role}@vouch.example`);
      const [one, two] = [await invitedBy(head, clerk), await invitedBy(head, clerk)];
      expect(await both(one, two)).toEqual(DEPENDENT);
      const second = await setUpMember(stand, parties, party, role, `second.${role}@vouch.example`);
      await vouch(second, one);
      expect(await both(one, two)).toEqual(INDEPENDENT);
    }
  });
});

describe('the database', () => {
  it('sets the accepting person and the admission, and enforces the rules of the code', async () => {
    const person = await invitedBy(anna);
    expect(await stand.asOwner('select accepted_by from identity.invitation where email = $1', [person.email])).toEqual(
      [{ accepted_by: id(person) }],
    );
    expect(
      await stand.asOwner('select admitted_by from identity.admission where person_id = $1', [id(person)]),
    ).toEqual([{ admitted_by: id(anna) }]);
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    try {
      await client.query(
        `select set_config('app.cooperative_id', $1, false), set_config('app.side', 'cooperative', false), set_config('app.person_id', $2, false), set_config('app.organisation_id', $3, false)`,
        [parties.cooperativeId, id(anna), anna.organisationId],
      );
      const insert = (by: string) =>
        client.query(
          'insert into identity.vouch (organisation_id, person_id, vouched_by, vouched_at) values ($1, $2, $3, now())',
          [anna.organisationId, id(person), by],
        );
      await expect(insert(id(berit))).rejects.toThrow(/in their own name/);
      await expect(insert(id(anna))).rejects.toThrow(/Only somebody independent/);
      await expect(client.query('update identity.admission set admitted_by = null')).rejects.toThrow(
        /permission denied/,
      );
      await expect(
        client.query(
          `insert into identity.membership (id, person_id, organisation_id, role, created_at) values (gen_random_uuid(), $1, $2, 'administrator', now())`,
          [id(parties.buyers[0]!), anna.organisationId],
        ),
      ).rejects.toThrow(/begins with an accepted invitation/);
    } finally {
      await client.end();
    }
  });

  it('isolates admissions between cooperatives', async () => {
    const other = await setUpParties(stand, 'Et annet samarbeid');
    const seen = await as(other.manager, () => stand.get(ListColleagues).run());
    expect(seen.map(({ email }) => email)).toEqual([other.manager.email]);
  });
});

import { startAllRooms } from '@tallgrunn/app-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { setUpParties, signIn, TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';

export const sampleAssignmentInput = {
  kind: 'account',
  target: 'kostra:195',
  setId: 'dfo-2022-ns4102-2026m08',
  factorId: 'spend_6320_632',
  fromOn: '2026-01-01',
  reason: 'Mest renovasjon.',
};
export const samplePolicy = {
  category: 'ict',
  fromOn: '2026-01-01',
  methods: ['physical-average'],
  reason: 'Som før.',
};

export interface FourEyesWorld {
  readonly stand: TestApp;
  readonly parties: Parties;
  readonly one: SignedIn;
  readonly other: SignedIn;
  /** Ids of the proposer, and of the person asked to approve. */
  readonly me: string;
  readonly asked: string;
}

/** Starts the whole product with two administrators of a cooperative who are independent of each other. */
export async function createFourEyesWorld(): Promise<FourEyesWorld> {
  const stand = await startAllRooms();
  const parties = await setUpParties(stand);
  const email = 'den.andre@example.no';
  await stand.get(UnitOfWork).run(parties.system, () =>
    stand.get(SetUpParties).addMember({
      organisationId: parties.manager.organisationId,
      role: 'administrator',
      name: 'Den andre',
      email,
      password: TEST_PASSWORD,
    }),
  );
  const one = await signIn(stand, parties.manager.email);
  const other = await signIn(stand, email);
  const me = parties.manager.actor.personId ?? '';
  const asked: string = (await one.get('/factor-assignments/approvers').expect(200)).body[0].id;
  return { stand, parties, one, other, me, asked };
}

/** Counts the factor assignments and method policies in force. Read as the database's owner. */
export async function inForce(stand: TestApp): Promise<string> {
  const [row] = await stand.asOwner<{ found: string }>(
    `select (select count(*) from factor_book.factor_assignment where state in ('approved', 'retired')) || ' choices, ' || (select count(*) from emissions.method_policy) || ' rules' as found`,
  );
  return row?.found ?? '';
}

import { Database, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { agreements } from '../room.ts';
import { AssignOwner } from '../register/assign-owner.ts';
import { ListAgreements } from '../register/list-agreements.ts';
import { setUpAgreement, type TestAgreement } from '../testing.ts';
import { ExtendObligation } from './extend-obligation.ts';
import { CreateObligations } from './create-obligations.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
beforeEach(async () => {
  stand = await setUpTestApp([identity, agreements]);
  parties = await setUpParties(stand);
  made = await setUpAgreement(stand, parties);
});
afterEach(() => stand.close());

const asManager = <T>(work: () => Promise<T>) => stand.get(UnitOfWork).run(parties.manager.actor, work);
const march = () => made.obligations['2026-03']!;
const extend = (dueOn: string, reason = 'Nytt økonomisystem.') =>
  asManager(() => stand.get(ExtendObligation).run(march(), { dueOn, reason }));

const dueDates = (supplier = 0) =>
  stand
    .get(UnitOfWork)
    .run(parties.suppliers[supplier]!.actor, () =>
      stand
        .get(Database)
        .one<{ due_on: string; original_due_on: string; extension_reason: string | null }>(
          'select due_on, original_due_on, extension_reason from agreements.door_reporting_obligation where id = $1',
          [march()],
        ),
    );

describe('ExtendObligation', () => {
  it('moves the due date with a reason, and stores the original due date', async () => {
    await extend('2026-04-24');
    expect(await dueDates()).toEqual({
      due_on: '2026-04-24',
      original_due_on: '2026-04-17',
      extension_reason: 'Nytt økonomisystem.',
    });
    expect(await dueDates(1)).toBeUndefined();
  });

  it('uses the newest extension, and the previous one when the newest is revoked', async () => {
    await extend('2026-04-24');
    await extend('2026-05-04', 'Sykdom.');
    expect((await dueDates())?.due_on).toBe('2026-05-04');
    await asManager(() => stand.get(ExtendObligation).revoke(march()));
    expect((await dueDates())?.due_on).toBe('2026-04-24');
    await asManager(() => stand.get(ExtendObligation).revoke(march()));
    expect(await dueDates()).toEqual({
      due_on: '2026-04-17',
      original_due_on: '2026-04-17',
      extension_reason: null,
    });
    await expect(asManager(() => stand.get(ExtendObligation).revoke(march()))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('rejects a date that is not later than the current due date', async () => {
    await expect(extend('2026-04-17')).rejects.toMatchObject({ code: 'extension-not-later' });
  });

  it('is retained when obligations are opened a second time', async () => {
    await extend('2026-04-24');
    await stand.get(UnitOfWork).run(parties.system, () => stand.get(CreateObligations).run());
    expect((await dueDates())?.due_on).toBe('2026-04-24');
  });
});

describe('AssignOwner', () => {
  it('assigns a contract manager, and transfers all obligations of one manager to another', async () => {
    const [manager] = await asManager(() => stand.get(AssignOwner).list());
    await asManager(() => stand.get(AssignOwner).run(made.agreementId, manager!.id));
    const [row] = await asManager(() => stand.get(ListAgreements).run());
    expect(row?.owner).toEqual({ id: manager!.id, name: manager!.name, isMe: true });
    expect(await asManager(() => stand.get(AssignOwner).reassignAll(manager!.id, manager!.id))).toEqual({
      agreements: 1,
      contacts: 0,
    });
  });

  it('rejects a person who is not a contract manager of the cooperative', async () => {
    await expect(
      asManager(() => stand.get(AssignOwner).run(made.agreementId, parties.suppliers[0]!.actor.personId)),
    ).rejects.toMatchObject({ code: 'owner-not-a-contract-manager' });
  });
});

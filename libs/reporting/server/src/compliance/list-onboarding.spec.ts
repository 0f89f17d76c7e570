import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { mailedInvitation, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { ListOnboarding, needsReminder } from './list-onboarding.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { setUpReporting } from '../testing/set-up-reporting.ts';

let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made: agreement } = await setUpReporting());
});
afterAll(() => stand.close());

const board = async () => {
  const rows = await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(ListOnboarding).run());
  return Object.fromEntries(rows.map((row) => [row.supplierId, row]));
};

describe('supplier in onboarding', () => {
  it('is listed with its stage, its agreements and the next report', async () => {
    const [first, second] = parties.suppliers.map(({ organisationId }) => organisationId);
    const before = await board();
    expect(before[first ?? '']).toMatchObject({
      stage: 'account',
      agreements: [{ number: 'A-1', clauseStatus: 'not-stated' }],
      obligation: { agreementId: agreement.agreementId },
      nudge: true,
    });
    await receivedReport(
      stand,
      parties.suppliers[0]!.actor,
      agreement.obligations['2026-03'] ?? '',
      reportCsv(marchLines),
    );
    const after = await board();
    expect(after[first ?? '']?.stage).toBe('checked');
    expect(after[second ?? '']?.stage).toBe('account');
  });

  it('is listed as not invited, then as invited, and as opened after the link is opened', async () => {
    const by = await signIn(stand, parties.manager.email);
    const { body: made } = await by.post('/parties', { kind: 'supplier', name: 'Nykommer AB' }).expect(201);
    await by
      .post(`/agreements/${agreement.agreementId}/suppliers`, { supplierId: made.id, clauseStatus: 'missing' })
      .expect(201);
    await stand.asOwner(
      `insert into agreements.agreement_contact (cooperative_id, id, agreement_id, supplier_id, name, email, role)
       select a.cooperative_id, gen_random_uuid(), a.id, $2, 'Kari', 'kontakt@example.no', 'reporting' from agreements.agreement a where a.id = $1 returning id`,
      [agreement.agreementId, made.id],
    );
    expect((await board())[made.id]).toMatchObject({
      stage: 'not-invited',
      email: 'kontakt@example.no',
      since: null,
      agreements: [{ clauseStatus: 'missing' }],
    });
    await by.post(`/suppliers/${made.id}/invitations`, { email: 'ny@example.no' }).expect(201);
    expect((await board())[made.id]).toMatchObject({ stage: 'invited', email: 'ny@example.no' });
    await by.get(`/invitations/${await mailedInvitation(stand, 'ny@example.no')}`).expect(200);
    expect((await board())[made.id]).toMatchObject({ stage: 'opened' });
  });

  it('needs a reminder when it makes no progress or a report is due soon', () => {
    const today = '2026-04-14';
    expect(needsReminder({ stage: 'invited', since: new Date('2026-04-01T10:00:00Z'), obligation: null }, today)).toBe(
      true,
    );
    expect(needsReminder({ stage: 'invited', since: new Date('2026-04-12T10:00:00Z'), obligation: null }, today)).toBe(
      false,
    );
    expect(
      needsReminder(
        {
          stage: 'account',
          since: new Date('2026-04-12T10:00:00Z'),
          obligation: { id: '', agreementId: '', dueOn: '2026-04-20' },
        },
        today,
      ),
    ).toBe(true);
    expect(
      needsReminder(
        {
          stage: 'accepted',
          since: new Date('2026-01-12T10:00:00Z'),
          obligation: { id: '', agreementId: '', dueOn: '2026-04-20' },
        },
        today,
      ),
    ).toBe(false);
  });
});

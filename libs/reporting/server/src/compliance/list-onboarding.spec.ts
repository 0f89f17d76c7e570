import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { mailedInvitation, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import type { Stand } from '@tallgrunn/platform/testing';
import { ListOnboarding, needsNudge } from './list-onboarding.ts';
import { marchLines, receivedReport, reportCsv } from '../testing.ts';
import { standReporting } from '../testing/stand-reporting.ts';

let stand: Stand;
let parties: Parties;
let agreement: TestAgreement;

beforeAll(async () => {
  ({ stand, parties, made: agreement } = await standReporting());
});
afterAll(() => stand.close());

const board = async () => {
  const rows = await stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(ListOnboarding).run());
  return Object.fromEntries(rows.map((row) => [row.supplierId, row]));
};

describe('suppliers on their way in', () => {
  it('stand where they have come, with their agreements and the next report', async () => {
    const [first, second] = parties.suppliers.map(({ organisationId }) => organisationId);
    const before = await board();
    expect(before[first ?? '']).toMatchObject({
      stage: 'account',
      agreements: [{ number: 'A-1', clauseStatus: 'in-contract' }],
      duty: { agreementId: agreement.agreementId },
      nudge: true,
    });
    await receivedReport(stand, parties.suppliers[0]!.actor, agreement.duties['2026-03'] ?? '', reportCsv(marchLines));
    const after = await board();
    expect(after[first ?? '']?.stage).toBe('checked');
    expect(after[second ?? '']?.stage).toBe('account');
  });

  it('are those invited and not yet in, and it shows when the link was followed', async () => {
    const by = await signIn(stand, parties.manager.email);
    const { body: made } = await by.post('/agreements/parties', { kind: 'supplier', name: 'Nykommer AB' }).expect(201);
    await by
      .post(`/agreements/${agreement.agreementId}/suppliers`, { supplierId: made.id, clauseStatus: 'missing' })
      .expect(201);
    expect((await board())[made.id]).toMatchObject({
      stage: 'not-invited',
      since: null,
      agreements: [{ clauseStatus: 'missing' }],
    });
    await by.post(`/suppliers/${made.id}/invitations`, { email: 'ny@example.no' }).expect(201);
    expect((await board())[made.id]).toMatchObject({ stage: 'invited', email: 'ny@example.no' });
    await by.get(`/invitations/${await mailedInvitation(stand, 'ny@example.no')}`).expect(200);
    expect((await board())[made.id]).toMatchObject({ stage: 'opened' });
  });

  it('need a nudge when they stand still or a report is near', () => {
    const today = '2026-04-14';
    expect(needsNudge({ stage: 'invited', since: new Date('2026-04-01T10:00:00Z'), duty: null }, today)).toBe(true);
    expect(needsNudge({ stage: 'invited', since: new Date('2026-04-12T10:00:00Z'), duty: null }, today)).toBe(false);
    expect(
      needsNudge(
        {
          stage: 'account',
          since: new Date('2026-04-12T10:00:00Z'),
          duty: { id: '', agreementId: '', dueOn: '2026-04-20' },
        },
        today,
      ),
    ).toBe(true);
    expect(
      needsNudge(
        {
          stage: 'accepted',
          since: new Date('2026-01-12T10:00:00Z'),
          duty: { id: '', agreementId: '', dueOn: '2026-04-20' },
        },
        today,
      ),
    ).toBe(false);
  });
});

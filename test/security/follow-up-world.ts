import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member, Who } from './world.ts';

/** Cases of the first supplier, named after the test action, and of its neighbour. */
export interface FollowUpWorld {
  /** Shared with the supplier: both sides write in it. */
  readonly sharedCaseId: string;
  /** Visible to the cooperative only. */
  readonly internalCaseId: string;
  /** Opened by the first buyer. */
  readonly challengeId: string;
  readonly caseOfOtherId: string;
  readonly toCloseId: string;
  readonly toReopenId: string;
  readonly toApproveId: string;
  readonly toDeclineId: string;
  /** A reported line of the second buyer without a challenge. */
  readonly lineOfOtherBuyer: { readonly versionId: string; readonly lineNo: number };
  /** Person id of the cooperative's administrator. */
  readonly administratorId: string;
}

export async function followUpOf(
  stand: TestApp,
  { manager, administrator, clerk, otherSupplier, buyer, otherBuyer }: Record<Who, Member>,
  { agreementId, obligations }: TestAgreement,
  versionId: string,
): Promise<FollowUpWorld> {
  const made = async (by: Member, path: string, body: object) =>
    (await by.caller.post(path, body).expect(201)).body.id as string;
  const open = (member: Member, more: object) =>
    made(manager, '/cases', { kind: 'poor-data', supplierId: member.organisationId, ...more });
  const request = (kind: string) => made(clerk, '/supplier-requests', { kind, reason: 'Nytt system.' });
  const lineOf = async ({ organisationId }: Member) => {
    const [row] = await stand.asOwner<{ lineNo: number }>(
      'select line_no as "lineNo" from reporting.report_line where version_id = $1 and buyer_id = $2 order by line_no limit 1',
      [versionId, organisationId],
    );
    return { versionId, lineNo: row?.lineNo ?? -1 };
  };
  const sharedCaseId = await open(clerk, {
    agreementId,
    message: 'Enhet mangler.',
    subjects: [{ kind: 'report', versionId }],
  });
  const toReopenId = await open(clerk, { note: 'Ferdig.' });
  await manager.caller.post(`/cases/${toReopenId}/close`, { outcome: 'resolved' }).expect(204);
  await made(manager, `/obligations/${obligations['2026-04']}/extend`, { dueOn: '2026-12-01', reason: 'Nytt system.' });
  await manager.caller.put('/case-rule', { isEnabled: false, lateWorkingDays: 5 }).expect(204);
  await stand.asOwner(
    `insert into follow_up.case_reply_address (cooperative_id, id, case_id, token_hash, recipient_organisation_id, email, created_at)
     select cooperative_id, gen_random_uuid(), id, md5(id::text), supplier_id, 'svar@example.no', now() from follow_up.supplier_case where id = $1`,
    [sharedCaseId],
  );
  const [administratorOf] = await stand.asOwner<{ id: string }>(
    'select person_id as id from identity.membership where id = $1',
    [administrator.membershipId],
  );
  const mine = await lineOf(buyer);
  return {
    sharedCaseId,
    internalCaseId: await open(clerk, { note: 'Ring.' }),
    challengeId: await made(buyer, '/line-challenges', { ...mine, about: 'not-received', body: 'Ikke mottatt.' }),
    caseOfOtherId: await open(otherSupplier, { message: 'Hei.' }),
    toCloseId: await open(clerk, { message: 'Hei.' }),
    toReopenId,
    toApproveId: await request('data-correction-request'),
    toDeclineId: await request('data-correction-request'),
    lineOfOtherBuyer: await lineOf(otherBuyer),
    administratorId: administratorOf?.id ?? '',
  };
}

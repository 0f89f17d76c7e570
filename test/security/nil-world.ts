import type { TestApp } from '@tallgrunn/platform/testing';
import type { Member } from './world.ts';

/** Creates a nil return that purchases booked afterwards may contradict. Returns its obligation. */
export async function nilReturnOf(
  stand: TestApp,
  { caller, organisationId }: Member,
  obligationId: string,
): Promise<string> {
  const { body } = await caller.post(`/obligations/${obligationId}/report-nil`).expect(201);
  await stand.asOwner(
    `insert into reporting.nil_question (cooperative_id, version_id, supplier_id, amount, invoices, noticed_at)
     select v.cooperative_id, v.id, v.supplier_id, 5000, 2, now() from reporting.report_version v where v.id = $1 and v.supplier_id = $2`,
    [body.id, organisationId],
  );
  return obligationId;
}

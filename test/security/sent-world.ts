import { randomUUID } from 'node:crypto';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { marchLines, reportCsv } from '@tallgrunn/reporting-server/testing';
import type { Member, Who } from './world.ts';

/**
 * API keys of the first supplier's and the first buyer's administrators, unprocessed submissions of the first
 * supplier's clerk, and a typed line.
 */
export interface SentWorld {
  readonly apiKeyId: string;
  readonly checkId: string;
  readonly submissionId: string;
}

export async function sentOf(
  { clerk, supplierAdministrator, buyerAdministrator }: Record<Who, Member>,
  { obligations }: TestAgreement,
): Promise<SentWorld> {
  const key = (scope: string) => ({ name: 'Økonomisystemet', scopes: [scope], expiresOn: '2026-12-31' });
  const { body } = await supplierAdministrator.caller.post('/api-keys', key('report:submit')).expect(201);
  await buyerAdministrator.caller.post('/api-keys', key('spend:import')).expect(201);
  const send = async (what: string) =>
    (
      await clerk.caller
        .upload(`/obligations/${obligations['2026-04']}/${what}?wait=0`, {
          name: 'april.csv',
          content: reportCsv(marchLines),
        })
        .expect(202)
    ).body.id as string;
  await clerk.caller
    .patch(`/obligations/${obligations['2026-04']}/manual-entry`, {
      since: 0,
      changes: [{ id: randomUUID(), place: 1, cells: [{ field: 'itemNumber', was: '', is: '00512' }] }],
    })
    .expect(200);
  return { apiKeyId: body.id, checkId: await send('checks'), submissionId: await send('submissions') };
}

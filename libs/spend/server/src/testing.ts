import { spoolFile } from '@tallgrunn/agreements-server/testing';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { ImportBatch } from './import-batch.ts';
import { ReceiveBatch, type BatchRequest } from './receive-batch.ts';
import { ReverseBatch } from './reverse-batch.ts';
import { RunReversal } from './run-reversal.ts';
import { ShowBatch, type BatchDetail } from './show-batch.ts';

const silentProgress = { tell: async () => undefined };

export { accountRate } from './account-vat.ts';

/**
 * Receives a file and imports it at once, as the command line does. Its job is never started and takes no place in the
 * queue of a person.
 */
export async function postBatch(
  stand: TestApp,
  actor: Actor,
  name: string,
  content: string | Uint8Array,
  request: Partial<BatchRequest> = {},
): Promise<BatchDetail> {
  const units = stand.get(UnitOfWork);
  const file = await spoolFile(stand, name, content);
  const buyerId = request.buyerId ?? (actor.side === 'buyer' ? actor.organisationId : null);
  const { id } = await units.run({ ...actor, via: 'cli' }, () =>
    stand.get(ReceiveBatch).run(file, { ...request, buyerId }),
  );
  const system: Actor = { ...actor, side: 'system', role: 'system', via: 'job' };
  await units.run(system, () => stand.get(ImportBatch).run({ subjectId: id }, silentProgress));
  return units.run(actor, () => stand.get(ShowBatch).run(id));
}

/** Reverses a batch at once, as the worker would. */
export async function reverseBatch(
  stand: TestApp,
  actor: Actor,
  batchId: string,
  reason = 'Lastet inn ved en feil',
): Promise<BatchDetail> {
  const units = stand.get(UnitOfWork);
  const { id } = await units.run(actor, () => stand.get(ReverseBatch).run(batchId, reason));
  await units.run({ ...actor, side: 'system', role: 'system', via: 'job' }, () =>
    stand.get(RunReversal).run({ subjectId: id }, silentProgress),
  );
  return units.run(actor, () => stand.get(ShowBatch).run(id));
}

import type { INestApplicationContext } from '@nestjs/common';
import { SubmitDeclaration } from '@tallgrunn/declarations-server';
import { Database, FileStore, Problem, UnitOfWork } from '@tallgrunn/platform';
import { IMPORT_BATCH, ReceiveBatch } from '@tallgrunn/spend-server';
import type { DoWaiting } from './do-waiting.ts';
import { actorOfRole, type StandingWorld } from './set-up-world.ts';
import { spoolFile } from '../spool-file.ts';
import { inWorld, type World } from './world-files.ts';

/** A ledger or an archive of e-invoices, brought in by the buyer whose it is. */
export async function loadBatch(app: INestApplicationContext, folder: string, { municipality, path, quarter }: World['eInvoices'][number], kind: 'ledger' | 'invoices', standing: StandingWorld, work: DoWaiting): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const buyerId = standing.organisations.get(municipality) ?? null;
  const clerk = [...standing.actors.values()].find((actor) => actor.organisationId === buyerId) ?? actorOfRole(standing, 'contract-manager');
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  const there = await units.run(clerk, () => app.get(Database, { strict: false }).one<{ id: string; state: string }>('select id, state from spend.door_batch where file_sha256 = $1', [file.sha256]));
  if (there?.state === 'received') await work.now(IMPORT_BATCH, clerk, { subjectId: there.id });
  if (there) return;
  await units.run(clerk, () => app.get(ReceiveBatch, { strict: false }).run(file, { kind, buyerId, period: quarter }));
  await work.until((name) => name.startsWith('spend.'));
}

/** A footprint from a supplier. One that cannot be read is refused, as it would be in life. */
export async function loadDeclaration(app: INestApplicationContext, folder: string, { path, supplier, by }: World['declarations'][number], standing: StandingWorld): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const clerk = standing.actors.get(by) ?? actorOfRole(standing, 'contract-manager');
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  try {
    await units.run(clerk, () => app.get(SubmitDeclaration, { strict: false }).run(file, standing.organisations.get(supplier) ?? ''));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

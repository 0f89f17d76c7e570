import type { INestApplicationContext } from '@nestjs/common';
import { ReviewFootprints, ShowDeclaration, SubmitDeclaration } from '@tallgrunn/declarations-server';
import { builtInProfiles, type LedgerProfile } from '@tallgrunn/formats';
import { Database, FileStore, Problem, UnitOfWork } from '@tallgrunn/platform';
import { IMPORT_BATCH, ListImportProfiles, ReceiveBatch, SaveImportProfile } from '@tallgrunn/spend-server';
import type { RunPendingJobs } from './run-pending-jobs.ts';
import { actorOfRole, type LoadedWorld } from './set-up-world.ts';
import { spoolFile } from '../spool-file.ts';
import { inWorld, type World } from './world-files.ts';

/** Imports a ledger or an archive of e-invoices as the buyer that owns it. */
export async function loadBatch(
  app: INestApplicationContext,
  folder: string,
  { municipality, path, quarter }: World['eInvoices'][number],
  kind: 'ledger' | 'invoices',
  loaded: LoadedWorld,
  work: RunPendingJobs,
  profileId?: string,
): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const { buyerId, clerk } = buyerAndClerk(municipality, loaded);
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  const existing = await units.run(clerk, () =>
    app
      .get(Database, { strict: false })
      .one<{ id: string; state: string }>('select id, state from spend.door_batch where file_sha256 = $1', [
        file.sha256,
      ]),
  );
  if (existing?.state === 'received') await work.now(IMPORT_BATCH, clerk, { subjectId: existing.id });
  if (existing) return;
  await units.run(clerk, () =>
    app
      .get(ReceiveBatch, { strict: false })
      .run(file, { kind, buyerId, period: quarter, ...(profileId ? { profileId } : {}) }),
  );
  await work.until((name) => name.startsWith('spend.'));
}

function buyerAndClerk(municipality: string, loaded: LoadedWorld) {
  const buyerId = loaded.organisations.get(municipality) ?? null;
  return {
    buyerId,
    clerk:
      [...loaded.actors.values()].find((actor) => actor.organisationId === buyerId) ??
      actorOfRole(loaded, 'contract-manager'),
  };
}

/**
 * Imports a ledger, with the buyer's own import profile if the demo data has one. Ledgers of the years before reporting
 * are sums by month, account and function without suppliers. They are read with a profile that requires no supplier;
 * the municipality's other ledgers with the usual one.
 */
export async function loadLedger(
  app: INestApplicationContext,
  folder: string,
  world: World,
  file: World['ledgers'][number],
  loaded: LoadedWorld,
  work: RunPendingJobs,
): Promise<void> {
  const own = world.ledgerProfiles?.find(({ id }) => id === file.dialect);
  if (own)
    return loadBatch(
      app,
      folder,
      file,
      'ledger',
      loaded,
      work,
      await savedProfile(app, own, buyerAndClerk(file.municipality, loaded)),
    );
  const mixed = world.ledgers.some(
    ({ quarter, municipality }) => municipality === file.municipality && !world.quarters.includes(quarter),
  );
  if (!mixed) return loadBatch(app, folder, file, 'ledger', loaded, work);
  const usual = builtInProfiles.find(({ id }) => id === file.dialect);
  if (!usual) throw new Error(`The world names the dialect ${file.dialect}, which is not known.`);
  const profile: LedgerProfile = world.quarters.includes(file.quarter)
    ? usual
    : { ...usual, id: `${usual.id}-sums`, name: `${usual.name}, sums`, comesIn: { parties: 'everybody' } };
  return loadBatch(
    app,
    folder,
    file,
    'ledger',
    loaded,
    work,
    await savedProfile(app, profile, buyerAndClerk(file.municipality, loaded)),
  );
}

/** Returns the buyer's own profile with that key, and saves it when it does not exist. */
async function savedProfile(
  app: INestApplicationContext,
  profile: LedgerProfile,
  { buyerId, clerk }: ReturnType<typeof buyerAndClerk>,
): Promise<string> {
  return app.get(UnitOfWork, { strict: false }).run({ ...clerk }, async () => {
    const existing = (await app.get(ListImportProfiles, { strict: false }).run()).find(
      (row) => row.buyerId === buyerId && row.profile.id === profile.id,
    );
    return existing?.id ?? (await app.get(SaveImportProfile, { strict: false }).run(profile, buyerId)).id;
  });
}

/**
 * Imports a supplier's footprint and accepts it as the contract manager when the checklist advises so. An unreadable
 * file is rejected and skipped.
 */
export async function loadDeclaration(
  app: INestApplicationContext,
  folder: string,
  { path, supplier, by }: World['declarations'][number],
  loaded: LoadedWorld,
): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const clerk = loaded.actors.get(by) ?? actorOfRole(loaded, 'contract-manager');
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  try {
    const { id } = await units.run(clerk, () =>
      app.get(SubmitDeclaration, { strict: false }).run(file, loaded.organisations.get(supplier) ?? ''),
    );
    const [manager, administrator] = [actorOfRole(loaded, 'contract-manager'), actorOfRole(loaded, 'administrator')];
    // The person who uploaded it for the supplier may not accept it.
    await units.run(clerk.personId === manager.personId ? administrator : manager, () => acceptDeclaration(app, id));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** Accepts the footprints that the checklist advises to accept; the others are left for review. */
async function acceptDeclaration(app: INestApplicationContext, declarationId: string): Promise<void> {
  const { footprints } = await app.get(ShowDeclaration, { strict: false }).run(declarationId);
  for (const outcome of ['accepted', 'accepted-with-reservation'] as const) {
    const footprintIds = footprints.filter(({ advice }) => advice === outcome).map(({ id }) => id);
    if (footprintIds.length > 0)
      await app.get(ReviewFootprints, { strict: false }).run({ footprintIds, verdict: outcome, reason: '' });
  }
}

import type { INestApplicationContext } from '@nestjs/common';
import { DecideFootprints, ShowDeclaration, SubmitDeclaration } from '@tallgrunn/declarations-server';
import { exampleProfiles, type LedgerProfile } from '@tallgrunn/formats';
import { Database, FileStore, Problem, UnitOfWork } from '@tallgrunn/platform';
import { IMPORT_BATCH, ListProfiles, ReceiveBatch, SaveProfile } from '@tallgrunn/spend-server';
import type { DoWaiting } from './do-waiting.ts';
import { actorOfRole, type StandingWorld } from './set-up-world.ts';
import { spoolFile } from '../spool-file.ts';
import { inWorld, type World } from './world-files.ts';

/** Imports a ledger or an archive of e-invoices as the buyer that owns it. */
export async function loadBatch(
  app: INestApplicationContext,
  folder: string,
  { municipality, path, quarter }: World['eInvoices'][number],
  kind: 'ledger' | 'invoices',
  standing: StandingWorld,
  work: DoWaiting,
  profileId?: string,
): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const { buyerId, clerk } = whose(municipality, standing);
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  const there = await units.run(clerk, () =>
    app
      .get(Database, { strict: false })
      .one<{ id: string; state: string }>('select id, state from spend.door_batch where file_sha256 = $1', [
        file.sha256,
      ]),
  );
  if (there?.state === 'received') await work.now(IMPORT_BATCH, clerk, { subjectId: there.id });
  if (there) return;
  await units.run(clerk, () =>
    app
      .get(ReceiveBatch, { strict: false })
      .run(file, { kind, buyerId, period: quarter, ...(profileId ? { profileId } : {}) }),
  );
  await work.until((name) => name.startsWith('spend.'));
}

function whose(municipality: string, standing: StandingWorld) {
  const buyerId = standing.organisations.get(municipality) ?? null;
  return {
    buyerId,
    clerk:
      [...standing.actors.values()].find((actor) => actor.organisationId === buyerId) ??
      actorOfRole(standing, 'contract-manager'),
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
  standing: StandingWorld,
  work: DoWaiting,
): Promise<void> {
  const own = world.ledgerProfiles?.find(({ id }) => id === file.dialect);
  if (own)
    return loadBatch(
      app,
      folder,
      file,
      'ledger',
      standing,
      work,
      await savedProfile(app, own, whose(file.municipality, standing)),
    );
  const mixed = world.ledgers.some(
    ({ quarter, municipality }) => municipality === file.municipality && !world.quarters.includes(quarter),
  );
  if (!mixed) return loadBatch(app, folder, file, 'ledger', standing, work);
  const usual = exampleProfiles.find(({ id }) => id === file.dialect);
  if (!usual) throw new Error(`The world names the dialect ${file.dialect}, which is not known.`);
  const profile: LedgerProfile = world.quarters.includes(file.quarter)
    ? usual
    : { ...usual, id: `${usual.id}-sums`, name: `${usual.name}, sums`, comesIn: { parties: 'everybody' } };
  return loadBatch(
    app,
    folder,
    file,
    'ledger',
    standing,
    work,
    await savedProfile(app, profile, whose(file.municipality, standing)),
  );
}

/** Returns the buyer's own profile with that key, and saves it when it does not exist. */
async function savedProfile(
  app: INestApplicationContext,
  profile: LedgerProfile,
  { buyerId, clerk }: ReturnType<typeof whose>,
): Promise<string> {
  return app.get(UnitOfWork, { strict: false }).run({ ...clerk }, async () => {
    const there = (await app.get(ListProfiles, { strict: false }).run()).find(
      (row) => row.buyerId === buyerId && row.profile.id === profile.id,
    );
    return there?.id ?? (await app.get(SaveProfile, { strict: false }).run(profile, buyerId)).id;
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
  standing: StandingWorld,
): Promise<void> {
  const units = app.get(UnitOfWork, { strict: false });
  const clerk = standing.actors.get(by) ?? actorOfRole(standing, 'contract-manager');
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  try {
    const { id } = await units.run(clerk, () =>
      app.get(SubmitDeclaration, { strict: false }).run(file, standing.organisations.get(supplier) ?? ''),
    );
    const [manager, administrator] = [
      actorOfRole(standing, 'contract-manager'),
      actorOfRole(standing, 'administrator'),
    ];
    // The person who uploaded it for the supplier may not accept it.
    await units.run(clerk.personId === manager.personId ? administrator : manager, () => acceptDeclaration(app, id));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** Accepts the footprints that the checklist advises to accept; the others are left for review. */
async function acceptDeclaration(app: INestApplicationContext, declarationId: string): Promise<void> {
  const { footprints } = await app.get(ShowDeclaration, { strict: false }).run(declarationId);
  for (const verdict of ['accepted', 'accepted-with-reservation'] as const) {
    const footprintIds = footprints.filter(({ advice }) => advice === verdict).map(({ id }) => id);
    if (footprintIds.length > 0)
      await app.get(DecideFootprints, { strict: false }).run({ footprintIds, verdict, reason: '' });
  }
}

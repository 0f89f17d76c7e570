import type { INestApplicationContext } from '@nestjs/common';
import {
  DecideAdjustment,
  ImportAssortment,
  ImportIndexSeries,
  ListAdjustments,
  ListIndexSeries,
  RequestAdjustment,
} from '@tallgrunn/agreements-server';
import { Database, FileStore, UnitOfWork } from '@tallgrunn/platform';
import { spoolFile } from '../spool-file.ts';
import { actorOfRole, type StandingWorld } from './set-up-world.ts';
import { inWorld, type World, type WorldAdjustment, type WorldAgreement, type WorldPriceList } from './world-files.ts';

/** Loads a supplier's price lists of a quarter; each price is valid for its own week or day. */
export async function loadPriceList(
  app: INestApplicationContext,
  folder: string,
  { number }: WorldAgreement,
  { supplier, path, fromOn }: WorldPriceList,
  standing: StandingWorld,
): Promise<void> {
  const [agreementId, supplierId] = [standing.agreements.get(number) ?? '', standing.organisations.get(supplier) ?? ''];
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  await app.get(UnitOfWork, { strict: false }).run(actorOfRole(standing, 'contract-manager'), async () => {
    const there = await app
      .get(Database, { strict: false })
      .one(
        'select 1 from agreements.door_price_version where agreement_id = $1 and supplier_id = $2 and from_on = $3',
        [agreementId, supplierId, fromOn],
      );
    if (!there)
      await app.get(ImportAssortment, { strict: false }).run(agreementId, supplierId, file, { kind: 'list', fromOn });
  });
}

/** Loads the index series that price adjustments are calculated from. */
export async function loadIndexes(
  app: INestApplicationContext,
  folder: string,
  { indexSeries = [] }: World,
  standing: StandingWorld,
): Promise<void> {
  for (const { path, ...series } of indexSeries) {
    const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
    await app.get(UnitOfWork, { strict: false }).run(actorOfRole(standing, 'contract-manager'), async () => {
      const there = await app.get(ListIndexSeries, { strict: false }).run();
      if (!there.some(({ code }) => code === series.code))
        await app.get(ImportIndexSeries, { strict: false }).run(series, file);
    });
  }
}

/** Requests a price adjustment as the supplier. */
export async function askAdjustment(
  app: INestApplicationContext,
  { number }: WorldAgreement,
  asked: WorldAdjustment,
  standing: StandingWorld,
): Promise<void> {
  const { supplier, lot, comparePeriod, wantedFrom } = asked;
  const [agreementId, supplierId] = [standing.agreements.get(number) ?? '', standing.organisations.get(supplier) ?? ''];
  const clerk = standing.actors.get(asked.requestedBy) ?? actorOfRole(standing, 'contract-manager');
  await app.get(UnitOfWork, { strict: false }).run(clerk, async () => {
    if (!(await findCase(app, agreementId, supplierId, comparePeriod)))
      await app
        .get(RequestAdjustment, { strict: false })
        .run(agreementId, { supplierId, lot, comparePeriod, wantedFrom });
  });
}

/** Decides the price adjustment as the contract manager, as the demo data states. */
export async function decideAdjustment(
  app: INestApplicationContext,
  { number }: WorldAgreement,
  asked: WorldAdjustment,
  standing: StandingWorld,
): Promise<void> {
  const { supplier, comparePeriod, approved, reason, fromOn } = asked;
  const [agreementId, supplierId] = [standing.agreements.get(number) ?? '', standing.organisations.get(supplier) ?? ''];
  const manager = standing.actors.get(asked.decidedBy) ?? actorOfRole(standing, 'contract-manager');
  await app.get(UnitOfWork, { strict: false }).run(manager, async () => {
    const found = await findCase(app, agreementId, supplierId, comparePeriod);
    if (found && found.state !== 'approved' && found.state !== 'refused')
      await app
        .get(DecideAdjustment, { strict: false })
        .run(agreementId, found.id, { approve: approved, reason, ...(approved && { fromOn }) });
  });
}

async function findCase(
  app: INestApplicationContext,
  agreementId: string,
  supplierId: string,
  comparePeriod: string,
): Promise<{ id: string; state: string } | undefined> {
  const cases = await app.get(ListAdjustments, { strict: false }).run(agreementId);
  return cases.find((one) => one.supplierId === supplierId && one.comparePeriod === comparePeriod);
}

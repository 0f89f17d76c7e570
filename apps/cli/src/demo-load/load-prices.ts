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
import { actorOfRole, type LoadedWorld } from './set-up-world.ts';
import { inWorld, type World, type WorldAdjustment, type WorldAgreement, type WorldPriceList } from './world-files.ts';

/** Loads a supplier's price lists of a quarter; each price is valid for its own week or day. */
export async function loadPriceList(
  app: INestApplicationContext,
  folder: string,
  { number }: WorldAgreement,
  { supplier, path, fromOn }: WorldPriceList,
  loaded: LoadedWorld,
): Promise<void> {
  const [agreementId, supplierId] = [loaded.agreements.get(number) ?? '', loaded.organisations.get(supplier) ?? ''];
  const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
  await app.get(UnitOfWork, { strict: false }).run(actorOfRole(loaded, 'contract-manager'), async () => {
    const existing = await app
      .get(Database, { strict: false })
      .one(
        'select 1 from agreements.door_price_version where agreement_id = $1 and supplier_id = $2 and valid_from = $3',
        [agreementId, supplierId, fromOn],
      );
    if (!existing)
      await app.get(ImportAssortment, { strict: false }).run(agreementId, supplierId, file, { kind: 'list', fromOn });
  });
}

/** Loads the index series that price adjustments are calculated from. */
export async function loadIndexes(
  app: INestApplicationContext,
  folder: string,
  { indexSeries = [] }: World,
  loaded: LoadedWorld,
): Promise<void> {
  for (const { path, ...series } of indexSeries) {
    const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, path));
    await app.get(UnitOfWork, { strict: false }).run(actorOfRole(loaded, 'contract-manager'), async () => {
      const existing = await app.get(ListIndexSeries, { strict: false }).run();
      if (!existing.some(({ code }) => code === series.code))
        await app.get(ImportIndexSeries, { strict: false }).run(series, file);
    });
  }
}

/** Requests a price adjustment as the supplier. */
export async function requestAdjustment(
  app: INestApplicationContext,
  { number }: WorldAgreement,
  request: WorldAdjustment,
  loaded: LoadedWorld,
): Promise<void> {
  const { supplier, lot, comparePeriod, wantedFrom } = request;
  const [agreementId, supplierId] = [loaded.agreements.get(number) ?? '', loaded.organisations.get(supplier) ?? ''];
  const clerk = loaded.actors.get(request.requestedBy) ?? actorOfRole(loaded, 'contract-manager');
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
  request: WorldAdjustment,
  loaded: LoadedWorld,
): Promise<void> {
  const { supplier, comparePeriod, approved, reason, fromOn } = request;
  const [agreementId, supplierId] = [loaded.agreements.get(number) ?? '', loaded.organisations.get(supplier) ?? ''];
  const manager = loaded.actors.get(request.decidedBy) ?? actorOfRole(loaded, 'contract-manager');
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

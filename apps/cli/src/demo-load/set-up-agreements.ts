import type { INestApplicationContext } from '@nestjs/common';
import {
  AddAgreementSuppliers,
  AddPriceModel,
  ChangeAgreement,
  CreateAgreement,
  ImportAssortment,
  PublishTerms,
  SetOptions,
} from '@tallgrunn/agreements-server';
import { FileStore, UnitOfWork } from '@tallgrunn/platform';
import { Period } from '@tallgrunn/values';
import { spoolFile } from '../spool-file.ts';
import { actorOfRole, type LoadedParties } from './set-up-world.ts';
import { termsOf } from './terms-of.ts';
import { inWorld, type World, type WorldAgreement, type WorldPriceRule } from './world-files.ts';

/** Sets up the demo agreements with lots, suppliers, terms and prices; existing ones are left unchanged. */
export async function setUpAgreements(
  app: INestApplicationContext,
  folder: string,
  world: World,
  loaded: LoadedParties,
  existing: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const units = app.get(UnitOfWork, { strict: false });
  const manager = actorOfRole(loaded, 'contract-manager');
  const ids = new Map<string, string>(existing);
  for (const agreement of world.agreements.filter(({ number }) => !existing.has(number))) {
    const id = await units.run(manager, () => setUpAgreement(app, folder, world, agreement, loaded));
    ids.set(agreement.number, id);
  }
  return ids;
}

/** Sets up one agreement in one transaction, so that an interrupted load leaves it complete or not at all. */
async function setUpAgreement(
  app: INestApplicationContext,
  folder: string,
  world: World,
  agreement: WorldAgreement,
  loaded: LoadedParties,
): Promise<string> {
  const id = await createAgreement(app, agreement, loaded);
  for (const { key, assortment } of agreement.suppliers) {
    if (assortment === null) continue;
    const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, assortment));
    await app.get(ImportAssortment, { strict: false }).run(id, loaded.organisations.get(key) ?? '', file);
  }
  for (const rule of agreement.priceRules ?? []) await app.get(AddPriceModel, { strict: false }).run(id, modelOf(rule));
  const suppliers = world.suppliers.filter(
    (supplier) => supplier.agreement === agreement.number || supplier.formerAgreement?.number === agreement.number,
  );
  // The reporting clause applies from the first quarter of the demo data; earlier periods are not due.
  const first = Period.parse(world.quarters[0] ?? agreement.validFrom.slice(0, 4)).start;
  await app
    .get(PublishTerms, { strict: false })
    .run(id, termsOf(agreement, suppliers), agreement.validFrom > first ? agreement.validFrom : first);
  return id;
}

const modelOf = ({ lot, kind, from, adjustment }: WorldPriceRule) => ({
  lot,
  kind,
  fromOn: from,
  ...(adjustment && {
    document: { adjustment: { ...adjustment, share: String(adjustment.share / 100) } },
    clause: 'Prisregulering',
  }),
});

async function createAgreement(
  app: INestApplicationContext,
  agreement: WorldAgreement,
  { organisations }: LoadedParties,
): Promise<string> {
  const keyed = agreement.suppliers.filter(({ rank, share }) => rank !== undefined || share !== undefined);
  const { id } = await app.get(CreateAgreement, { strict: false }).run({
    number: agreement.number,
    title: agreement.name,
    cpv: agreement.cpv.slice(0, 8),
    startsOn: agreement.validFrom,
    endsOn: agreement.validTo,
    lots: agreement.lots.map(({ key, name }) => ({ key, title: name })),
    suppliers: agreement.suppliers
      .filter((one) => !keyed.includes(one))
      .map(({ key, lots }) => ({ supplierId: organisations.get(key) ?? '', lots, clauseStatus: 'in-contract' })),
    buyers: agreement.participation.map(({ municipality, from, to }) => ({
      buyerId: organisations.get(municipality) ?? '',
      fromOn: from,
      untilOn: to,
    })),
  });
  for (const { key, lots, rank = null, share } of keyed)
    await app.get(AddAgreementSuppliers, { strict: false }).run(id, {
      supplierId: organisations.get(key) ?? '',
      lots,
      clauseStatus: 'in-contract',
      rank,
      share: share === undefined ? null : String(share),
    });
  const { technique, maximumValue, options } = agreement;
  const head = {
    ...(technique && { technique }),
    ...(maximumValue !== undefined && { maximumValue: String(maximumValue), maximumCurrency: 'NOK' }),
  };
  if (Object.keys(head).length > 0) await app.get(ChangeAgreement, { strict: false }).run(id, head);
  if (options) await app.get(SetOptions, { strict: false }).run(id, options);
  return id;
}

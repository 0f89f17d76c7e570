import type { INestApplicationContext } from '@nestjs/common';
import { ChangeRelatedEntities, ChangeOwners, SetBuyerType, AddBuyerAliases } from '@tallgrunn/agreements-server';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { OrgNumber } from '@tallgrunn/values';
import { actorOfRole, type LoadedParties } from './set-up-world.ts';
import type { World } from './world-files.ts';

/**
 * Sets up relations: sites of buyers, owners of shared bodies, branches and payees of suppliers, and the names
 * suppliers use for buyers.
 */
export async function setUpRelations(app: INestApplicationContext, world: World, loaded: LoadedParties): Promise<void> {
  await app.get(UnitOfWork, { strict: false }).run(actorOfRole(loaded, 'contract-manager'), async () => {
    await addAliases(app, world, loaded);
    await setUpSharedBodies(app, world, loaded);
    await setUpRelatedEntities(app, world, loaded);
  });
}

async function addAliases(app: INestApplicationContext, world: World, { organisations }: LoadedParties): Promise<void> {
  const names = app.get(AddBuyerAliases, { strict: false });
  for (const { key, sites } of [
    ...world.buyers.map(({ municipalityNumber: key, sites }) => ({ key, sites })),
    ...(world.bodies ?? []),
  ]) {
    await names.addSites(
      organisations.get(key) ?? '',
      sites.map(({ name, orgNumber }) => ({ name, orgNumber: OrgNumber.parse(orgNumber).value })),
    );
  }
  for (const { key, customers } of world.suppliers) {
    for (const { name, municipalityNumber } of customers)
      await names.addAlias(organisations.get(key) ?? '', name, organisations.get(municipalityNumber) ?? '');
  }
}

/**
 * Sets up shared bodies with their owners' shares, valid from the first agreement's start. A resumed load finds
 * existing shares and skips them.
 */
async function setUpSharedBodies(
  app: INestApplicationContext,
  world: World,
  { organisations }: LoadedParties,
): Promise<void> {
  const fromOn = world.agreements.map(({ validFrom }) => validFrom).toSorted()[0] ?? '2000-01-01';
  for (const { key, kind, booksAt, members } of world.bodies ?? []) {
    const bodyId = organisations.get(key) ?? '';
    if (
      await app
        .get(Database, { strict: false })
        .one('select 1 from agreements.door_buyer_owner where buyer_id = $1', [bodyId])
    )
      continue;
    await app
      .get(SetBuyerType, { strict: false })
      .run(bodyId, { kind, hostId: booksAt === null ? null : (organisations.get(booksAt) ?? null) });
    const whole = members.reduce((sum, { share }) => sum + share, 0);
    for (const { municipalityNumber, share } of members) {
      await app.get(ChangeOwners, { strict: false }).add(bodyId, {
        memberId: organisations.get(municipalityNumber) ?? '',
        share: (Math.floor((share / whole) * 10_000) / 10_000).toFixed(4),
        fromOn,
      });
    }
  }
}

async function setUpRelatedEntities(
  app: INestApplicationContext,
  world: World,
  { organisations }: LoadedParties,
): Promise<void> {
  const belongings = app.get(ChangeRelatedEntities, { strict: false });
  for (const { key, branches = [], payee, predecessor } of world.suppliers) {
    const supplierId = organisations.get(key) ?? '';
    const there = await app
      .get(Database, { strict: false })
      .one('select 1 from agreements.door_related_entity where supplier_id = $1', [supplierId]);
    if (there) continue;
    for (const { name, orgNumber } of branches) await belongings.add(supplierId, { kind: 'branch', name, orgNumber });
    if (predecessor)
      await belongings.add(supplierId, {
        kind: 'predecessor',
        name: predecessor.name,
        orgNumber: predecessor.orgNumber,
        untilOn: predecessor.until,
      });
    if (payee)
      await belongings.add(supplierId, {
        kind: 'factoring-payee',
        name: payee.name,
        orgNumber: payee.orgNumber,
        fromOn: payee.from,
      });
  }
}

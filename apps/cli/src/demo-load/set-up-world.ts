import type { INestApplicationContext } from '@nestjs/common';
import { CreateAgreement, ImportAssortment, PublishTerms, TeachBuyerNames } from '@tallgrunn/agreements-server';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Clock, FileStore, systemActor, UnitOfWork, type Actor, type Role } from '@tallgrunn/platform';
import { OrgNumber, Period, uuidv7 } from '@tallgrunn/values';
import { termsOf } from './terms-of.ts';
import { spoolFile } from '../spool-file.ts';
import { inWorld, type World, type WorldAgreement } from './world-files.ts';

/** Who is who once the world stands: ids and actors by the world's own keys. */
export interface StandingParties {
  readonly system: Actor;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly organisations: ReadonlyMap<string, string>;
}

export interface StandingWorld extends StandingParties {
  readonly agreements: ReadonlyMap<string, string>;
  /** The world's last moment. */
  readonly asOf: Date;
}

const kindOf = (world: World, organisation: string) =>
  organisation === world.cooperative.key ? 'cooperative' : world.suppliers.some(({ key }) => key === organisation) ? 'supplier' : 'buyer';

/** Sets up the world's parties and people: one cooperative, its buyers and suppliers. */
export async function setUpParties(app: INestApplicationContext, world: World): Promise<StandingParties> {
  const units = app.get(UnitOfWork, { strict: false });
  const parties = app.get(SetUpParties, { strict: false });
  const system = systemActor(uuidv7(app.get(Clock, { strict: false }).now()), { via: 'demo' });
  const organisations = new Map<string, string>();
  const actors = new Map<string, Actor>();
  await units.run(system, async () => {
    await parties.addCooperative(world.cooperative.name);
    organisations.set(world.cooperative.key, await parties.addOrganisation({ kind: 'cooperative', name: world.cooperative.name, orgNumber: world.cooperative.orgNumber }));
    for (const { municipalityNumber, name, orgNumber } of world.buyers) organisations.set(municipalityNumber, await parties.addOrganisation({ kind: 'buyer', name, orgNumber, municipalityNumber }));
    for (const { key, name, orgNumber } of world.suppliers) organisations.set(key, await parties.addOrganisation({ kind: 'supplier', name, orgNumber }));
    for (const person of world.people) {
      const organisationId = organisations.get(person.organisation) ?? '';
      const role = person.role as Role;
      const member = await parties.addMember({ organisationId, role, name: person.name, email: person.email, password: person.password });
      actors.set(person.id, { ...member, cooperativeId: system.cooperativeId, organisationId, side: kindOf(world, person.organisation), role, via: 'demo' });
    }
  });
  return { system, organisations, actors };
}

/** Sets up the world's agreements with lots, participation, terms, prices, and the names suppliers have for buyers. */
export async function setUpAgreements(app: INestApplicationContext, folder: string, world: World, standing: StandingParties, there: ReadonlyMap<string, string> = new Map()): Promise<Map<string, string>> {
  const units = app.get(UnitOfWork, { strict: false });
  const manager = actorOfRole(standing, 'contract-manager');
  const ids = new Map<string, string>(there);
  for (const agreement of world.agreements.filter(({ number }) => !there.has(number))) {
    const id = await units.run(manager, () => setUpAgreement(app, folder, world, agreement, standing));
    ids.set(agreement.number, id);
  }
  await units.run(manager, () => teachNames(app, world, standing));
  return ids;
}

/** One agreement whole: a load that is cut off leaves it whole or not at all. */
async function setUpAgreement(app: INestApplicationContext, folder: string, world: World, agreement: WorldAgreement, standing: StandingParties): Promise<string> {
  const id = await createAgreement(app, agreement, standing);
  for (const { key, assortment } of agreement.suppliers) {
    const file = await spoolFile(app.get(FileStore, { strict: false }).spoolFolder, inWorld(folder, assortment));
    await app.get(ImportAssortment, { strict: false }).run(id, standing.organisations.get(key) ?? '', file);
  }
  const suppliers = world.suppliers.filter((supplier) => supplier.agreement === agreement.number);
  // The clause holds from the world's first quarter on; what was before is not asked for.
  const holdsFrom = Period.parse(world.quarters[0] ?? agreement.validFrom.slice(0, 4)).start;
  await app.get(PublishTerms, { strict: false }).run(id, termsOf(agreement, suppliers), holdsFrom);
  return id;
}

async function createAgreement(app: INestApplicationContext, agreement: WorldAgreement, { organisations }: StandingParties): Promise<string> {
  const { id } = await app.get(CreateAgreement, { strict: false }).run({
    number: agreement.number,
    title: agreement.name,
    cpv: agreement.cpv.slice(0, 8),
    startsOn: agreement.validFrom,
    endsOn: agreement.validTo,
    lots: agreement.lots.map(({ key, name }) => ({ key, title: name })),
    suppliers: agreement.suppliers.map(({ key, lots }) => ({ supplierId: organisations.get(key) ?? '', lots })),
    buyers: agreement.participation.map(({ municipality, from, to }) => ({ buyerId: organisations.get(municipality) ?? '', fromOn: from, untilOn: to })),
  });
  return id;
}

async function teachNames(app: INestApplicationContext, world: World, { organisations }: StandingParties): Promise<void> {
  const names = app.get(TeachBuyerNames, { strict: false });
  for (const { municipalityNumber, sites } of world.buyers) {
    await names.addSites(organisations.get(municipalityNumber) ?? '', sites.map(({ name, orgNumber }) => ({ name, orgNumber: OrgNumber.parse(orgNumber).value })));
  }
  for (const { key, customers } of world.suppliers) {
    for (const { name, municipalityNumber } of customers) await names.addAlias(organisations.get(key) ?? '', name, organisations.get(municipalityNumber) ?? '');
  }
}

export function actorOfRole({ actors }: Pick<StandingWorld, 'actors'>, role: Role): Actor {
  const actor = [...actors.values()].find((each) => each.role === role);
  if (!actor) throw new Error(`The world has nobody who is ${role}.`);
  return actor;
}


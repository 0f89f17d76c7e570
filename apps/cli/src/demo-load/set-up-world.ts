import type { INestApplicationContext } from '@nestjs/common';
import { SetUpParties } from '@tallgrunn/identity-server';
import { Clock, systemActor, UnitOfWork, type Actor, type Role } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import type { World } from './world-files.ts';

/** Ids and actors of the loaded parties, by the demo data's own keys. */
export interface LoadedParties {
  readonly system: Actor;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly organisations: ReadonlyMap<string, string>;
}

export interface LoadedWorld extends LoadedParties {
  readonly agreements: ReadonlyMap<string, string>;
  /** Organisation numbers of branches by "supplier/branch". */
  readonly branches: ReadonlyMap<string, string>;
  /** The last moment of the demo data. */
  readonly asOf: Date;
}

const kindOf = (world: World, organisation: string) =>
  organisation === world.cooperative.key
    ? 'cooperative'
    : world.suppliers.some(({ key }) => key === organisation)
      ? 'supplier'
      : 'buyer';

/** Sets up parties and people of the demo data: one cooperative, its buyers and suppliers. */
export async function setUpParties(app: INestApplicationContext, world: World): Promise<LoadedParties> {
  const units = app.get(UnitOfWork, { strict: false });
  const parties = app.get(SetUpParties, { strict: false });
  const system = systemActor(uuidv7(app.get(Clock, { strict: false }).now()), { via: 'demo' });
  const organisations = new Map<string, string>();
  const actors = new Map<string, Actor>();
  await units.run(system, async () => {
    await parties.addCooperative(world.cooperative.name);
    organisations.set(
      world.cooperative.key,
      await parties.addOrganisation({
        kind: 'cooperative',
        name: world.cooperative.name,
        orgNumber: world.cooperative.orgNumber,
      }),
    );
    for (const { municipalityNumber, name, orgNumber } of world.buyers)
      organisations.set(
        municipalityNumber,
        await parties.addOrganisation({ kind: 'buyer', name, orgNumber, municipalityNumber }),
      );
    for (const { key, name, orgNumber } of world.bodies ?? [])
      organisations.set(key, await parties.addOrganisation({ kind: 'buyer', name, orgNumber }));
    for (const { key, name, orgNumber } of world.suppliers)
      organisations.set(key, await parties.addOrganisation({ kind: 'supplier', name, orgNumber }));
    for (const person of world.people) {
      const organisationId = organisations.get(person.organisation) ?? '';
      const role = person.role as Role;
      const member = await parties.addMember({
        organisationId,
        role,
        name: person.name,
        email: person.email,
        password: person.password,
      });
      actors.set(person.id, {
        ...member,
        cooperativeId: system.cooperativeId,
        organisationId,
        side: kindOf(world, person.organisation),
        role,
        via: 'demo',
      });
    }
  });
  return { system, organisations, actors };
}

export function actorOfRole({ actors }: Pick<LoadedWorld, 'actors'>, role: Role): Actor {
  const actor = [...actors.values()].find((each) => each.role === role);
  if (!actor) throw new Error(`The world has nobody who is ${role}.`);
  return actor;
}

export const branchesOf = ({ suppliers }: World): ReadonlyMap<string, string> =>
  new Map(
    suppliers.flatMap(({ key, branches = [] }) =>
      branches.map((branch): [string, string] => [`${key}/${branch.key}`, branch.orgNumber]),
    ),
  );

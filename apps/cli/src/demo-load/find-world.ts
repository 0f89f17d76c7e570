import type { INestApplicationContext } from '@nestjs/common';
import { FindActor } from '@tallgrunn/identity-server';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import type { LoadedWorld } from './set-up-world.ts';
import type { World } from './world-files.ts';

/** Returns the demo data that an interrupted load left behind; null when there is none. */
export async function findWorld(
  app: INestApplicationContext,
  world: World,
): Promise<Omit<LoadedWorld, 'asOf' | 'branches'> | null> {
  const find = app.get(FindActor, { strict: false });
  const there = (await find.system('demo')).find(({ cooperative }) => cooperative === world.cooperative.name);
  if (!there) return null;
  const actors = new Map<string, Actor>();
  for (const { id, email } of world.people) {
    const [member] = (await find.byEmail(email, 'demo')).filter(
      ({ actor }) => actor.cooperativeId === there.actor.cooperativeId,
    );
    if (member) actors.set(id, member.actor);
  }
  const keys = new Map(keysOf(world));
  return app.get(UnitOfWork, { strict: false }).run(there.actor, async () => {
    const database = app.get(Database, { strict: false });
    const organisations = await database.query<{ id: string; org_number: string }>(
      'select id, org_number from identity.door_organisation',
    );
    const agreements = await database.query<{ id: string; number: string }>(
      'select id, number from agreements.door_agreement',
    );
    return {
      system: there.actor,
      actors,
      organisations: new Map(organisations.map(({ id, org_number }) => [keys.get(org_number) ?? org_number, id])),
      agreements: new Map(agreements.map(({ id, number }) => [number, id])),
    };
  });
}

/** Returns the demo data's own keys by organisation number. */
function keysOf({ cooperative, buyers, bodies = [], suppliers }: World): [string, string][] {
  return [
    [cooperative.orgNumber, cooperative.key],
    ...buyers.map(({ orgNumber, municipalityNumber }): [string, string] => [orgNumber, municipalityNumber]),
    ...[...bodies, ...suppliers].map(({ orgNumber, key }): [string, string] => [orgNumber, key]),
  ];
}

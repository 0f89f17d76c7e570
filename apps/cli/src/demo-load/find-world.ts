import type { INestApplicationContext } from '@nestjs/common';
import { Database, systemActor, UnitOfWork, type Actor, type Role } from '@tallgrunn/platform';
import type { StandingWorld } from './set-up-world.ts';
import type { World } from './world-files.ts';

/** The world as an earlier load that was cut off left it; null when there is none. */
export async function findWorld(app: INestApplicationContext, world: World): Promise<StandingWorld | null> {
  const units = app.get(UnitOfWork, { strict: false });
  const database = app.get(Database, { strict: false });
  const nobody = systemActor('00000000-0000-0000-0000-000000000000');
  const cooperative = await units.run(nobody, () => database.one<{ id: string }>('select id from identity.cooperative where name = $1', [world.cooperative.name]));
  if (!cooperative) return null;
  const system = systemActor(cooperative.id, { via: 'demo' });
  return units.run(system, async () => {
    const keys = new Map([[world.cooperative.orgNumber, world.cooperative.key], ...world.buyers.map((buyer) => [buyer.orgNumber, buyer.municipalityNumber] as const), ...world.suppliers.map((supplier) => [supplier.orgNumber, supplier.key] as const)]);
    const organisations = await database.query<{ id: string; org_number: string }>('select id, org_number from identity.door_organisation');
    const members = await database.query<{ membership_id: string; person_id: string; organisation_id: string; kind: Actor['side']; role: Role; email: string }>(
      `select m.id as membership_id, m.person_id, m.organisation_id, o.kind, m.role, p.email
       from identity.membership m join identity.organisation o on o.id = m.organisation_id join identity.person p on p.id = m.person_id`,
    );
    const agreements = await database.query<{ id: string; number: string }>('select id, number from agreements.door_agreement');
    const ids = new Map(world.people.map(({ email, id }) => [email, id]));
    return {
      system,
      organisations: new Map(organisations.map(({ id, org_number }) => [keys.get(org_number) ?? org_number, id])),
      actors: new Map(
        members.map((row): [string, Actor] => [
          ids.get(row.email) ?? row.email,
          { personId: row.person_id, membershipId: row.membership_id, cooperativeId: cooperative.id, organisationId: row.organisation_id, side: row.kind, role: row.role, via: 'demo' },
        ]),
      ),
      agreements: new Map(agreements.map(({ id, number }) => [number, id])),
    };
  });
}

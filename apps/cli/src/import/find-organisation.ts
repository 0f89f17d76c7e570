import type { INestApplicationContext } from '@nestjs/common';
import { Database, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { WrongUsage } from '../command.ts';

/**
 * Returns the id of the organisation that an option names by organisation number, municipality number or name, among
 * those visible to the actor. @throws WrongUsage
 */
export async function findOrganisation(
  app: INestApplicationContext,
  actor: Actor,
  kind: 'buyer' | 'supplier',
  option: string,
  word: string,
): Promise<string> {
  const rows = await app
    .get(UnitOfWork, { strict: false })
    .run(actor, () =>
      app
        .get(Database, { strict: false })
        .query<{ id: string }>(
          'select id from identity.door_current_organisation where kind = $1 and ($2 in (org_number, municipality_number) or lower(name) = lower($2))',
          [kind, word],
        ),
    );
  const [only, ...others] = rows;
  if (!only || others.length > 0)
    throw new WrongUsage(`${option} ${word}: ${only ? 'several' : 'no'} ${kind}s here have that number or name.`);
  return only.id;
}

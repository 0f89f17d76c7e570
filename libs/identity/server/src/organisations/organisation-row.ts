import { notFound, type Database } from '@tallgrunn/platform';

/** Current data of a buyer or supplier. */
export interface OrganisationRow {
  readonly id: string;
  readonly kind: 'buyer' | 'supplier';
  readonly name: string;
  readonly org_number: string | null;
}

/**
 * Locks names and numbers of the cooperative's organisations until the transaction ends, so that changes are
 * serialised.
 */
export async function lockNumbers(database: Database): Promise<void> {
  await database.query(
    `select pg_advisory_xact_lock(hashtextextended('identity.organisation-number' || platform.cooperative(), 0))`,
  );
}

/**
 * Returns a buyer or supplier that was not merged into another.
 * @param lockForUpdate whether to lock its row
 * @throws Problem 'not-found' (404)
 */
export async function findOrganisation(
  database: Database,
  id: string,
  lockForUpdate = false,
): Promise<OrganisationRow> {
  const row = await database.one<OrganisationRow & Record<string, unknown>>(
    `select o.id, o.kind, o.name, (select e.org_number from identity.legal_entity e where e.id = o.legal_entity_id) as org_number
     from identity.organisation o
     where o.id = $1 and o.kind in ('buyer', 'supplier')
       and not exists (select from platform.door_merged_organisation m where m.cooperative_id = o.cooperative_id and m.id = o.id)${lockForUpdate ? ' for update' : ''}`,
    [id],
  );
  if (!row) throw notFound('organisation');
  return row;
}

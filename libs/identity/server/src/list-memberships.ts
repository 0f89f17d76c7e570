import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, UnitOfWork, type Role, type ActorKind } from '@tallgrunn/platform';

/** An active membership of a person: organisation, role and cooperative. */
export interface Membership {
  readonly id: string;
  readonly role: Role;
  /** End of the membership; null without one. */
  readonly endsAt: Date | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: Exclude<ActorKind, 'system'> };
  readonly cooperative: { readonly id: string; readonly name: string };
  /** Address where a cooperative that has moved is now, empty when unknown; null: it is here. */
  readonly movedTo: string | null;
}

interface Row {
  readonly id: string;
  readonly role: Role;
  readonly ends_at: Date | null;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly kind: Exclude<ActorKind, 'system'>;
  readonly cooperative_id: string;
  readonly cooperative_name: string;
  readonly moved_to: string | null;
}

/**
 * Refuses to act for a cooperative that is in another database now.
 * @throws Problem 'cooperative-moved' (410) with its address
 */
export function requireNotMoved({ movedTo }: Pick<Membership, 'movedTo'>): void {
  if (movedTo !== null) throw new Problem(410, 'cooperative-moved', { address: movedTo });
}

/** Lists the active memberships of a person in all cooperatives, in a unit of work that knows only the person. */
@Injectable()
export class ListMemberships {
  constructor(
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(personId: string): Promise<Membership[]> {
    const rows = await this.units.runAsPerson(personId, () =>
      this.database.query<Row>(
        `select m.id, m.role, m.ends_at, o.id as organisation_id, o.name as organisation_name, o.kind, c.id as cooperative_id, c.name as cooperative_name, platform.moved_to(c.id) as moved_to
         from identity.membership m
         join identity.organisation o on o.cooperative_id = m.cooperative_id and o.id = m.organisation_id
         join identity.cooperative c on c.id = m.cooperative_id
         where m.person_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2)
         order by c.name, o.name, m.role`,
        [personId, this.clock.now()],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      role: row.role,
      endsAt: row.ends_at,
      organisation: { id: row.organisation_id, name: row.organisation_name, kind: row.kind },
      cooperative: { id: row.cooperative_id, name: row.cooperative_name },
      movedTo: row.moved_to,
    }));
  }
}

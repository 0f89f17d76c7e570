import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  notFound,
  Problem,
  SecurityLog,
  UnitOfWork,
  type Actor,
  type Via,
} from '@tallgrunn/platform';
import { DataSource } from 'typeorm';
import { FindActor } from '../find-actor.ts';
import { ListMemberships } from '../list-memberships.ts';
import { People } from '../store/people.ts';
import { EraseMentions, type ErasedPlace } from './erase-mentions.ts';

/** Name shown for an erased person. */
export const ERASED_NAME = 'Slettet person';

/** Result of an erasure: number of erased texts per place, and of deleted sign-in rows (sessions, resets, factors). */
export interface Erasure {
  readonly personId: string;
  readonly texts: readonly ErasedPlace[];
  readonly signInRows: number;
}

/**
 * Erases a person: name, e-mail address, password, sessions, second factors, reset links, API keys, and all free texts
 * that contain the name or address. Only the id remains, which acts and decisions reference. Can be repeated safely.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly people: People,
    private readonly memberships: ListMemberships,
    private readonly find: FindActor,
    private readonly mentions: EraseMentions,
    private readonly units: UnitOfWork,
    private readonly database: Database,
    private readonly source: DataSource,
    private readonly audit: AuditLog,
    private readonly securityLog: SecurityLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases the person. The audit log names the person who ordered it as the actor.
   * @throws Problem 'not-found' (404)
   * @throws Problem 'person-has-access' (409) while the person has an active membership
   */
  async run(personId: string, order: { readonly via: Via; readonly by?: Actor }): Promise<Erasure> {
    const person = await this.people.byId(personId);
    if (!person) throw notFound('person');
    const activeMemberships = await this.memberships.run(personId);
    if (activeMemberships.length > 0)
      throw new Problem(409, 'person-has-access', {
        organisations: activeMemberships.map(({ organisation }) => organisation.name),
      });
    const former = await this.#formerNames(personId);
    const isErased = person.name === ERASED_NAME && person.passwordHash === null;
    const mentions = isErased ? former : [person.name, person.email, ...former];
    const texts: ErasedPlace[] = [];
    for (const { actor } of await this.find.system(order.via)) {
      const system: Actor = { ...actor, personId: order.by?.personId ?? null };
      texts.push(...(await this.units.run(system, () => this.#eraseIn(personId, mentions))));
    }
    const signInRows = await this.#eraseSignIn(personId);
    await this.source.query('update identity.person set name = $2, email = $3, password_hash = null where id = $1', [
      personId,
      ERASED_NAME,
      `slettet-${personId}@erased.invalid`,
    ]);
    await this.securityLog.record({
      event: 'person-erased',
      personId: order.by?.personId ?? null,
      details: { subjectPersonId: personId, via: order.via },
    });
    return { personId, texts, signInRows };
  }

  /** Returns the person's former names from the corrections in the audit log. */
  async #formerNames(personId: string): Promise<string[]> {
    const names = new Set<string>();
    for (const { actor } of await this.find.system('job')) {
      const rows = await this.units.run(actor, () =>
        this.database.query<{ name: string | null }>(
          `select details #>> '{before,name}' as name from platform.door_audit_entry where act = 'person.corrected' and subject_id = $1`,
          [personId],
        ),
      );
      for (const { name } of rows) if (name && !name.startsWith('{')) names.add(name);
    }
    return [...names];
  }

  async #eraseIn(personId: string, mentions: readonly string[]): Promise<ErasedPlace[]> {
    const now = this.clock.now();
    await this.database.query(
      'update identity.api_key set revoked_at = coalesce(revoked_at, $2) where person_id = $1',
      [personId, now],
    );
    const texts = await this.mentions.inCooperative(mentions);
    const wasMember = await this.database.one('select 1 from identity.membership where person_id = $1 limit 1', [
      personId,
    ]);
    if (wasMember || texts.length > 0) {
      const count = texts.reduce((sum, { erased }) => sum + erased, 0);
      await this.audit.record({
        act: 'person.erased',
        subject: { kind: 'person', id: personId },
        details: { texts: count },
      });
    }
    return texts;
  }

  /**
   * Deletes the person's rows from all sign-in tables: identity tables without a tenant that reference a person, and
   * sessions. Returns how many.
   */
  async #eraseSignIn(personId: string): Promise<number> {
    const tables = await this.source.query<{ name: string }[]>(
      `select c.oid::regclass::text as name from pg_class c join pg_attribute p on p.attrelid = c.oid and p.attname = 'person_id' and not p.attisdropped
       where c.relnamespace = 'identity'::regnamespace and c.relkind = 'r'
         and not exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'cooperative_id' and not t.attisdropped) order by 1`,
    );
    let removed = 0;
    for (const { name } of tables)
      removed += (
        await this.source.query<[unknown[], number]>(`delete from ${name} where person_id = $1`, [personId])
      )[1];
    removed += (
      await this.source.query<[unknown[], number]>(`delete from identity.session where sess->>'personId' = $1`, [
        personId,
      ])
    )[1];
    return removed;
  }
}

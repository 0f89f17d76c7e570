import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { withChanges, PartyRecord, rejectParty, requireValidDays } from './party-record.ts';

export const relatedEntityKinds = [
  'branch',
  'franchisee',
  'factoring-payee',
  'predecessor',
  'registration-abroad',
] as const;
export type RelatedEntityKind = (typeof relatedEntityKinds)[number];

/** An entity related to a supplier: a branch with its own number, a payee, a predecessor, or a foreign registration. */
export interface RelatedEntity {
  readonly kind: RelatedEntityKind;
  readonly name: string;
  readonly orgNumber: string | null;
  /** A number of another country, as text. */
  readonly foreignNumber: string | null;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export type NewRelatedEntity = Pick<RelatedEntity, 'kind' | 'name'> & Partial<RelatedEntity>;

const READ_RELATED_ENTITY_SQL = `select kind, name, org_number as "orgNumber", foreign_number as "foreignNumber", country, valid_from as "fromOn", valid_to as "untilOn"
  from agreements.related_entity where supplier_id = $1 and id = $2 for update`;

/**
 * Adds, changes and ends related entities of a supplier. Reports, invoices and postings under their numbers count for
 * the supplier on those days.
 */
@Injectable()
export class ChangeRelatedEntities {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  async add(supplierId: string, given: NewRelatedEntity): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    const entity = await this.#read({
      foreignNumber: null,
      country: 'NO',
      fromOn: null,
      untilOn: null,
      ...given,
      orgNumber: await this.record.parseOrgNumber(given.orgNumber),
    });
    await this.#requireFit(supplierId, entity, null);
    const id = uuidv7(this.clock.now());
    const { kind, name, orgNumber, foreignNumber, country, fromOn, untilOn } = entity;
    await this.database.query(
      'insert into agreements.related_entity (id, supplier_id, kind, name, org_number, foreign_number, country, valid_from, valid_to, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [id, supplierId, kind, name, orgNumber, foreignNumber, country, fromOn, untilOn, this.clock.now()],
    );
    await this.record.recordChange(supplierId, 'related-entity', {}, { id, ...entity });
    return { id };
  }

  /** Changes only the given fields. */
  async change(supplierId: string, id: string, change: Partial<RelatedEntity>): Promise<void> {
    const before = await this.database.one<RelatedEntity & Record<string, unknown>>(READ_RELATED_ENTITY_SQL, [
      supplierId,
      id,
    ]);
    if (!before) throw notFound('related-entity');
    const orgNumber =
      change.orgNumber === undefined || change.orgNumber === before.orgNumber
        ? before.orgNumber
        : await this.record.parseOrgNumber(change.orgNumber);
    const next = await this.#read(withChanges(before, { ...change, orgNumber }));
    await this.#requireFit(supplierId, next, id);
    await this.database.query(
      'update agreements.related_entity set kind = $3, name = $4, org_number = $5, foreign_number = $6, country = $7, valid_from = $8, valid_to = $9 where supplier_id = $1 and id = $2',
      [
        supplierId,
        id,
        next.kind,
        next.name,
        next.orgNumber,
        next.foreignNumber,
        next.country,
        next.fromOn,
        next.untilOn,
      ],
    );
    await this.record.recordChange(supplierId, 'related-entity', { id, ...before }, { id, ...next });
  }

  async #read(entity: RelatedEntity): Promise<RelatedEntity> {
    requireValidDays(entity.fromOn, entity.untilOn);
    const foreignNumber = entity.foreignNumber?.trim() || null;
    if (entity.orgNumber && foreignNumber)
      rejectParty({
        code: 'two-numbers',
        path: 'foreignNumber',
        params: { found: foreignNumber, expected: entity.orgNumber },
      });
    if (foreignNumber && entity.country === 'NO')
      rejectParty({ code: 'foreign-without-country', path: 'country', params: { found: foreignNumber } });
    if (entity.orgNumber && entity.country !== 'NO')
      rejectParty({ code: 'norwegian-number-abroad', path: 'country', params: { found: entity.orgNumber } });
    if (entity.kind === 'registration-abroad' && !foreignNumber)
      rejectParty({ code: 'foreign-number-missing', path: 'foreignNumber' });
    return { ...entity, name: entity.name.trim(), foreignNumber };
  }

  /**
   * Requires that a number belongs to only one supplier on a day. Several suppliers may share a factoring company,
   * because its number alone identifies none of them.
   */
  async #requireFit(
    supplierId: string,
    { kind, name, orgNumber, foreignNumber, fromOn, untilOn }: RelatedEntity,
    id: string | null,
  ): Promise<void> {
    const same = await this.database.one(
      'select 1 from agreements.related_entity where supplier_id = $1 and kind = $2 and lower(name) = lower($3) and valid_from is not distinct from $4::date and id is distinct from $5',
      [supplierId, kind, name, fromOn, id],
    );
    if (same) rejectParty({ code: 'belonging-known', path: 'name', params: { found: name } });
    const number = orgNumber ?? foreignNumber;
    if (!number || kind === 'factoring-payee') return;
    const owner = await this.database.one<{ name: string }>(
      `select o.name from identity.door_current_organisation o where o.kind = 'supplier' and o.org_number = $1 and o.id = $2
       union all
       select u.name from agreements.related_entity u
       where coalesce(u.org_number, u.foreign_number) = $1 and u.kind <> 'factoring-payee' and u.id is distinct from $3
         and coalesce(u.valid_from, '-infinity') <= coalesce($5::date, 'infinity') and coalesce(u.valid_to, 'infinity') >= coalesce($4::date, '-infinity')
       limit 1`,
      [number, supplierId, id, fromOn, untilOn],
    );
    if (owner)
      rejectParty({
        code: 'number-of-another',
        path: orgNumber ? 'orgNumber' : 'foreignNumber',
        params: { found: number, expected: owner.name },
      });
  }
}

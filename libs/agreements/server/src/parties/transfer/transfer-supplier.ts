import { Injectable } from '@nestjs/common';
import { Clock, Database, DomainEvents, Problem } from '@tallgrunn/platform';
import { addDays, OrgNumber } from '@tallgrunn/values';
import { AddAgreementSuppliers } from '../../register/add-agreement-suppliers.ts';
import { ChangeAgreementSupplier } from '../../register/change-agreement-supplier.ts';
import type { ClauseStatus } from '../../register/call-off-method.ts';
import { ChangeRelatedEntities } from '../change-related-entities.ts';
import { TransferPrices } from '../../prices/transfer-prices.ts';
import { PartyRecord } from '../party-record.ts';

export interface TransferredAgreement {
  readonly agreementId: string;
  readonly number: string;
  readonly title: string;
  readonly lot: string | null;
  readonly lastDay: string | null;
}

/** The effect of one supplier taking over from another. The day is the first day of the successor. */
export interface TransferEffect {
  readonly from: string;
  readonly into: string;
  /** End on the day before; the successor takes them over on the same terms. */
  readonly moving: readonly TransferredAgreement[];
  /** The successor has them already: they end, and nothing is added. */
  readonly sharedAlready: readonly TransferredAgreement[];
  /** Begin on the day or later; they must be changed individually on the agreement. */
  readonly later: readonly TransferredAgreement[];
  /** Number of learned rules (names, customer numbers, units, columns) of the predecessor that the successor lacks. */
  readonly learnedRules: number;
  /** Number of the predecessor's items whose prices the successor takes over. */
  readonly items: number;
  /** Agreements in which neither of them has an agreed price on the day. */
  readonly withoutPrices: readonly string[];
  /** Users of the predecessor: they report deliveries before the day, and are invited to the successor. */
  readonly users: readonly string[];
}

interface AgreementSupplierRow extends TransferredAgreement, Record<string, unknown> {
  readonly id: string;
  readonly rank: number | null;
  readonly share: string | null;
  readonly clauseStatus: ClauseStatus;
  readonly lotId: string | null;
  readonly firstDay: string;
  readonly isShared: boolean;
}

const AGREEMENT_SUPPLIERS_SQL = `
  select s.id, s.agreement_id as "agreementId", a.number, a.title, l.key as lot, s.lot_id as "lotId", s.valid_to as "lastDay", s.valid_from as "firstDay", s.rank, s.share::text as share,
    s.reporting_clause_status as "clauseStatus", exists (
      select from agreements.agreement_supplier o where o.cooperative_id = s.cooperative_id and o.agreement_id = s.agreement_id and o.supplier_id = $2
        and o.lot_id is not distinct from s.lot_id and coalesce(o.valid_to, 'infinity') >= $3::date) as "isShared"
  from agreements.agreement_supplier s
  join agreements.agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
  left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
  where s.supplier_id = $1 and (s.valid_to is null or s.valid_to >= $3::date) order by a.number, l.key`;

/** Keys and columns of the learned rules, for counting and copying those that the second supplier lacks. */
const learnedRules = {
  buyer_alias: { key: ['text'], columns: ['text', 'buyer_id', 'origin'] },
  customer_number: { key: ['number'], columns: ['number', 'buyer_id', 'site_id', 'origin', 'valid_from', 'valid_to'] },
  unit_mapping: {
    key: ['agreement_id', 'text'],
    columns: ['agreement_id', 'text', 'unit', 'factor', 'to_unit', 'origin'],
  },
  column_rule: {
    key: ['agreement_id', 'kind', 'heading'],
    columns: ['agreement_id', 'kind', 'heading', 'field', 'value', 'origin'],
  },
} as const;
const missingRulesSql = (table: keyof typeof learnedRules): string =>
  `from agreements.${table} r where r.supplier_id = $1 and r.revoked_at is null and not exists (
     select from agreements.${table} o where o.cooperative_id = r.cooperative_id and o.supplier_id = $2 and ${learnedRules[table].key.map((each) => `o.${each} = r.${each}`).join(' and ')})`;

const AGREEMENTS_WITHOUT_PRICES_SQL = `
  select a.number || ' ' || a.title as name from agreements.agreement a
  where a.id = any($3::uuid[]) and not exists (
    select from agreements.door_price p where p.cooperative_id = a.cooperative_id and p.agreement_id = a.id and p.supplier_id in ($1, $2)
      and coalesce(p.valid_to, 'infinity') >= $4::date)
  order by 1`;

const ITEMS_SQL = `
  select count(distinct p.item_id)::int as n from agreements.door_price p
  join agreements.price_line l on l.cooperative_id = p.cooperative_id and l.price_version_id = p.price_version_id and l.line_no = p.line_no
  where p.supplier_id = $1 and coalesce(p.valid_to, 'infinity') >= $4::date and exists (
    select from unnest($2::uuid[], $3::uuid[]) as held (agreement_id, lot_id)
    where held.agreement_id = p.agreement_id and (held.lot_id is null or l.lot_id is null or held.lot_id = l.lot_id))`;

const USERS_SQL = `
  select distinct p.name from identity.door_membership m join identity.door_person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
  where m.organisation_id = $1 and m.ended_at is null and (m.ends_at is null or m.ends_at > $2) order by p.name`;

/**
 * Lets one supplier take over agreements, prices and learned rules from another on a day. Obligations follow the dates:
 * the predecessor reports until the day, the successor from it; reports of later periods that nobody has submitted move
 * when 'agreements.supplier-transferred' is handled. The predecessor's organisation number counts as the successor's
 * from the day.
 */
@Injectable()
export class TransferSupplier {
  constructor(
    private readonly database: Database,
    private readonly parties: PartyRecord,
    private readonly holdings: AddAgreementSuppliers,
    private readonly endings: ChangeAgreementSupplier,
    private readonly belongings: ChangeRelatedEntities,
    private readonly prices: TransferPrices,
    private readonly facts: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 'not-found' (404); 'party-invalid' (422) for a transfer to itself */
  async preview(fromId: string, intoId: string, day: string): Promise<TransferEffect> {
    return (await this.#read(fromId, intoId, day)).effect;
  }

  /** @throws Problem 'not-found' (404); 'party-invalid' (422) when there is nothing to take over */
  async run(fromId: string, intoId: string, day: string): Promise<TransferEffect> {
    const { effect, rows } = await this.#read(fromId, intoId, day);
    const moving = rows.filter(({ firstDay }) => firstDay < day);
    if (moving.length === 0) rejectTransfer('nothing-to-take-over', 'day', day);
    const lastDay = addDays(day, -1);
    for (const { id, agreementId, lot, rank, share, clauseStatus, isShared, lastDay: until } of moving) {
      await this.endings.run(agreementId, id, { untilOn: lastDay });
      if (!isShared)
        await this.holdings.run(agreementId, {
          ...{ supplierId: intoId, lots: lot === null ? [] : [lot], fromOn: day, untilOn: until, rank, clauseStatus },
          share: share === null ? null : share.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''),
        });
    }
    await this.#movePrices(
      fromId,
      intoId,
      day,
      moving.filter(({ isShared }) => !isShared),
    );
    await this.#copyRules(fromId, intoId, day);
    await this.#notePredecessor(fromId, intoId, effect.from, day);
    const details = { day, fromId, intoId, agreements: effect.moving.length, learnedRules: effect.learnedRules };
    for (const id of [fromId, intoId]) await this.parties.recordChange(id, 'transfer', {}, details);
    await this.facts.publish({
      name: 'agreements.supplier-transferred',
      subjectId: fromId,
      payload: { intoId, day, agreementIds: [...new Set(moving.map(({ agreementId }) => agreementId))] },
    });
    return effect;
  }

  async #read(
    fromId: string,
    intoId: string,
    day: string,
  ): Promise<{ effect: TransferEffect; rows: AgreementSupplierRow[] }> {
    const from = await this.parties.require(fromId, 'supplier');
    const into = await this.parties.require(intoId, 'supplier');
    if (fromId === intoId) rejectTransfer('merged-into-itself', 'into', into.name);
    const rows = await this.database.query<AgreementSupplierRow>(AGREEMENT_SUPPLIERS_SQL, [fromId, intoId, day]);
    const bare = ({ agreementId, number, title, lot, lastDay }: AgreementSupplierRow) => ({
      agreementId,
      number,
      title,
      lot,
      lastDay,
    });
    const begun = rows.filter(({ firstDay }) => firstDay < day);
    const names = async (sql: string, params: readonly unknown[]) =>
      (await this.database.query<{ name: string }>(sql, params)).map(({ name }) => name);
    const effect = {
      from: from.name,
      into: into.name,
      moving: begun.filter(({ isShared }) => !isShared).map(bare),
      sharedAlready: begun.filter(({ isShared }) => isShared).map(bare),
      later: rows.filter(({ firstDay }) => firstDay >= day).map(bare),
      learnedRules: await this.#countRules(fromId, intoId),
      items: await this.#countItems(
        fromId,
        day,
        begun.filter(({ isShared }) => !isShared),
      ),
      withoutPrices: await names(AGREEMENTS_WITHOUT_PRICES_SQL, [
        fromId,
        intoId,
        begun.map(({ agreementId }) => agreementId),
        day,
      ]),
      users: await names(USERS_SQL, [fromId, this.clock.now()]),
    };
    return { effect, rows };
  }

  async #countItems(fromId: string, day: string, rows: readonly AgreementSupplierRow[]): Promise<number> {
    const row = await this.database.one<{ n: number }>(ITEMS_SQL, [
      ...[fromId, rows.map(({ agreementId }) => agreementId), rows.map(({ lotId }) => lotId)],
      day,
    ]);
    return row?.n ?? 0;
  }

  async #movePrices(fromId: string, intoId: string, day: string, rows: readonly AgreementSupplierRow[]): Promise<void> {
    for (const [agreementId, held] of Map.groupBy(rows, (row) => row.agreementId)) {
      const lotIds = held.flatMap(({ lotId }) => lotId ?? []);
      await this.prices.run({
        ...{ agreementId, fromId, intoId, day },
        lotIds: lotIds.length < held.length ? null : lotIds,
      });
    }
  }

  async #countRules(fromId: string, intoId: string): Promise<number> {
    let count = 0;
    for (const table of Object.keys(learnedRules) as (keyof typeof learnedRules)[]) {
      const row = await this.database.one<{ n: number }>(`select count(*)::int as n ${missingRulesSql(table)}`, [
        fromId,
        intoId,
      ]);
      count += row?.n ?? 0;
    }
    return count;
  }

  /**
   * Copies the learned rules that the successor lacks. A customer number is valid for the successor only from the day
   * on.
   */
  async #copyRules(fromId: string, intoId: string, day: string): Promise<void> {
    for (const table of Object.keys(learnedRules) as (keyof typeof learnedRules)[]) {
      const { columns } = learnedRules[table];
      const isDated = table === 'customer_number';
      const values = columns.map((column) =>
        column === 'valid_from' ? `greatest(r.valid_from, $4::date)` : `r.${column}`,
      );
      await this.database.query(
        `insert into agreements.${table} (id, supplier_id, created_at, ${columns.join(', ')})
         select gen_random_uuid(), $2, $3, ${values.join(', ')} ${missingRulesSql(table)}${isDated ? ' and (r.valid_to is null or r.valid_to >= $4::date)' : ''}
         on conflict do nothing`,
        [fromId, intoId, this.clock.now(), ...(isDated ? [day] : [])],
      );
    }
  }

  /** Returns the organisation number if it is valid here; synthetic numbers are valid only in a demo. */
  async #usableNumber(number: string | null): Promise<string | null> {
    const testNumbers = await this.parties.acceptsTestNumbers();
    return number !== null && OrgNumber.parse(number, { testNumbers }).ok ? number : null;
  }

  async #notePredecessor(fromId: string, intoId: string, name: string, day: string): Promise<void> {
    const organisation = await this.database.one<{ org_number: string | null }>(
      'select org_number from identity.door_current_organisation where id = $1',
      [fromId],
    );
    const existing = await this.database.one(
      `select 1 from agreements.related_entity where supplier_id = $1 and kind = 'predecessor' and lower(name) = lower($2)`,
      [intoId, name],
    );
    if (!existing)
      await this.belongings.add(intoId, {
        kind: 'predecessor',
        name,
        orgNumber: await this.#usableNumber(organisation?.org_number ?? null),
        fromOn: day,
      });
  }
}

function rejectTransfer(code: string, path: string, found: string): never {
  throw new Problem(422, 'party-invalid', {}, [{ code, path, params: { found } }]);
}

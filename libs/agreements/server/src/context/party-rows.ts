import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { ObligationRow } from './context-rows.ts';

export interface SiteRow {
  readonly buyer_id: string;
  readonly name: string;
  readonly org_number: string | null;
}

/** Names and numbers of buyers, general and supplier-specific, and the organisation changes that affect them. */
export interface PartySources {
  readonly sites: readonly SiteRow[];
  readonly aliases: readonly { readonly buyer_id: string; readonly text: string }[];
  readonly numbers: readonly { readonly buyer_id: string; readonly number: string }[];
  readonly formerNames: readonly { readonly buyer_id: string; readonly text: string; readonly until: string }[];
  readonly successions: readonly { readonly buyer_id: string; readonly by_id: string; readonly on: string }[];
  readonly units: readonly { readonly kind: string; readonly name: string; readonly number: string | null }[];
}

type SupplierPeriod = Pick<ObligationRow, 'supplier_id' | 'period_start' | 'period_end'>;

const IN_PERIOD = `valid_from < $2::date and coalesce(valid_to, 'infinity') >= $1::date`;

/** Reads the party rows of a check context that apply in the period. */
@Injectable()
export class PartyRows {
  constructor(private readonly database: Database) {}

  async run(period: SupplierPeriod): Promise<PartySources> {
    return {
      sites: await this.#sites(period),
      aliases: [...(await this.#correctedNames()), ...(await this.#learnedNames(period))],
      numbers: await this.#numbers(period),
      formerNames: await this.#formerNames(period),
      successions: await this.#successions(period),
      units: await this.#units(period),
    };
  }

  /** Returns the names that buyers had before a correction, unless another buyer has that name now. */
  #correctedNames(): Promise<{ buyer_id: string; text: string }[]> {
    const plain = (name: string) => `regexp_replace(lower(${name}), ' kommune$', '')`;
    return this.database.query(
      `select h.organisation_id as buyer_id, h.name as text from identity.door_organisation_history h
       where h.kind = 'buyer' and not exists (select 1 from identity.door_current_organisation o where o.kind = 'buyer' and ${plain('o.name')} = ${plain('h.name')})
       order by h.valid_to, h.id`,
    );
  }

  #learnedNames({ supplier_id }: SupplierPeriod): Promise<{ buyer_id: string; text: string }[]> {
    return this.database.query(
      'select buyer_id, text from agreements.buyer_alias where supplier_id = $1 and revoked_at is null order by text',
      [supplier_id],
    );
  }

  /**
   * Returns each site by its name and by every delivery name; only the first has the organisation number. A buyer's
   * previous organisation number is returned as a site of that buyer.
   */
  #sites({ period_start, period_end }: SupplierPeriod): Promise<SiteRow[]> {
    return this.database.query<SiteRow & Record<string, unknown>>(
      `select s.buyer_id, n.name, case when n.place = 0 then s.org_number end as org_number, s.name as place_name, s.id, n.place
       from agreements.buyer_site s
       cross join lateral (select s.name, 0 as place union all select d.name, d.place::int from unnest(s.delivery_names) with ordinality d (name, place)) n
       where ${IN_PERIOD.replace('valid_from', `coalesce(s.valid_from, '-infinity')`)}
       union all
       select o.id, o.name, f.org_number, o.name, o.id, 0 from identity.door_organisation_number f
       join identity.door_organisation o on o.cooperative_id = f.cooperative_id and o.id = f.id
       where f.kind = 'buyer' and not f.is_current
         and not exists (select 1 from agreements.buyer_site t where t.cooperative_id = f.cooperative_id and t.org_number = f.org_number)
       order by place_name, id, place`,
      [period_start, period_end],
    );
  }

  #numbers({ supplier_id, period_start, period_end }: SupplierPeriod): Promise<{ buyer_id: string; number: string }[]> {
    return this.database.query(
      `select buyer_id, number from agreements.customer_number
       where ${IN_PERIOD.replace('valid_from', `coalesce(valid_from, '-infinity')`)} and supplier_id = $3 and revoked_at is null order by number, valid_from nulls first, id`,
      [period_start, period_end, supplier_id],
    );
  }

  #formerNames({ period_end }: SupplierPeriod): Promise<{ buyer_id: string; text: string; until: string }[]> {
    return this.database.query(
      `select predecessor_ids[1] as buyer_id, former_name as text, effective_on as until from agreements.door_organisation_change
       where kind = 'renamed' and former_name is not null and effective_on < $1 order by effective_on, id`,
      [period_end],
    );
  }

  /**
   * Returns the successors of merged and split buyers. A split leads to each part, even when one of them is the
   * previous buyer.
   */
  #successions({ period_end }: SupplierPeriod): Promise<{ buyer_id: string; by_id: string; on: string }[]> {
    return this.database.query(
      `select f.id as buyer_id, t.id as by_id, e.effective_on as "on" from agreements.door_organisation_change e
       cross join unnest(e.predecessor_ids) f (id) cross join unnest(e.successor_ids) t (id)
       where e.kind in ('merged', 'split') and e.effective_on < $1 order by e.effective_on, e.id, f.id, t.id`,
      [period_end],
    );
  }

  #units({
    supplier_id,
    period_start,
    period_end,
  }: SupplierPeriod): Promise<{ kind: string; name: string; number: string | null }[]> {
    return this.database.query(
      `select kind, name, number from agreements.door_related_entity
       where supplier_id = $3 and (kind = 'predecessor' or ${IN_PERIOD.replace('valid_from', `coalesce(valid_from, '-infinity')`)}) order by kind, name, id`,
      [period_start, period_end, supplier_id],
    );
  }
}

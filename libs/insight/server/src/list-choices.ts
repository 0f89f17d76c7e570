import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Files with purchases, and those that have been read. */
export interface Making {
  readonly files: number;
  readonly read: number;
  /** Nothing has come of them for so long that something must have stopped the work. */
  readonly late: boolean;
}

/** Minutes after the last file came or was read, within which the largest first load has its figures. */
const LATE_MINUTES = 30;

/** A month with lines, and the buyers whose ledger is not complete for it. */
export interface IncompleteMonth {
  readonly month: string;
  readonly buyers: readonly string[];
  /** All buyers that whoever asks may see. */
  readonly isAll: boolean;
}

/** Buyers of whose ledger nothing is here. $1: of this buyer only, null for all. */
const WITHOUT_LEDGER = `
  select o.name from identity.door_current_organisation o
  where o.kind = 'buyer' and ($1::uuid is null or o.id = $1::uuid) and not exists (select from spend.door_coverage c where c.buyer_id = o.id)
  order by o.name`;

/** What ledgers lack that are here in part. $1: months; $2: of this buyer only, null for all. */
const INCOMPLETE = `
  with buyer as materialized (
    select o.id, o.name from identity.door_current_organisation o where o.kind = 'buyer' and ($2::uuid is null or o.id = $2::uuid)
  ), ledger as materialized (
    select m.buyer_id, m.month, m.is_complete from spend.door_ledger_month m
  )
  select x.month, array_agg(b.name order by b.name) as buyers, count(*) = (select count(*) from buyer) as "isAll"
  from unnest($1::text[]) x (month) cross join buyer b
  where exists (select from ledger c where c.buyer_id = b.id) and not exists (select 1 from ledger c where c.buyer_id = b.id and c.month = x.month and c.is_complete)
  group by x.month order by x.month`;

/** What has been handed in and is in no figure yet: files that wait to be read, or lines that are read, which a run makes figures of. */
const MAKING = `
  select b.files, b.read, coalesce(b.newest < $1::timestamptz - interval '${LATE_MINUTES} minutes', false) as late from (
    select count(*)::int as files, (count(*) filter (where b.state = 'posted'))::int as read, max(greatest(b.received_at, b.posted_at)) as newest from spend.door_batch b where b.kind in ('invoices', 'ledger') and b.state <> 'refused'
  ) b
  where b.read < b.files or exists (select from spend.door_line l where l.buyer_id is not null)`;

/** What each filter of the combined table can be set to, for whoever asks. */
@Injectable()
export class ListChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{
    buyers: Choice[];
    suppliers: Choice[];
    agreements: Choice[];
    categories: string[];
    months: string[];
    incomplete: IncompleteMonth[];
    withoutLedger: string[];
    making: Making | null;
  }> {
    const buyers = await this.database.query<Choice>(
      `select o.id as value, o.name as label from identity.door_organisation o where exists (select from insight.combined_sum l where l.level = 'buyer' and l.buyer_id = o.id) order by o.name`,
    );
    const suppliers = await this.database.query<Choice>(
      `select o.id as value, o.name as label from identity.door_organisation o where exists (select from insight.combined_sum l where l.level = 'supplier' and l.supplier_id = o.id) order by o.name`,
    );
    const agreements = await this.database.query<Choice>(
      `select a.id as value, a.number || ' ' || a.title as label from agreements.door_agreement a order by a.number`,
    );
    const seen = await this.database.one<{ categories: string[] | null; months: string[] | null }>(
      `select (select array_agg(distinct category order by category) from insight.combined_sum where level = 'buyer' and category is not null) as categories,
              (select array_agg(distinct month order by month) from insight.combined_sum where level = 'buyer' and month is not null) as months`,
    );
    const months = seen?.months ?? [];
    const { side, organisationId } = this.database.actor();
    const own = side === 'buyer' ? organisationId : null;
    const incomplete = await this.database.query<IncompleteMonth & Record<string, unknown>>(INCOMPLETE, [months, own]);
    const without = await this.database.query<{ name: string }>(WITHOUT_LEDGER, [own]);
    const making =
      months.length === 0
        ? ((await this.database.one<Making & Record<string, unknown>>(MAKING, [this.clock.now()])) ?? null)
        : null;
    return {
      buyers,
      suppliers,
      agreements,
      categories: seen?.categories ?? [],
      months,
      incomplete,
      withoutLedger: without.map(({ name }) => name),
      making,
    };
  }
}

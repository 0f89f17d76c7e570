import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

/** Number of files with purchases, and of those that have been read. */
export interface ProcessingStatus {
  readonly files: number;
  readonly read: number;
  /** No progress for so long that processing must have stopped. */
  readonly late: boolean;
}

/** Minutes after the last file was received or read, within which the largest first import has its figures. */
const LATE_MINUTES = 30;

/** A month with lines, and the buyers whose ledger is incomplete for it. */
export interface IncompleteMonth {
  readonly month: string;
  readonly buyers: readonly string[];
  /** They are all the buyers that the user may see. */
  readonly isAll: boolean;
}

/** SQL: buyers without any ledger data. $1: buyer id; null = all. */
const WITHOUT_LEDGER = `
  select o.name from identity.door_current_organisation o
  where o.kind = 'buyer' and ($1::uuid is null or o.id = $1::uuid) and not exists (select from spend.door_ledger_coverage c where c.buyer_id = o.id)
  order by o.name`;

/** SQL: months for which a partly imported ledger is incomplete. $1: months; $2: buyer id; null = all. */
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

/** SQL: submitted data without figures yet: files to be read, or lines that await a run. */
const PROCESSING = `
  select b.files, b.read, coalesce(b.newest < $1::timestamptz - interval '${LATE_MINUTES} minutes', false) as late from (
    select count(*)::int as files, (count(*) filter (where b.state = 'posted'))::int as read, max(greatest(b.received_at, b.posted_at)) as newest from spend.door_batch b where b.kind in ('invoices', 'ledger') and b.state <> 'refused'
  ) b
  where b.read < b.files or exists (select from spend.door_spend_line l where l.buyer_id is not null)`;

/** Returns the options of each filter of the combined table for the user. */
@Injectable()
export class ListFilterOptions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{
    buyers: FilterOption[];
    suppliers: FilterOption[];
    agreements: FilterOption[];
    categories: string[];
    months: string[];
    incomplete: IncompleteMonth[];
    withoutLedger: string[];
    making: ProcessingStatus | null;
  }> {
    const buyers = await this.database.query<FilterOption>(
      `select o.id as value, o.name as label from identity.door_organisation o where exists (select from insight.combined_sum l where l.level = 'buyer' and l.buyer_id = o.id) order by o.name`,
    );
    const suppliers = await this.database.query<FilterOption>(
      `select o.id as value, o.name as label from identity.door_organisation o where exists (select from insight.combined_sum l where l.level = 'supplier' and l.supplier_id = o.id) order by o.name`,
    );
    const agreements = await this.database.query<FilterOption>(
      `select a.id as value, a.number || ' ' || a.title as label from agreements.door_agreement a order by a.number`,
    );
    const values = await this.database.one<{ categories: string[] | null; months: string[] | null }>(
      `select (select array_agg(distinct category order by category) from insight.combined_sum where level = 'buyer' and category is not null) as categories,
              (select array_agg(distinct month order by month) from insight.combined_sum where level = 'buyer' and month is not null) as months`,
    );
    const months = values?.months ?? [];
    const { side, organisationId } = this.database.actor();
    const own = side === 'buyer' ? organisationId : null;
    const incomplete = await this.database.query<IncompleteMonth & Record<string, unknown>>(INCOMPLETE, [months, own]);
    const without = await this.database.query<{ name: string }>(WITHOUT_LEDGER, [own]);
    const making =
      months.length === 0
        ? ((await this.database.one<ProcessingStatus & Record<string, unknown>>(PROCESSING, [this.clock.now()])) ??
          null)
        : null;
    return {
      buyers,
      suppliers,
      agreements,
      categories: values?.categories ?? [],
      months,
      incomplete,
      withoutLedger: without.map(({ name }) => name),
      making,
    };
  }
}

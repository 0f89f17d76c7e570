import type { TestApp } from '@tallgrunn/platform/testing';

/** A column that refers to an organisation, according to the platform's register. */
export interface Reference {
  readonly target: string;
  readonly column: string;
  readonly rule: 'moved' | 'retained';
  readonly duplicates: 'removed' | 'retained' | null;
  readonly reason: string | null;
}

/** Returns every column registered by the rooms, with the effect of a merge on it. */
export const referencesIn = (stand: TestApp): Promise<Reference[]> =>
  stand.asOwner<Reference>(
    'select target, column_name as column, rule, duplicates, reason from platform.organisation_reference order by 1, 2',
  );

const OURS = `c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and c.relnamespace::regnamespace::text not like 'pg\\_%'`;

/** Returns columns of tenant tables that refer to organisations: by a foreign key, by their name, or as a list. */
export async function referenceColumns(stand: TestApp): Promise<string[]> {
  const rows = await stand.asOwner<{ name: string }>(
    `select c.oid::regclass || '.' || a.attname as name
     from pg_class c
     join pg_attribute t on t.attrelid = c.oid and t.attname = 'cooperative_id' and not t.attisdropped
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
     where ${OURS} and a.attname <> 'cooperative_id' and (
       a.attname ~ '(supplier|buyer|organisation|seller|party|customer|host|member|body|books)_ids?$'
       or a.attname in ('predecessor_ids', 'successor_ids', 'into_id')
       or exists (
         select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'identity.organisation'::regclass and a.attnum = any (k.conkey)))
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** SQL condition: the column refers to the organisation $1. */
export const namesOrganisation = (target: string, column: string): string =>
  column.endsWith('_ids') ? `$1 = any (${target}.${column})` : `${target}.${column} = $1`;

/** Returns amounts and row counts of a cooperative that a merge must neither lose nor double. */
export async function sumsOf(stand: TestApp, cooperativeId: string): Promise<Record<string, unknown>> {
  const [sums] = await stand.asOwner<Record<string, unknown>>(
    `select
       (select count(*) from agreements.reporting_obligation where cooperative_id = $1) as obligations,
       (select count(*) from agreements.item where cooperative_id = $1) as items,
       (select count(*) from agreements.price_line where cooperative_id = $1) as price_lines,
       (select count(*) from agreements.buyer_alias where cooperative_id = $1) as aliases,
       (select count(*) from reporting.report_version where cooperative_id = $1) as reports,
       (select count(*) || ' ' || coalesce(sum(amount), 0) from reporting.report_line where cooperative_id = $1) as report_lines,
       (select count(*) || ' ' || coalesce(sum(net_amount), 0) from spend.invoice where cooperative_id = $1) as invoices,
       (select count(*) || ' ' || coalesce(sum(amount), 0) from spend.posting where cooperative_id = $1) as ledger_lines,
       (select count(*) || ' ' || coalesce(sum(ledger_amount), 0) || ' ' || coalesce(sum(net_amount), 0) from spend.door_spend_line where cooperative_id = $1) as spend_lines,
       (select coalesce(sum(postings), 0) from spend.ledger_coverage where cooperative_id = $1) as covered_postings,
       (select count(*) from spend.despatch_advice where cooperative_id = $1) as deliveries,
       (select count(*) || ' ' || coalesce(sum(amount), 0) from matching.link where cooperative_id = $1 and closed_by_run is null) as links,
       (select count(*) from matching.pair_decision where cooperative_id = $1) as decisions,
       (select count(*) from declarations.footprint where cooperative_id = $1) as footprints,
       (select count(*) || ' ' || coalesce(sum(kg), 0) from emissions.result where cooperative_id = $1) as figures,
       (select count(*) from identity.membership where cooperative_id = $1) as memberships,
       (select count(*) from identity.api_key where cooperative_id = $1) as api_keys`,
    [cooperativeId],
  );
  return sums ?? {};
}

/** Returns all tables with the id of an organisation anywhere except in e-mail addresses of test users. */
export async function mentionsOf(stand: TestApp, id: string): Promise<string[]> {
  const tables = await stand.asOwner<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where ${OURS} order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if (
      (
        await stand.asOwner(
          `select 1 from ${name} t where position($1 in replace(t::text, '.' || $1 || '@', '')) > 0 limit 1`,
          [id],
        )
      ).length > 0
    )
      found.push(name);
  return found;
}

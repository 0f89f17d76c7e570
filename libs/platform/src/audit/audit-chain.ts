import { Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

/** The newest link of a chain. It proves later that no earlier link was changed. */
export interface ChainHead {
  readonly cooperativeId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly sealedAt: string;
}

export type ChainFault =
  | 'link-missing'
  | 'link-altered'
  | 'entry-missing'
  | 'entry-altered'
  | 'text-altered'
  | 'head-missing'
  | 'head-different'
  | 'entry-unsealed';

/** One fault in a chain. `sequence` is the number of the link, null for an entry without a link. */
export interface ChainBreak {
  readonly fault: ChainFault;
  readonly sequence: number | null;
  readonly entryKind: 'audit' | 'security' | null;
  readonly entryId: string | null;
}

/** Result of a verification. `links` counts the verified links, `erased` the texts that were lawfully erased. */
export interface ChainReport {
  readonly cooperativeId: string;
  readonly links: number;
  readonly erased: number;
  readonly breaks: readonly ChainBreak[];
}

/** Id of the installation's own chain, for events that belong to no cooperative. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';

const SEAL_BATCH_SIZE = 5000;

/** The lock that `platform.make_audit_link` takes too, once per link and cooperative. */
const chainLockSql = `select pg_advisory_xact_lock(hashtextextended('platform.audit_link ' || platform.cooperative(), 0))`;
const BREAKS_MAX = 50;

/** Retention may remove security events after this many days and not earlier; see the policy of the table. */
export const SECURITY_EVENT_DAYS_MIN = 90;

const unsealedEntriesSql = `
  select 'audit' as entry_kind, e.id as entry_id, e.recorded_at from platform.audit_entry e
  where e.cooperative_id = platform.cooperative() and ($1 or e.recorded_at > now() - interval '2 days')
    and not exists (select from platform.audit_link l where l.cooperative_id = e.cooperative_id and l.entry_kind = 'audit' and l.entry_id = e.id)
  union all
  select 'security', e.id, e.recorded_at from platform.security_event e
  where e.cooperative_id = platform.cooperative() and ($1 or e.recorded_at > now() - interval '2 days')
    and not exists (select from platform.audit_link l where l.cooperative_id = e.cooperative_id and l.entry_kind = 'security' and l.entry_id = e.id)`;

const chainBreaksSql = `
  with link as (
    select l as whole, lag(l.hash) over (order by l.sequence) as previous_hash, lag(l.sequence) over (order by l.sequence) as previous_sequence
    from platform.audit_link l where l.cooperative_id = platform.cooperative()
  ), checked as (
    select (whole).sequence, (whole).entry_kind, (whole).entry_id,
      case
        when (whole).sequence <> coalesce(previous_sequence, 0) + 1 then 'link-missing'
        when (whole).hash <> platform.audit_link_hash(previous_hash, whole) then 'link-altered'
        when (whole).entry_kind = 'audit' and a.id is null then 'entry-missing'
        when (whole).entry_kind = 'security' and s.id is null and (whole).sealed_at > now() - make_interval(days => ${SECURITY_EVENT_DAYS_MIN}) then 'entry-missing'
        when (whole).entry_kind = 'audit' and platform.audit_entry_hash(a) <> (whole).entry_hash then 'entry-altered'
        when (whole).entry_kind = 'security' and s.id is not null and platform.security_event_hash(s) <> (whole).entry_hash then 'entry-altered'
      end as fault
    from link
    left join platform.audit_entry a on (whole).entry_kind = 'audit' and a.cooperative_id = (whole).cooperative_id and a.id = (whole).entry_id
    left join platform.security_event s on (whole).entry_kind = 'security' and s.cooperative_id = (whole).cooperative_id and s.id = (whole).entry_id
  )
  select fault, sequence::int as sequence, entry_kind as "entryKind", entry_id as "entryId" from checked where fault is not null
  union all
  select 'text-altered', null, 'audit', t.entry_id from platform.audit_text t
  join platform.audit_entry e on e.cooperative_id = t.cooperative_id and e.id = t.entry_id
  where t.cooperative_id = platform.cooperative() and t.text is not null
    and e.details #>> (t.place || 'textHash'::text) is distinct from encode(sha256(t.salt || convert_to(t.text, 'UTF8')), 'hex')
  order by 2 nulls last limit ${BREAKS_MAX}`;

/** Seals and verifies the audit chain of the current unit's cooperative. */
@Injectable()
export class AuditChain {
  constructor(private readonly database: Database) {}

  /**
   * Adds links for entries without one, oldest first. Returns how many. By default only entries of the last two days
   * are searched; `all` searches every entry.
   *
   * The lock comes in a statement of its own: a statement that waited in the middle would still insert the entries that
   * were unsealed when it began, which the other worker has sealed meanwhile.
   */
  async seal(all = false): Promise<number> {
    await this.database.query(chainLockSql);
    const rows = await this.database.query(
      `insert into platform.audit_link (entry_kind, entry_id) select entry_kind, entry_id from (${unsealedEntriesSql}) entry order by recorded_at nulls first, entry_id limit ${SEAL_BATCH_SIZE} returning sequence`,
      [all],
    );
    return rows.length;
  }

  /** Returns the newest link; null for a chain without links. */
  async head(): Promise<ChainHead | null> {
    const row = await this.database.one<{ cooperative_id: string; sequence: string; hash: string; sealed_at: Date }>(
      `select cooperative_id, sequence, encode(hash, 'hex') as hash, sealed_at from platform.audit_link where cooperative_id = platform.cooperative() order by sequence desc limit 1`,
    );
    return row
      ? {
          cooperativeId: row.cooperative_id,
          sequence: Number(row.sequence),
          hash: row.hash,
          sealedAt: row.sealed_at.toISOString(),
        }
      : null;
  }

  /**
   * Verifies links, entries and texts, and compares the chain with heads that were exported earlier. Lists at most
   * fifty faults per check.
   */
  async verify(heads: readonly ChainHead[] = []): Promise<ChainReport> {
    const { cooperativeId } = this.database.actor();
    const counts = await this.database.one<{ links: number; erased: number }>(
      `select (select count(*)::int from platform.audit_link where cooperative_id = platform.cooperative()) as links,
         (select count(*)::int from platform.audit_text where cooperative_id = platform.cooperative() and text is null) as erased`,
    );
    const breaks = await this.database.query<ChainBreak>(chainBreaksSql);
    const unsealedEntries = await this.database.query<ChainBreak>(
      `select 'entry-unsealed' as fault, null::int as sequence, entry_kind as "entryKind", entry_id as "entryId" from (${unsealedEntriesSql}) entry
       where recorded_at is null or recorded_at < now() - interval '1 hour' limit ${BREAKS_MAX}`,
      [true],
    );
    return {
      cooperativeId,
      links: counts?.links ?? 0,
      erased: counts?.erased ?? 0,
      breaks: [...breaks, ...(await this.#headBreaks(heads)), ...unsealedEntries],
    };
  }

  async #headBreaks(heads: readonly ChainHead[]): Promise<ChainBreak[]> {
    const ownHeads = heads.filter(({ cooperativeId }) => cooperativeId === this.database.actor().cooperativeId);
    const stored = await this.database.query<{ sequence: string; hash: string }>(
      `select sequence, encode(hash, 'hex') as hash from platform.audit_link where cooperative_id = platform.cooperative() and sequence = any ($1)`,
      [ownHeads.map(({ sequence }) => sequence)],
    );
    const hashes = new Map(stored.map(({ sequence, hash }) => [Number(sequence), hash]));
    return ownHeads.flatMap(({ sequence, hash }): ChainBreak[] => {
      const storedHash = hashes.get(sequence);
      return storedHash === hash
        ? []
        : [
            {
              fault: storedHash === undefined ? 'head-missing' : 'head-different',
              sequence,
              entryKind: null,
              entryId: null,
            },
          ];
    });
  }
}

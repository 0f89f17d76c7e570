import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { filterCondition, type AuditFilter } from './audit-filter.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly side: string;
  readonly via: string;
  /** The API key that made the request; `person` is then the person who created it. */
  readonly apiKey: { readonly name: string; readonly prefix: string } | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Record<string, unknown>;
}

const PAGE = 100;

/** SQL: columns and joins of a listed entry. */
const source = `select a.id, a.at, p.name as person, o.name as organisation, a.side, a.via,
    case when k.id is not null then json_build_object('name', k.name, 'prefix', k.prefix) end as "apiKey", a.act, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.details
  from platform.door_audit_entry a
  left join identity.person p on p.id = a.person_id
  left join identity.organisation o on o.cooperative_id = a.cooperative_id and o.id = a.organisation_id
  left join identity.api_key k on k.cooperative_id = a.cooperative_id and k.id = a.api_key_id`;

/** Lists audit entries, newest first: who did what, for which organisation. */
@Injectable()
export class ListAuditEntries {
  constructor(private readonly database: Database) {}

  /**
   * Returns a page of at most 100 entries.
   * @param before id of the entry after which to continue; null for the first page
   */
  run(before: string | null, filter: AuditFilter = {}): Promise<AuditRow[]> {
    const { sql, params } = this.#condition(filter);
    const next = `$5::uuid is null or (a.at, a.id) < (select b.at, b.id from platform.audit_entry b where b.cooperative_id = platform.cooperative() and b.id = $5::uuid)`;
    return this.database.query<AuditRow>(
      `${source} where ${sql} and (${next}) order by a.at desc, a.id desc limit ${PAGE}`,
      [...params, before],
    );
  }

  /** Yields all entries of a filter in batches. */
  stream(filter: AuditFilter): AsyncGenerator<AuditRow[]> {
    const { sql, params } = this.#condition(filter);
    return this.database.stream<AuditRow>(`${source} where ${sql} order by a.at desc, a.id desc`, params);
  }

  #condition(filter: AuditFilter): { sql: string; params: unknown[] } {
    return filterCondition(filter, { time: 'a.at', action: 'a.act' });
  }
}

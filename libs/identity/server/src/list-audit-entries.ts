import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly side: string;
  readonly via: string;
  /** The machine key it came with; `person` is then whoever made the key. */
  readonly apiKey: { readonly name: string; readonly prefix: string } | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly details: Record<string, unknown>;
}

const PAGE = 100;

/** Who did what, acting for whom: newest first, a page at a time from a given entry on. */
@Injectable()
export class ListAuditEntries {
  constructor(private readonly database: Database) {}

  run(before: string | null): Promise<AuditRow[]> {
    return this.database.query<AuditRow>(
      `select a.id, a.at, p.name as person, o.name as organisation, a.side, a.via,
         case when k.id is not null then json_build_object('name', k.name, 'prefix', k.prefix) end as "apiKey", a.act, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.details
       from platform.door_audit_entry a
       left join identity.person p on p.id = a.person_id
       left join identity.organisation o on o.cooperative_id = a.cooperative_id and o.id = a.organisation_id
       left join identity.api_key k on k.cooperative_id = a.cooperative_id and k.id = a.api_key_id
       where $1::uuid is null or a.id < $1::uuid
       order by a.id desc limit ${PAGE}`,
      [before],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { ListObligations } from '@tallgrunn/reporting-server';
import { osloDate } from '@tallgrunn/values';
import type { EntryKind, SubjectKind } from './case.ts';
import { caseColumns, caseSource, type CaseSummary } from './list-cases.ts';

export interface ShownEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly isInternal: boolean;
  readonly author: { readonly side: string; readonly name: string | null; readonly isMe: boolean };
  readonly body: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly happenedOn: string | null;
  readonly createdAt: Date;
}

export interface ShownSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly entryId: string | null;
  readonly obligationId: string | null;
  readonly versionId: string | null;
  readonly lineNo: number | null;
  readonly findingNo: number | null;
  readonly snapshot: Readonly<Record<string, unknown>>;
  readonly resolvedAt: Date | null;
  /** For an obligation: its current state. */
  readonly state: string | null;
  readonly dueOn: string | null;
  readonly daysLate: number | null;
}

export interface ShownCase extends CaseSummary {
  readonly subjects: readonly ShownSubject[];
  readonly entries: readonly ShownEntry[];
}

const ENTRIES_MAX = 1000;

/** Returns one case with its subjects and its log, oldest first, as far as the actor may see them. */
@Injectable()
export class ShowCase {
  constructor(
    private readonly database: Database,
    private readonly obligations: ListObligations,
    private readonly clock: Clock,
  ) {}

  async run(caseId: string): Promise<ShownCase> {
    const row = await this.database.one<CaseSummary & Record<string, unknown>>(
      `select ${caseColumns} from ${caseSource} where c.id = $2`,
      [osloDate(this.clock.now()), caseId],
    );
    if (!row) throw notFound('case');
    return { ...row, subjects: await this.#subjects(caseId), entries: await this.#entries(caseId) };
  }

  #entries(caseId: string): Promise<ShownEntry[]> {
    return this.database.query<ShownEntry & Record<string, unknown>>(
      `select id, kind, is_internal as "isInternal", jsonb_build_object('side', author_side, 'name', author_name, 'isMe', coalesce(author_id = platform.person(), false)) as author, body,
         case when kind = 'owner-changed' then details || jsonb_build_object(
           'beforeName', (select p.name from identity.door_person p where p.cooperative_id = e.cooperative_id and p.id::text = e.details ->> 'before'),
           'afterName', (select p.name from identity.door_person p where p.cooperative_id = e.cooperative_id and p.id::text = e.details ->> 'after')) else details end as details,
         happened_on as "happenedOn", created_at as "createdAt"
       from follow_up.case_entry e where case_id = $1 order by id limit ${ENTRIES_MAX}`,
      [caseId],
    );
  }

  async #subjects(caseId: string): Promise<ShownSubject[]> {
    const rows = await this.database.query<
      Omit<ShownSubject, 'state' | 'dueOn' | 'daysLate'> & Record<string, unknown>
    >(
      `select id, kind, entry_id as "entryId", obligation_id as "obligationId", version_id as "versionId", line_no as "lineNo", finding_no as "findingNo", snapshot, resolved_at as "resolvedAt"
       from follow_up.case_subject where case_id = $1 order by id`,
      [caseId],
    );
    const ids = rows.flatMap(({ obligationId }) => (obligationId === null ? [] : [obligationId]));
    // Buyers may not see obligations.
    const obligations =
      ids.length > 0 && this.database.actor().side !== 'buyer' ? await this.obligations.byIds(ids) : [];
    return rows.map((row) => {
      const obligation = obligations.find(({ id }) => id === row.obligationId);
      return {
        ...row,
        state: obligation?.state ?? null,
        dueOn: obligation?.dueOn ?? null,
        daysLate: obligation?.daysLate ?? null,
      };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { ManualEntryCells } from '@tallgrunn/checks';
import { Clock, Database } from '@tallgrunn/platform';
import { jsonbText } from '@tallgrunn/platform/subprocess';
import type { ManualEntryRow } from '../manual-entry/apply-edits.ts';

/** The draft of an obligation's manual entry. */
export interface ManualEntryDraft {
  readonly revision: number;
  readonly savedAt: Date;
  readonly savedBy: string | null;
  /** the version it was last submitted as; null when never submitted */
  readonly sentVersionId: string | null;
  readonly sentRevision: number | null;
}

/** The source of a prefilled row: the invoice line as the buyer has booked it, and the cells as filled in. */
export interface PrefillSource {
  readonly lineKey: string;
  readonly buyer: string;
  readonly invoiceNumber: string | null;
  readonly invoiceLine: string | null;
  readonly invoicedOn: string | null;
  readonly cells: ManualEntryCells;
}

export type StoredManualEntryRow = ManualEntryRow & {
  readonly changedBy: string | null;
  readonly origin: PrefillSource | null;
};

const draftColumns = `d.revision, d.saved_at as "savedAt", p.name as "savedBy", d.submitted_version_id as "sentVersionId", d.submitted_revision as "sentRevision"`;

/** Rows entered manually, stored until they are submitted. */
@Injectable()
export class ManualEntryStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(obligationId: string): Promise<ManualEntryDraft | undefined> {
    return this.database.one<ManualEntryDraft>(
      `select ${draftColumns} from reporting.manual_entry_draft d left join identity.door_person p on p.cooperative_id = d.cooperative_id and p.id = d.saved_by where d.obligation_id = $1`,
      [obligationId],
    );
  }

  /** Locks the draft until the transaction ends, creating it if necessary. Returns its revision. */
  async lockForUpdate(obligationId: string, supplierId: string): Promise<number> {
    await this.database.query(
      'insert into reporting.manual_entry_draft (obligation_id, supplier_id, saved_at) values ($1, $2, $3) on conflict do nothing',
      [obligationId, supplierId, this.clock.now()],
    );
    const row = await this.database.one<{ revision: number }>(
      'select revision from reporting.manual_entry_draft where obligation_id = $1 for update',
      [obligationId],
    );
    return row?.revision ?? 0;
  }

  /** Lists the rows changed after a revision, by position; deleted rows are included. */
  rows(obligationId: string, after = -1): Promise<StoredManualEntryRow[]> {
    return this.database.query<StoredManualEntryRow>(
      `select r.id, r.place, r.cells, r.removed, r.revision, r.origin, p.name as "changedBy"
       from reporting.manual_entry_row r left join identity.door_person p on p.cooperative_id = r.cooperative_id and p.id = r.changed_by
       where r.obligation_id = $1 and r.revision > $2 order by r.place, r.id`,
      [obligationId, after],
    );
  }

  async write(
    obligationId: string,
    supplierId: string,
    revision: number,
    rows: readonly (Omit<ManualEntryRow, 'revision'> & { readonly origin?: PrefillSource })[],
  ): Promise<void> {
    await this.database.query(
      `insert into reporting.manual_entry_row (obligation_id, supplier_id, id, place, cells, removed, revision, changed_by, origin)
       select $1, $2, w.id, w.place, w.cells, w.removed, $3, $4, w.origin from jsonb_to_recordset($5::jsonb) as w (id uuid, place int, cells jsonb, removed boolean, origin jsonb)
       on conflict (cooperative_id, obligation_id, id) do update set cells = excluded.cells, removed = excluded.removed, revision = excluded.revision, changed_by = excluded.changed_by`,
      [obligationId, supplierId, revision, this.database.actor().personId, jsonbText(rows)],
    );
    await this.database.query(
      'update reporting.manual_entry_draft set revision = $2, saved_at = $3, saved_by = $4 where obligation_id = $1',
      [obligationId, revision, this.clock.now(), this.database.actor().personId],
    );
  }

  async recordSubmission(obligationId: string, versionId: string, revision: number): Promise<void> {
    await this.database.query(
      'update reporting.manual_entry_draft set submitted_version_id = $2, submitted_revision = $3 where obligation_id = $1',
      [obligationId, versionId, revision],
    );
  }

  /** Deletes drafts not changed since a time. Returns their number. */
  async deleteUnchangedSince(before: Date): Promise<number> {
    return (
      await this.database.query(
        'delete from reporting.manual_entry_draft where saved_at < $1 returning obligation_id',
        [before],
      )
    ).length;
  }
}

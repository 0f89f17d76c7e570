import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { isPlateHeading, limits } from '@tallgrunn/values';
import { ObligationStore } from '../store/obligation-store.ts';
import { ManualEntryStore } from '../store/manual-entry-store.ts';
import { applyEdits, type RowEdit } from './apply-edits.ts';
import { ShowManualEntry } from './show-manual-entry.ts';
import type { ManualEntryDto } from './manual-entry.dto.ts';

/**
 * Saves changes to a manual entry and returns the changes of others. The second of two people who edit the same cell
 * gets a conflict; nothing is overwritten.
 */
@Injectable()
export class SaveManualEntry {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly manualEntries: ManualEntryStore,
    private readonly show: ShowManualEntry,
    private readonly database: Database,
  ) {}

  /**
   * @param viewedRevision the revision that the person had seen
   * @throws Problem 'manual-entry-full' (409) when the entry would exceed its row limit
   */
  async run(obligationId: string, viewedRevision: number, changes: readonly RowEdit[]): Promise<ManualEntryDto> {
    const obligation = await this.obligations.find(obligationId);
    if (!obligation) throw notFound('obligation');
    const plateFields = await this.#requireFields(obligation.terms_version_id, changes);
    const revision = await this.manualEntries.lockForUpdate(obligationId, obligation.supplier_id);
    const stored = new Map((await this.manualEntries.rows(obligationId)).map((row) => [row.id, row]));
    const { written, conflicts } = applyEdits(stored, changes, viewedRevision, plateFields);
    const after = new Map([...stored].map(([id, { removed }]) => [id, removed]));
    for (const { id, removed } of written) after.set(id, removed);
    const rows = [...after.values()].filter((removed) => !removed).length;
    if (rows > limits.typed.rowsMax)
      throw new Problem(409, 'manual-entry-full', { rows, rowsMax: limits.typed.rowsMax });
    if (written.length > 0) await this.manualEntries.write(obligationId, obligation.supplier_id, revision + 1, written);
    // Rows in conflict are returned even if they were changed before `viewedRevision`.
    const sinceRevision = Math.min(
      viewedRevision,
      ...conflicts.map(({ id }) => (stored.get(id)?.revision ?? viewedRevision) - 1),
    );
    return this.show.run(obligationId, sinceRevision, conflicts);
  }

  /**
   * Requires that every field is in the terms. Returns the fields for vehicle registration numbers, recognised by name
   * or title.
   * @throws Problem 'manual-entry-field-unknown' (422)
   */
  async #requireFields(termsVersionId: string, changes: readonly RowEdit[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ name: string; title: string | Record<string, string> | null }>(
      `select f ->> 'name' as name, f -> 'title' as title from agreements.door_terms_version t, jsonb_array_elements(t.document -> 'tables') s, jsonb_array_elements(s -> 'fields') f where t.id = $1`,
      [termsVersionId],
    );
    const fieldNames = new Set(rows.map(({ name }) => name));
    const unknown = changes.flatMap(({ cells }) => cells).find(({ field }) => !fieldNames.has(field));
    if (unknown) throw new Problem(422, 'manual-entry-field-unknown', { field: unknown.field });
    const titlesOf = ({ name, title }: (typeof rows)[number]): string[] => [
      name,
      ...(typeof title === 'string' ? [title] : Object.values(title ?? {})),
    ];
    return new Set(rows.filter((field) => titlesOf(field).some(isPlateHeading)).map(({ name }) => name));
  }
}

import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { isPlateHeading, limits } from '@tallgrunn/values';
import { DutyStore } from '../store/duty-store.ts';
import { TypedStore } from '../store/typed-store.ts';
import { applyChanges, type TypedChange } from './apply-changes.ts';
import { ShowTyped } from './show-typed.ts';
import type { TypedView } from './typed.shape.ts';

/**
 * Saves changes to a manual entry and returns the changes of others. The second of two people who edit the same cell
 * gets a conflict; nothing is overwritten.
 */
@Injectable()
export class SaveTyped {
  constructor(
    private readonly duties: DutyStore,
    private readonly typed: TypedStore,
    private readonly show: ShowTyped,
    private readonly database: Database,
  ) {}

  /**
   * @param viewedRevision the revision that the person had seen
   * @throws Problem 'typed-lines-full' (409) when the entry would exceed its row limit
   */
  async run(dutyId: string, since: number, changes: readonly TypedChange[]): Promise<TypedView> {
    const duty = await this.duties.find(dutyId);
    if (!duty) throw notFound('duty');
    const ofCars = await this.#requireFields(duty.terms_version_id, changes);
    const revision = await this.typed.hold(dutyId, duty.supplier_id);
    const kept = new Map((await this.typed.rows(dutyId)).map((row) => [row.id, row]));
    const { written, conflicts } = applyChanges(kept, changes, since, ofCars);
    const after = new Map([...kept].map(([id, { removed }]) => [id, removed]));
    for (const { id, removed } of written) after.set(id, removed);
    const rows = [...after.values()].filter((removed) => !removed).length;
    if (rows > limits.typed.rowsMax)
      throw new Problem(409, 'typed-lines-full', { rows, rowsMax: limits.typed.rowsMax });
    if (written.length > 0) await this.typed.write(dutyId, duty.supplier_id, revision + 1, written);
    // Rows in conflict are returned even if they were changed before `viewedRevision`.
    const told = Math.min(since, ...conflicts.map(({ id }) => (kept.get(id)?.revision ?? since) - 1));
    return this.show.run(dutyId, told, conflicts);
  }

  /**
   * Requires that every field is in the terms. Returns the fields for vehicle registration numbers, recognised by name
   * or title.
   * @throws Problem 'typed-field-unknown' (422)
   */
  async #requireFields(termsVersionId: string, changes: readonly TypedChange[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ name: string; title: string | Record<string, string> | null }>(
      `select f ->> 'name' as name, f -> 'title' as title from agreements.door_terms_version t, jsonb_array_elements(t.document -> 'tables') s, jsonb_array_elements(s -> 'fields') f where t.id = $1`,
      [termsVersionId],
    );
    const known = new Set(rows.map(({ name }) => name));
    const unknown = changes.flatMap(({ cells }) => cells).find(({ field }) => !known.has(field));
    if (unknown) throw new Problem(422, 'typed-field-unknown', { field: unknown.field });
    const titlesOf = ({ name, title }: (typeof rows)[number]): string[] => [
      name,
      ...(typeof title === 'string' ? [title] : Object.values(title ?? {})),
    ];
    return new Set(rows.filter((field) => titlesOf(field).some(isPlateHeading)).map(({ name }) => name));
  }
}

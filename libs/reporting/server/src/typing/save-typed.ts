import { Injectable } from '@nestjs/common';
import { Database, notFound, Problem } from '@tallgrunn/platform';
import { isPlateHeading, limits } from '@tallgrunn/values';
import { DutyStore } from '../store/duty-store.ts';
import { TypedStore } from '../store/typed-store.ts';
import { applyChanges, type TypedChange } from './apply-changes.ts';
import { ShowTyped } from './show-typed.ts';
import type { TypedView } from './typed.shape.ts';

/** Keeps what was typed, and answers what others typed meanwhile: the second of two who write in one cell is told, and nothing is written over. */
@Injectable()
export class SaveTyped {
  constructor(
    private readonly duties: DutyStore,
    private readonly typed: TypedStore,
    private readonly show: ShowTyped,
    private readonly database: Database,
  ) {}

  /** `since`: the revision that whoever typed had seen. */
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
    // Lines in conflict are told anew, however long ago they were changed.
    const told = Math.min(since, ...conflicts.map(({ id }) => (kept.get(id)?.revision ?? since) - 1));
    return this.show.run(dutyId, told, conflicts);
  }

  /** Only what the terms ask for is kept. Returns the fields for registration numbers of cars, by their names and titles. */
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

import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import type { LessonOrigin } from './teach-customer-number.ts';

/** The meaning of a unit: another name for `unit`; with `factor` and `to`, one of it equals `factor` × `to`. */
export interface UnitMeaning {
  readonly text: string;
  readonly unit: string;
  /** decimal text */
  readonly factor?: string | null;
  readonly to?: string | null;
}

type Held = { id: string; unit: string; factor: string | null; to: string | null };

/** Adds the meaning of a supplier's unit in the reports of one agreement. Takes effect from the next check. */
@Injectable()
export class TeachUnit {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  /** Adds a rule. A different rule for the same text is revoked and stays listed. */
  async run(
    supplierId: string,
    agreementId: string,
    { text, unit, factor = null, to = null }: UnitMeaning,
    origin: LessonOrigin = 'taught',
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    const written = foldedText(text);
    const held = await this.database.one<Held>(
      `select id, unit, trim_scale(factor)::text as factor, to_unit as "to" from agreements.unit_lesson where supplier_id = $1 and agreement_id = $2 and text = $3 and undone_at is null for update`,
      [supplierId, agreementId, written],
    );
    if (held && held.unit === unit && Number(held.factor) === Number(factor) && held.to === to) return { id: held.id };
    if (held)
      await this.database.query(
        'update agreements.unit_lesson set undone_at = $2, undone_by = platform.person() where id = $1',
        [held.id, this.clock.now()],
      );
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.unit_lesson (id, supplier_id, agreement_id, text, unit, factor, to_unit, origin, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, supplierId, agreementId, written, unit, factor, to, origin, this.clock.now()],
    );
    await this.record.changed(supplierId, 'unit-meaning', held ? { ...held, text: written } : {}, {
      id,
      agreementId,
      text: written,
      unit,
      factor,
      to,
      origin,
    });
    return { id };
  }
}

/** Normalises a unit's text; units are compared regardless of case and spaces. */
const foldedText = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';
import { PartyRecord } from './party-record.ts';
import type { RuleOrigin } from './add-customer-number.ts';

/** The meaning of a unit: another name for `unit`; with `factor` and `to`, one of it equals `factor` × `to`. */
export interface UnitMapping {
  readonly text: string;
  readonly unit: string;
  /** decimal text */
  readonly factor?: string | null;
  readonly to?: string | null;
}

type CurrentRule = { id: string; unit: string; factor: string | null; to: string | null };

/** Adds the meaning of a supplier's unit in the reports of one agreement. Takes effect from the next check. */
@Injectable()
export class AddUnitMapping {
  constructor(
    private readonly database: Database,
    private readonly record: PartyRecord,
    private readonly clock: Clock,
  ) {}

  /** Adds a rule. A different rule for the same text is revoked and stays listed. */
  async run(
    supplierId: string,
    agreementId: string,
    { text, unit, factor = null, to = null }: UnitMapping,
    origin: RuleOrigin = 'taught',
  ): Promise<{ id: string }> {
    await this.record.require(supplierId, 'supplier');
    const unitText = normaliseUnitText(text);
    const current = await this.database.one<CurrentRule>(
      `select id, unit, trim_scale(factor)::text as factor, to_unit as "to" from agreements.unit_mapping where supplier_id = $1 and agreement_id = $2 and text = $3 and revoked_at is null for update`,
      [supplierId, agreementId, unitText],
    );
    if (current && current.unit === unit && Number(current.factor) === Number(factor) && current.to === to)
      return { id: current.id };
    if (current)
      await this.database.query(
        'update agreements.unit_mapping set revoked_at = $2, revoked_by = platform.person() where id = $1',
        [current.id, this.clock.now()],
      );
    const id = uuidv7(this.clock.now());
    await this.database.query(
      'insert into agreements.unit_mapping (id, supplier_id, agreement_id, text, unit, factor, to_unit, origin, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, supplierId, agreementId, unitText, unit, factor, to, origin, this.clock.now()],
    );
    await this.record.recordChange(supplierId, 'unit-mapping', current ? { ...current, text: unitText } : {}, {
      id,
      agreementId,
      text: unitText,
      unit,
      factor,
      to,
      origin,
    });
    return { id };
  }
}

/** Normalises a unit's text; units are compared regardless of case and spaces. */
const normaliseUnitText = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { uuidv7 } from '@tallgrunn/values';

export interface PackOverrideInput {
  readonly unit: string;
  /** Decimal text; null or omitted: the unit has no conversion. */
  readonly contains?: string | null;
  readonly of?: string | null;
  readonly reason: string;
}

/**
 * Overrides the content of one unit of an item, with precedence over every price form. An earlier override of the unit
 * is revoked and stays listed.
 */
@Injectable()
export class SetPackOverride {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string, itemId: string, input: PackOverrideInput): Promise<{ id: string }> {
    await this.database.one('select 1 from agreements.agreement where id = $1 for update', [agreementId]);
    const item = await this.database.one<{ supplier_id: string }>(
      'select supplier_id from agreements.item where agreement_id = $1 and id = $2',
      [agreementId, itemId],
    );
    if (!item) throw notFound('item');
    const [unit, of, contains] = [input.unit.trim(), input.of?.trim() || null, input.contains ?? null];
    if ((contains === null) !== (of === null)) throw new Problem(422, 'pack-content-incomplete', { unit });
    if (of !== null) await this.#refuseCircle(itemId, unit, of);
    const now = this.clock.now();
    await this.database.query(
      'update agreements.pack_override set withdrawn_at = $3, withdrawn_by = platform.person() where item_id = $1 and lower(unit) = lower($2) and withdrawn_at is null',
      [itemId, unit, now],
    );
    const id = uuidv7(now);
    await this.database.query(
      'insert into agreements.pack_override (id, item_id, supplier_id, unit, contains, of_unit, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, platform.person(), $8)',
      [id, itemId, item.supplier_id, unit, contains, of, input.reason.trim(), now],
    );
    await this.audit.record({
      act: 'pack-override.set',
      subject: { kind: 'item', id: itemId },
      details: { agreementId, decisionId: id, unit, contains, of, reason: input.reason.trim() },
    });
    return { id };
  }

  /**
   * Requires that packs do not contain each other in a cycle.
   * @throws Problem 'pack-conversion-circular' (422)
   */
  async #refuseCircle(itemId: string, unit: string, of: string): Promise<void> {
    const rows = await this.database.query<{ unit: string; of: string }>(
      `select lower(k.unit) as unit, lower(k.of_unit) as "of" from agreements.door_item_pack k where k.item_id = $1
       union all
       select lower(f.unit), lower(f.of_unit) from agreements.door_item i
       cross join lateral (values (i.unit, i.content_unit), (i.pack_unit, i.unit)) as f (unit, of_unit)
       where i.id = $1 and f.unit <> f.of_unit
         and not exists (select 1 from agreements.pack_override d where d.cooperative_id = i.cooperative_id and d.item_id = i.id and d.withdrawn_at is null and lower(d.unit) = lower(f.unit))`,
      [itemId],
    );
    const contentUnits = new Map(rows.map((row) => [row.unit, row.of]));
    const visited = new Set<string>();
    for (
      let at: string | undefined = of.toLowerCase();
      at !== undefined && !visited.has(at);
      at = contentUnits.get(at)
    ) {
      if (at === unit.toLowerCase()) throw new Problem(422, 'pack-conversion-circular', { unit, of });
      visited.add(at);
    }
  }
}

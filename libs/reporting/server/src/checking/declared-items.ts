import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { CheckContext, DeclarationTable } from '@tallgrunn/checks';
import { multiply, normalise } from '@tallgrunn/values';

interface Row {
  readonly item_number: string;
  readonly number: string;
  readonly product: string;
  readonly valid_to: string | null;
  readonly declared_unit: string | null;
  readonly declared_unit_amount: string | null;
  readonly value: string | null;
  readonly per_unit: string | null;
  readonly fossil: string | null;
  readonly biogenic: string | null;
  readonly land_use: string | null;
  readonly item_unit: string | null;
  readonly kg_each: string | null;
}

const EACH_MAX = 3;
const ROWS_MAX = 5_000;

/** PACT units in the form that the checks use; a unit not listed here is passed on as written. */
const units: Readonly<Record<string, string>> = {
  piece: 'stk',
  kilogram: 'kg',
  liter: 'l',
  'square meter': 'm2',
  'cubic meter': 'm3',
  meter: 'm',
  'kilowatt hour': 'kwh',
  hour: 'time',
};

/** Reads the supplier's declarations for the items of a check context: per item, the three that are valid longest. */
@Injectable()
export class DeclaredItems {
  constructor(private readonly database: Database) {}

  async run({ supplier, items }: CheckContext): Promise<DeclarationTable | undefined> {
    if (!supplier || !items) return undefined;
    const at = new Map(items.number.map((number, index) => [number, index]));
    const rows = await this.#rows(supplier.key, [...at.keys()]);
    const column = <V>(of: (row: Row) => V): V[] => rows.map(of);
    const stated = rows.map(declaredValue);
    return {
      item: column((row) => at.get(row.item_number)!),
      number: column((row) => row.number),
      product: column((row) => row.product),
      validTo: column((row) => row.valid_to),
      unit: stated.map(({ unit }) => unit),
      value: stated.map(({ value }) => value),
      total: column((row) => row.value),
      fossil: column((row) => row.fossil),
      biogenic: column((row) => row.biogenic),
      landUse: column((row) => row.land_use),
    };
  }

  #rows(supplierId: string, numbers: readonly string[]): Promise<Row[]> {
    return this.database.query<Row & Record<string, unknown>>(
      `select * from (
         select l.item_number, d.number, coalesce(d.product_name, '') as product, d.valid_to, d.declared_unit, trim_scale(d.declared_unit_amount)::text as declared_unit_amount,
           trim_scale(d.pcf_excl_biogenic_uptake)::text as value, trim_scale(d.per_unit)::text as per_unit,
           d.document -> 'parts' ->> 'fossil' as fossil, d.document -> 'parts' ->> 'biogenic' as biogenic, d.document -> 'parts' ->> 'landUse' as land_use,
           i.unit as item_unit, trim_scale(i.net_weight_kg)::text as kg_each,
           row_number() over (partition by l.item_number order by d.valid_to desc nulls first, d.received_at desc, d.footprint_id) as rank
         from declarations.door_item_link l
         join declarations.door_declaration d on d.cooperative_id = l.cooperative_id and d.footprint_id = l.footprint_id
         left join lateral (
           select m.unit, m.net_weight_kg from agreements.door_item m where m.supplier_id = l.supplier_id and m.number = l.item_number order by m.current desc, m.id desc limit 1
         ) i on true
         where l.supplier_id = $1 and l.item_number = any ($2) and d.document ->> 'status' = 'Active'
       ) ranked where rank <= ${EACH_MAX} order by item_number, rank limit ${ROWS_MAX}`,
      [supplierId, numbers],
    );
  }
}

/**
 * Returns the declared value and its unit. Several pieces become a pack ("10 stk"). A value per kilogram is converted
 * to one unit of the item when its weight is known. `value`: kg CO₂e per `unit`, excluding biogenic uptake; null when
 * unknown.
 */
function declaredValue({ declared_unit, declared_unit_amount, value, per_unit, item_unit, kg_each }: Row): {
  unit: string;
  value: string | null;
} {
  const unit = units[declared_unit ?? ''] ?? declared_unit ?? '?';
  if (
    unit === 'stk' &&
    declared_unit_amount !== null &&
    /^\d+$/.test(declared_unit_amount) &&
    Number(declared_unit_amount) > 1
  )
    return { unit: `${declared_unit_amount} stk`, value };
  if (unit === 'kg' && item_unit !== null && kg_each !== null && item_unit !== 'kg')
    return { unit: item_unit, value: per_unit === null ? null : normalise(multiply(per_unit, kg_each)) };
  return { unit, value: per_unit };
}

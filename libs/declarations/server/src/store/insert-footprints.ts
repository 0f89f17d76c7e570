import type { Footprint } from '@tallgrunn/formats';
import type { Database } from '@tallgrunn/platform';
import { isDecimal, uuidv7 } from '@tallgrunn/values';

interface NewFootprints {
  readonly declarationId: string;
  readonly supplierId: string;
  readonly footprints: readonly Footprint[];
  /** Number of footprints of the declaration that were inserted earlier. */
  readonly before: number;
  readonly now: Date;
}

const ROWS_AT_ONCE = 500;
/** Format of numeric(38, 18), which has at most twenty digits before the decimal point. */
const PER_UNIT = /^-?\d{1,20}(\.\d+)?$/;

/** Returns the text if it is a valid number, otherwise null. The original text remains in `document`. */
const parseDecimal = (text: string | null) => (text !== null && text.length <= 60 && isDecimal(text) ? text : null);

/** Inserts footprints of one declaration: the whole document and the columns extracted from it. */
export async function insertFootprints(
  database: Database,
  { declarationId, supplierId, footprints, before, now }: NewFootprints,
): Promise<void> {
  for (let at = 0; at < footprints.length; at += ROWS_AT_ONCE) {
    const rows = footprints
      .slice(at, at + ROWS_AT_ONCE)
      .map((footprint, index) => rowOf(footprint, before + at + index + 1, now));
    await database.query(
      `insert into declarations.footprint (declaration_id, supplier_id, id, position, publisher_id, status, company_name, product_name, product_ids, gtins,
         declared_unit, declared_unit_amount, product_mass_kg, pcf_excl_biogenic_uptake, pcf_incl_biogenic_uptake, per_unit, valid_from, valid_to, is_validity_assumed, verified, document)
       select $1, $2, r.id, r.position, r.publisher_id, r.status, r.company_name, r.product_name, r.product_ids, r.gtins,
         r.declared_unit, r.declared_unit_amount, r.product_mass_kg, r.pcf_excl_biogenic_uptake, r.pcf_incl_biogenic_uptake, r.per_unit, r.valid_from, r.valid_to, r.is_validity_assumed, r.verified, r.document
       from jsonb_to_recordset($3::jsonb) as r (id uuid, position int, publisher_id text, status text, company_name text, product_name text, product_ids text[], gtins text[],
         declared_unit text, declared_unit_amount numeric, product_mass_kg numeric, pcf_excl_biogenic_uptake numeric, pcf_incl_biogenic_uptake numeric, per_unit numeric,
         valid_from date, valid_to date, is_validity_assumed boolean, verified boolean, document jsonb)`,
      [declarationId, supplierId, JSON.stringify(rows)],
    );
  }
}

function rowOf(footprint: Footprint, position: number, now: Date) {
  return {
    id: uuidv7(now),
    position,
    publisher_id: footprint.id,
    status: footprint.status,
    company_name: footprint.company.name,
    product_name: footprint.product.name ?? footprint.product.description,
    product_ids: footprint.productIds,
    gtins: footprint.gtins,
    declared_unit: footprint.declaredUnit,
    declared_unit_amount: parseDecimal(footprint.declaredAmount),
    product_mass_kg: parseDecimal(footprint.massPerDeclaredUnit),
    pcf_excl_biogenic_uptake: parseDecimal(footprint.pcfExcludingBiogenic),
    pcf_incl_biogenic_uptake: parseDecimal(footprint.pcfIncludingBiogenic),
    per_unit: footprint.perUnit !== null && PER_UNIT.test(footprint.perUnit) ? footprint.perUnit : null,
    valid_from: footprint.validFrom,
    valid_to: footprint.validTo,
    is_validity_assumed: footprint.validityAssumed,
    // The declaration names a verifier other than the publisher. The standard and the level of assurance are in the
    // document.
    verified: footprint.verification?.provider != null,
    document: footprint,
  };
}

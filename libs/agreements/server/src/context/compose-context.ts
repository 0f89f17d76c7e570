import type { CheckContext } from '@tallgrunn/checks';
import { municipalities } from '@tallgrunn/values';
import { composeParties } from './compose-parties.ts';
import type { BuyerRow, DutyRow, PriceRow } from './context-rows.ts';
import type { PartySources } from './party-rows.ts';

export interface ContextSources {
  readonly duty: DutyRow;
  readonly prices: readonly PriceRow[];
  readonly lots: readonly { readonly key: string; readonly title: string }[];
  readonly buyers: readonly BuyerRow[];
  readonly parties: PartySources;
  readonly otherAgreements: readonly { readonly id: string; readonly title: string }[];
}

const column = <T, V>(rows: readonly T[], of: (row: T) => V): V[] => rows.map(of);

/** Lays the rows out as the columnar document that the checks read. The same rows give the same bytes. */
export function composeContext({ duty, prices, lots, buyers, parties, otherAgreements }: ContextSources): CheckContext {
  const items = [...new Map(prices.map((row) => [row.item_id, row])).values()];
  const itemAt = new Map(items.map((row, at) => [row.item_id, at]));
  const at = (map: ReadonlyMap<string, number>, id: string) => map.get(id) ?? 0;
  const priced = prices.filter((row) => row.price !== null);
  const former = items.filter((row) => row.former_number !== null);
  return {
    agreement: { id: duty.agreement_id, title: duty.title },
    supplier: { key: duty.supplier_id, name: duty.supplier_name, ...(duty.supplier_org_number ? { orgNumber: duty.supplier_org_number } : {}) },
    period: { key: duty.period_key, start: duty.period_start, end: duty.period_end },
    firstPeriod: duty.first,
    testNumbers: /^[23]/.test(duty.supplier_org_number ?? ''),
    lots: { key: column(lots, (row) => row.key), name: column(lots, (row) => row.title) },
    ...(items.length > 0
      ? {
          items: { number: column(items, (row) => row.number), name: column(items, (row) => row.name), gtin: column(items, (row) => row.gtin), unit: column(items, (row) => row.unit), lot: column(items, (row) => row.lot) },
          prices: { item: column(priced, (row) => at(itemAt, row.item_id)), price: column(priced, (row) => row.price ?? '0'), from: column(priced, (row) => row.valid_from), to: column(priced, (row) => row.valid_to), unit: column(priced, (row) => row.unit) },
          formerItems: { number: column(former, (row) => row.former_number ?? ''), item: column(former, (row) => at(itemAt, row.item_id)) },
          units: packs(items, itemAt),
        }
      : {}),
    buyers: {
      key: column(buyers, (row) => row.id),
      name: column(buyers, (row) => row.name),
      orgNumber: column(buyers, (row) => row.org_number),
      municipalityNumber: column(buyers, (row) => row.municipality_number),
      formerMunicipalityNumber: column(buyers, (row) => municipalities.find(({ number }) => number === row.municipality_number)?.oldNumber ?? null),
      entitled: column(buyers, (row) => row.entitled),
    },
    ...composeParties(parties, buyers),
    otherAgreements: { id: column(otherAgreements, (row) => row.id), title: column(otherAgreements, (row) => row.title) },
  };
}

/** One price unit holds so much of its content unit; one pack holds so many price units. */
function packs(items: readonly PriceRow[], itemAt: ReadonlyMap<string, number>): NonNullable<CheckContext['units']> {
  const rows = items.flatMap((row) => {
    const item = itemAt.get(row.item_id) ?? 0;
    const content = row.content_quantity && row.content_unit && row.content_unit !== row.unit ? [{ item, unit: row.unit, factor: row.content_quantity, to: row.content_unit }] : [];
    const pack = row.pack_quantity && row.pack_unit && row.pack_unit !== row.unit ? [{ item, unit: row.pack_unit, factor: row.pack_quantity, to: row.unit }] : [];
    return [...content, ...pack];
  });
  return { item: column(rows, (row) => row.item), unit: column(rows, (row) => row.unit), factor: column(rows, (row) => row.factor), to: column(rows, (row) => row.to) };
}

import type { ItemView, PackDecisionView } from '@tallgrunn/api-client/shapes';

/** The content of one unit and its source. `contains` null: overridden as a unit without conversion. */
export interface PackNow {
  readonly unit: string;
  readonly contains: string | null;
  readonly of: string | null;
  readonly gtin: string | null;
  readonly origin: 'price-form' | 'catalogue' | 'decided';
  readonly decision: PackDecisionView | null;
  /** The price form's value for the same unit, when it is overridden. */
  readonly instead: { readonly contains: string; readonly of: string } | null;
}

type Packed = Pick<
  ItemView,
  'unit' | 'contentQuantity' | 'contentUnit' | 'packQuantity' | 'packUnit' | 'gtin' | 'packs' | 'packDecisions'
>;

/** Returns content and pack of the price unit, then larger packs; an override replaces the entry of its unit. */
export function packsNow(item: Packed): readonly PackNow[] {
  const said = saidByForm(item);
  const same = (unit: string) => (each: { readonly unit: string }) => each.unit.toLowerCase() === unit.toLowerCase();
  const inForm = said.map((row): PackNow => {
    const decision = item.packDecisions.find(same(row.unit));
    return decision ? decided(decision, row) : { ...row, decision: null, instead: null };
  });
  return [
    ...inForm,
    ...item.packDecisions.filter(({ unit }) => !said.some(same(unit))).map((decision) => decided(decision, null)),
  ];
}

interface Said {
  readonly unit: string;
  readonly contains: string;
  readonly of: string;
  readonly gtin: string | null;
  readonly origin: 'price-form' | 'catalogue';
}

function saidByForm({
  unit,
  contentQuantity,
  contentUnit,
  packQuantity,
  packUnit,
  gtin,
  packs,
}: Packed): readonly Said[] {
  const own: Said[] = [];
  if (contentQuantity && contentUnit)
    own.push({ unit, contains: contentQuantity, of: contentUnit, gtin, origin: 'price-form' });
  if (packQuantity && packUnit)
    own.push({ unit: packUnit, contains: packQuantity, of: unit, gtin: null, origin: 'price-form' });
  return [...own, ...packs.filter((pack) => !own.some((each) => each.unit === pack.unit))];
}

function decided(decision: PackDecisionView, form: Said | null): PackNow {
  return {
    unit: decision.unit,
    contains: decision.contains,
    of: decision.of,
    gtin: form?.gtin ?? null,
    origin: 'decided',
    decision,
    instead: form && { contains: form.contains, of: form.of },
  };
}

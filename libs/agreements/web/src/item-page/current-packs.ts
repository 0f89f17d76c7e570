import type { ItemDto, PackDecisionDto } from '@tallgrunn/api-client/shapes';

/** The content of one unit and its source. `contains` null: overridden as a unit without conversion. */
export interface CurrentPack {
  readonly unit: string;
  readonly contains: string | null;
  readonly of: string | null;
  readonly gtin: string | null;
  readonly origin: 'price-form' | 'catalogue' | 'decided';
  readonly decision: PackDecisionDto | null;
  /** The price form's value for the same unit, when it is overridden. */
  readonly instead: { readonly contains: string; readonly of: string } | null;
}

type PackFields = Pick<
  ItemDto,
  'unit' | 'contentQuantity' | 'contentUnit' | 'packQuantity' | 'packUnit' | 'gtin' | 'packs' | 'packDecisions'
>;

/** Returns content and pack of the price unit, then larger packs; an override replaces the entry of its unit. */
export function currentPacks(item: PackFields): readonly CurrentPack[] {
  const formPacks = packsInPriceForm(item);
  const same = (unit: string) => (each: { readonly unit: string }) => each.unit.toLowerCase() === unit.toLowerCase();
  const inForm = formPacks.map((row): CurrentPack => {
    const decision = item.packDecisions.find(same(row.unit));
    return decision ? overriddenPack(decision, row) : { ...row, decision: null, instead: null };
  });
  return [
    ...inForm,
    ...item.packDecisions
      .filter(({ unit }) => !formPacks.some(same(unit)))
      .map((decision) => overriddenPack(decision, null)),
  ];
}

interface PackSource {
  readonly unit: string;
  readonly contains: string;
  readonly of: string;
  readonly gtin: string | null;
  readonly origin: 'price-form' | 'catalogue';
}

function packsInPriceForm({
  unit,
  contentQuantity,
  contentUnit,
  packQuantity,
  packUnit,
  gtin,
  packs,
}: PackFields): readonly PackSource[] {
  const own: PackSource[] = [];
  if (contentQuantity && contentUnit)
    own.push({ unit, contains: contentQuantity, of: contentUnit, gtin, origin: 'price-form' });
  if (packQuantity && packUnit)
    own.push({ unit: packUnit, contains: packQuantity, of: unit, gtin: null, origin: 'price-form' });
  return [...own, ...packs.filter((pack) => !own.some((each) => each.unit === pack.unit))];
}

function overriddenPack(decision: PackDecisionDto, form: PackSource | null): CurrentPack {
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

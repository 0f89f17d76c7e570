import { currentItemNumber, type CheckContext } from '@tallgrunn/checks';
import { municipalities } from '@tallgrunn/values';
import { composeParties } from './compose-parties.ts';
import { priceModel } from '../prices/price-models.ts';
import type { BuyerRow, ObligationRow, ModelRow, PackRow, PriceRow } from './context-rows.ts';
import type { ChangeRow, LearnedRuleSources } from './learned-rule-rows.ts';
import type { AdjacentObligations } from './adjacent-obligation-rows.ts';
import type { PartySources } from './party-rows.ts';

export interface ContextSources extends LearnedRuleSources {
  readonly obligation: ObligationRow;
  readonly parts: AdjacentObligations;
  readonly prices: readonly PriceRow[];
  readonly models: readonly ModelRow[];
  readonly packs: readonly PackRow[];
  readonly lots: readonly { readonly key: string; readonly title: string }[];
  readonly buyers: readonly BuyerRow[];
  readonly parties: PartySources;
  readonly otherAgreements: readonly { readonly id: string; readonly title: string }[];
}

const column = <T, V>(rows: readonly T[], of: (row: T) => V): V[] => rows.map(of);

/** Converts the rows to the columnar document that the checks read. The same rows always give the same bytes. */
export function composeContext({
  obligation,
  parts,
  prices,
  models,
  changes,
  packs,
  unitLessons,
  columnLessons,
  lots,
  buyers,
  parties,
  otherAgreements,
}: ContextSources): CheckContext {
  return {
    agreement: { id: obligation.agreement_id, title: obligation.title },
    supplier: {
      key: obligation.supplier_id,
      name: obligation.supplier_name,
      ...(obligation.supplier_org_number ? { orgNumber: obligation.supplier_org_number } : {}),
    },
    period: { key: obligation.period_key, start: obligation.period_start, end: obligation.period_end },
    ...parts,
    firstPeriod: obligation.first,
    testNumbers: /^[23]/.test(obligation.supplier_org_number ?? ''),
    lots: { key: column(lots, (row) => row.key), name: column(lots, (row) => row.title) },
    ...assortmentTables({ prices, changes, packs }),
    ...unitMappingTable(unitLessons),
    ...columnRuleTable(columnLessons),
    ...(models.length > 0 ? { priceModels: models.map(priceModel) } : {}),
    buyers: buyerTable(buyers),
    ...composeParties(parties, buyers),
    otherAgreements: {
      id: column(otherAgreements, (row) => row.id),
      title: column(otherAgreements, (row) => row.title),
    },
  };
}

/** Builds only items, prices, packs and price models, for comparing prices. `itemAt`: index of each item by its id. */
export function composePrices({ prices, models, packs }: Pick<ContextSources, 'prices' | 'models' | 'packs'>): {
  readonly context: Pick<CheckContext, 'items' | 'prices' | 'units' | 'priceModels'>;
  readonly itemAt: ReadonlyMap<string, number>;
} {
  const { items, itemAt, priced } = itemsOf(prices);
  return {
    itemAt,
    context: {
      items: {
        number: column(items, (row) => row.number),
        name: column(items, (row) => row.name),
        gtin: column(items, (row) => row.gtin),
        unit: column(items, (row) => row.unit),
        lot: column(items, (row) => row.lot),
      },
      prices: priceTable(priced, itemAt),
      units: unitTable(items, packs, itemAt),
      ...(models.length > 0 ? { priceModels: models.map(priceModel) } : {}),
    },
  };
}

function itemsOf(prices: readonly PriceRow[]) {
  const items = [...new Map(prices.map((row) => [row.item_id, row])).values()];
  return {
    items,
    itemAt: new Map(items.map((row, at) => [row.item_id, at])),
    priced: prices.filter((row) => row.price !== null),
  };
}

/** Builds the tables of items, prices, item numbers and units; empty when there is no item. */
function assortmentTables({
  prices,
  changes,
  packs,
}: Pick<ContextSources, 'prices' | 'changes' | 'packs'>): Pick<
  CheckContext,
  'items' | 'prices' | 'formerItems' | 'itemChanges' | 'units'
> {
  const { items, itemAt } = itemsOf(prices);
  if (items.length === 0) return {};
  const { context } = composePrices({ prices, models: [], packs });
  const linked = new Set(changes.map((row) => row.old));
  const former = items.filter((row) => row.previous_item_number !== null && !linked.has(row.previous_item_number));
  const changed = currentItemChanges(changes, items);
  return {
    items: context.items,
    prices: context.prices,
    formerItems: {
      number: column(former, (row) => row.previous_item_number ?? ''),
      item: column(former, (row) => itemAt.get(row.item_id) ?? 0),
    },
    ...(changed.length > 0
      ? {
          itemChanges: {
            number: column(changed, (row) => row.old),
            item: column(changed, (row) => row.item),
            on: column(changed, (row) => row.on),
          },
        }
      : {}),
    units: context.units,
  };
}

function buyerTable(buyers: readonly BuyerRow[]): CheckContext['buyers'] {
  return {
    key: column(buyers, (row) => row.id),
    name: column(buyers, (row) => row.name),
    orgNumber: column(buyers, (row) => row.org_number),
    municipalityNumber: column(buyers, (row) => row.municipality_number),
    formerMunicipalityNumber: column(
      buyers,
      (row) => municipalities.find(({ number }) => number === row.municipality_number)?.oldNumber ?? null,
    ),
    entitled: column(buyers, (row) => row.entitled),
  };
}

function unitMappingTable(lessons: LearnedRuleSources['unitLessons']): Pick<CheckContext, 'taughtUnits'> {
  if (lessons.length === 0) return {};
  return {
    taughtUnits: {
      text: column(lessons, (row) => row.text),
      unit: column(lessons, (row) => row.unit),
      factor: column(lessons, (row) => row.factor),
      to: column(lessons, (row) => row.to),
    },
  };
}

function columnRuleTable(
  lessons: LearnedRuleSources['columnLessons'],
): Pick<CheckContext, 'taughtColumns' | 'filledDown' | 'readAs'> {
  const of = (kind: 'name' | 'fill-down') => lessons.filter((row) => row.kind === kind);
  const [names, filled] = [of('name'), of('fill-down')];
  const read = lessons.flatMap(({ field, heading, value }) => (value === null ? [] : [{ field, heading, value }]));
  return {
    ...(names.length > 0 && {
      taughtColumns: { field: column(names, (row) => row.field), heading: column(names, (row) => row.heading) },
    }),
    ...(filled.length > 0 && {
      filledDown: { field: column(filled, (row) => row.field), heading: column(filled, (row) => row.heading) },
    }),
    ...(read.length > 0 && {
      readAs: {
        field: column(read, (row) => row.field),
        heading: column(read, (row) => row.heading),
        value: column(read, (row) => row.value),
      },
    }),
  };
}

type Table<K extends 'prices' | 'units'> = NonNullable<CheckContext[K]>;

/**
 * Builds the price table. The columns `basis` and `fromQuantity` are omitted when no price needs them, so that simple
 * price lists keep their earlier bytes and hash.
 */
function priceTable(priced: readonly PriceRow[], itemAt: ReadonlyMap<string, number>): Table<'prices'> {
  return {
    item: column(priced, (row) => itemAt.get(row.item_id) ?? 0),
    price: column(priced, (row) => row.price ?? '0'),
    from: column(priced, (row) => row.valid_from),
    to: column(priced, (row) => row.valid_to),
    unit: column(priced, (row) => row.unit),
    ...(priced.some((row) => row.basis !== 'agreed') ? { basis: column(priced, (row) => row.basis) } : {}),
    ...(priced.some((row) => row.minimum_quantity !== null)
      ? { fromQuantity: column(priced, (row) => row.minimum_quantity) }
      : {}),
  };
}

/**
 * Resolves each previous item number to the current item, through any number of changes. Numbers that lead to no agreed
 * item are omitted.
 */
function currentItemChanges(
  changes: readonly ChangeRow[],
  items: readonly PriceRow[],
): { old: string; item: number; on: string }[] {
  const open = changes.filter((row) => !row.undone);
  const next = new Map(open.map((row) => [row.old, row.new]));
  const at = new Map(items.map((row, index) => [row.number, index]));
  return open.flatMap(({ old, effective_on }) => {
    const item = at.get(currentItemNumber(next, old));
    return item === undefined ? [] : [{ old, item, on: effective_on }];
  });
}

/**
 * Builds the conversion table: a price unit holds a quantity of its content unit, a pack holds a number of price units,
 * and so on up the pack chain. A pack override replaces every other entry for its unit.
 */
function unitTable(
  items: readonly PriceRow[],
  packs: readonly PackRow[],
  itemAt: ReadonlyMap<string, number>,
): Table<'units'> {
  const chain = Map.groupBy(packs, (row) => row.item_id);
  const rows = items.flatMap((row) => {
    const item = itemAt.get(row.item_id) ?? 0;
    const all = chain.get(row.item_id) ?? [];
    const decided = new Set(all.flatMap((each) => (each.decided ? [each.unit.toLowerCase()] : [])));
    const content =
      row.content_quantity && row.content_unit && row.content_unit !== row.unit
        ? [{ item, unit: row.unit, factor: row.content_quantity, to: row.content_unit }]
        : [];
    const pack =
      row.pack_quantity && row.pack_unit && row.pack_unit !== row.unit
        ? [{ item, unit: row.pack_unit, factor: row.pack_quantity, to: row.unit }]
        : [];
    const higher = all.flatMap(({ unit, contains, of_unit, decided: byHand }) =>
      byHand || contains === null || of_unit === null || (unit === row.pack_unit && pack.length > 0)
        ? []
        : [{ item, unit, factor: contains, to: of_unit }],
    );
    const byHand = all.flatMap((each) =>
      each.decided && each.contains !== null && each.of_unit !== null
        ? [{ item, unit: each.unit, factor: each.contains, to: each.of_unit }]
        : [],
    );
    return [...[...content, ...pack, ...higher].filter(({ unit }) => !decided.has(unit.toLowerCase())), ...byHand];
  });
  return {
    item: column(rows, (row) => row.item),
    unit: column(rows, (row) => row.unit),
    factor: column(rows, (row) => row.factor),
    to: column(rows, (row) => row.to),
  };
}

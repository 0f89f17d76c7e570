import type { GwpIndicator } from './published-epd.ts';

/**
 * Ids of the climate indicators. Source: InData, tables of EN 15804+A1, of EN 15804+A2 with EF 3.0 and EF 3.1, and
 * country-specific indicators (Apache-2.0).
 */
const byId: Readonly<Record<string, readonly [GwpIndicator, characterisation: string]>> = {
  '77e416eb-a363-4258-a04e-171d843a6460': ['one', 'EN 15804+A1'],
  '6a37f984-a4b3-458a-a20a-64418c145fa2': ['total', 'EF 3.0'],
  '5f635281-343e-44fb-83df-1971b155e6b6': ['fossil', 'EF 3.0'],
  '2356e1ab-0185-4db5-86e5-16de51c7485c': ['biogenic', 'EF 3.0'],
  '4331bbdb-978a-490d-8707-eeb047f01a55': ['luluc', 'EF 3.0'],
  'fb774615-0575-45de-9a89-1ded92f19770': ['ghg', 'EF 3.0'],
  'a7ea142a-9749-11ed-a8fc-0242ac120002': ['total', 'EF 3.1'],
  'a7ea19c0-9749-11ed-a8fc-0242ac120002': ['fossil', 'EF 3.1'],
  'a7ea186c-9749-11ed-a8fc-0242ac120002': ['biogenic', 'EF 3.1'],
  'a7ea1ae2-9749-11ed-a8fc-0242ac120002': ['luluc', 'EF 3.1'],
  'e03c018f-8526-44bc-b5e4-bc03c3ab32f3': ['ghg', 'EF 3.1'],
};

/** Id of the unit group kg CO₂e. */
const KG_CO2E_GROUP = '1ebf3012-d0db-4de2-aefd-ef30cedb0be1';

/**
 * Indicators by name. Programme operators also publish indicators under their own ids; the name then decides, if it
 * contains GWP.
 */
const byName: readonly (readonly [RegExp, GwpIndicator])[] = [
  [/\bgwp[\s-]*(?:iobc|ghg)\b/i, 'ghg'],
  [/\bgwp[\s-]*total\b/i, 'total'],
  [/\bgwp[\s-]*fossil/i, 'fossil'],
  [/\bgwp[\s-]*biogen/i, 'biogenic'],
  [/\bgwp[\s-]*luluc\b/i, 'luluc'],
  [/\(gwp(?:[\s-]*100)?\)|^gwp(?:[\s-]*100)?$/i, 'one'],
];

export interface IndicatorMatch {
  readonly indicator: GwpIndicator;
  readonly characterisation: string | null;
}

/** Returns the climate indicator for an id, otherwise for one of its names. Null for all other indicators. */
export function indicatorOf(id: string | null, names: readonly string[]): IndicatorMatch | null {
  const known = byId[id?.toLowerCase() ?? ''];
  if (known) return { indicator: known[0], characterisation: known[1] };
  const match = byName.find(([pattern]) => names.some((name) => pattern.test(name.trim())));
  return match ? { indicator: match[1], characterisation: null } : null;
}

/** Returns whether an indicator is stated in kg CO₂e, by the id of its unit group or by the group's name. */
export function isKgCo2e(groupId: string | null, names: readonly string[]): boolean {
  if (groupId?.toLowerCase() === KG_CO2E_GROUP) return true;
  return names.length === 0 ? groupId === null : names.some((name) => /^kg\s*co_?\(?2\)?/i.test(name.trim()));
}

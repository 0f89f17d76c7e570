import type { CheckContext } from '@tallgrunn/checks';
import type { PartySources } from './party-rows.ts';

type Parties = Pick<
  CheckContext,
  'sites' | 'aliases' | 'customerNumbers' | 'formerNames' | 'successions' | 'supplierUnits'
>;

/**
 * Converts the party data to columns that refer to the buyer table by index. Empty tables are omitted, except sites and
 * aliases.
 */
export function composeParties(
  { sites, aliases, numbers, formerNames, successions, units }: PartySources,
  buyers: readonly { readonly id: string }[],
): Parties {
  const places = new Map(buyers.map(({ id }, at) => [id, at]));
  const at = (id: string): number => places.get(id) ?? 0;
  const withRegisteredBuyer = <T extends { readonly buyer_id: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => places.has(row.buyer_id));
  const [site, alias, number, name] = [
    withRegisteredBuyer(sites),
    withRegisteredBuyer(aliases),
    withRegisteredBuyer(numbers),
    withRegisteredBuyer(formerNames),
  ];
  const step = withRegisteredBuyer(successions).filter((row) => places.has(row.by_id));
  return {
    sites: {
      name: site.map((row) => row.name),
      orgNumber: site.map((row) => row.org_number),
      buyer: site.map((row) => at(row.buyer_id)),
    },
    aliases: { text: alias.map((row) => row.text), buyer: alias.map((row) => at(row.buyer_id)) },
    ...(number.length > 0 && {
      customerNumbers: { number: number.map((row) => row.number), buyer: number.map((row) => at(row.buyer_id)) },
    }),
    ...(name.length > 0 && {
      formerNames: {
        text: name.map((row) => row.text),
        buyer: name.map((row) => at(row.buyer_id)),
        until: name.map((row) => row.until),
      },
    }),
    ...(step.length > 0 && {
      successions: {
        buyer: step.map((row) => at(row.buyer_id)),
        by: step.map((row) => at(row.by_id)),
        on: step.map((row) => row.on),
      },
    }),
    ...(units.length > 0 && {
      supplierUnits: {
        kind: units.map((row) => row.kind),
        name: units.map((row) => row.name),
        number: units.map((row) => row.number),
      },
    }),
  };
}

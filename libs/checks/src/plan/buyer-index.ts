import { OrgNumber, foldName, municipalities } from '@tallgrunn/values';
import type { BuyerTable, CheckContext } from '../context.ts';
import type { BuyerFound } from './buyer-found.ts';
import { BuyerSuccession } from './buyer-succession.ts';
import { editDistance } from './edit-distance.ts';
import { homonymCounties } from './homonyms.ts';

/** Index of the buyers, searchable by all the texts that suppliers write instead of the name. */
export interface BuyerIndex {
  readonly size: number;
  /** true: the context lists the entitled buyers, so any other is not entitled */
  readonly closed: boolean;
  find(text: string): BuyerFound | null;
  /** returns the buyer on a day, after mergers and splits; the date is '' when unknown */
  onDay(found: BuyerFound, date: string): BuyerFound;
  findOrg(orgNumber: string): BuyerFound | null;
  key(buyer: number): string;
  name(buyer: number): string;
  number(buyer: number): string | null;
  entitled(buyer: number): boolean;
}

/** Municipalities of the region, for files checked without a context. */
const region: BuyerTable = {
  key: municipalities.map((each) => each.number),
  name: municipalities.map((each) => each.name),
  orgNumber: municipalities.map((each) => each.orgNumber),
  municipalityNumber: municipalities.map((each) => each.number),
  formerMunicipalityNumber: municipalities.map((each) => each.oldNumber),
};

const bracketsAndNumber = /^\s*(\d{4})\s+(?=\p{L})|\s*\((\d{4})\)\s*$/u;

function plainForm(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/ kommune$/, '');
}

interface Tables {
  readonly table: BuyerTable;
  readonly plain: ReadonlyMap<string, number>;
  readonly folded: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly former: ReadonlyMap<string, number>;
  readonly aliases: ReadonlyMap<string, number>;
  readonly foldedAliases: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, number>;
  readonly customers: ReadonlyMap<string, number>;
  readonly succession: BuyerSuccession;
}

function toMap(
  list: readonly (string | null)[] | undefined,
  key: (text: string) => string,
  target?: readonly number[],
): Map<string, number> {
  return new Map((list ?? []).flatMap((text, at) => (text ? [[key(text), target?.[at] ?? at] as const] : [])));
}

/** Returns the texts that name exactly one buyer: a "Sentralkjøkken" that two buyers have is left out. */
function clear(
  list: readonly string[] | undefined,
  key: (text: string) => string,
  target: readonly number[] = [],
): Map<string, number> {
  const all = toMap(list, key, target);
  for (const [at, text] of (list ?? []).entries()) if (all.get(key(text)) !== target[at]) all.delete(key(text));
  return all;
}

/** Finds a buyer by the supplier's own customer number, also when a spreadsheet removed its leading zeros. */
function findCustomer(text: string, { customers }: Tables): number | undefined {
  if (customers.size === 0) return undefined;
  const exact = customers.get(text);
  if (exact !== undefined || !/^\d+$/.test(text)) return exact;
  const bare = text.replace(/^0+/, '');
  const alike = new Set(
    [...customers].flatMap(([number, buyer]) => (number.replace(/^0+/, '') === bare ? [buyer] : [])),
  );
  return alike.size === 1 ? [...alike][0] : undefined;
}

function formerNumbers(table: BuyerTable): (string | null)[] {
  return table.key.map((_, at) => {
    const own = table.formerMunicipalityNumber?.[at];
    return own ?? municipalities.find((each) => each.number === table.municipalityNumber?.[at])?.oldNumber ?? null;
  });
}

function tablesOf(context: CheckContext): Tables {
  const table = context.buyers ?? region;
  return {
    table,
    plain: toMap(table.name, plainForm),
    folded: toMap(table.name, foldName),
    numbers: toMap(table.municipalityNumber, (text) => text),
    former: toMap(formerNumbers(table), (text) => text),
    aliases: toMap(context.aliases?.text, plainForm, context.aliases?.buyer),
    foldedAliases: toMap(context.aliases?.text, foldName, context.aliases?.buyer),
    sites: clear(context.sites?.name, foldName, context.sites?.buyer),
    customers: clear(context.customerNumbers?.number, (text) => text, context.customerNumbers?.buyer),
    succession: new BuyerSuccession(context),
  };
}

function findNumber(digits: string, tables: Tables): BuyerFound | null {
  const padded = digits.padStart(4, '0');
  const current = tables.numbers.get(padded);
  if (current !== undefined) return { buyer: current, how: 'exact' };
  const former = tables.former.get(padded);
  return former === undefined ? null : { buyer: former, how: 'former-number' };
}

function closest(folded: string, names: ReadonlyMap<string, number>): number | null {
  const max = folded.length >= 9 ? 2 : folded.length >= 5 ? 1 : 0;
  const near = [...names].filter(([name]) => max > 0 && editDistance(folded, name, max) <= max);
  return near.length === 1 ? near[0]![1] : null;
}

/** Resolves a name that two municipalities share, by county or by the municipality number. */
function settleHomonym(buyer: number, folded: string, tables: Tables): BuyerFound | null {
  const name = foldName(tables.table.name[buyer]!);
  const base = folded.split(' ')[0]!;
  const counties = homonymCounties(base);
  if (!counties) return { buyer, how: 'exact' };
  const written = counties.filter((county) => folded.includes(county));
  if (written.length === 0) return { buyer, how: 'homonym' };
  const number = tables.table.municipalityNumber?.[buyer] ?? '';
  const own = counties.filter((county) => name.includes(county));
  const inland = number.startsWith('34') ? ['innlandet', 'hedmark'] : own;
  return written.some((county) => inland.includes(county) || own.includes(county)) ? { buyer, how: 'exact' } : null;
}

function findName(text: string, tables: Tables): BuyerFound | null {
  const folded = foldName(text.replace(/[()]/g, ' '));
  const base = folded.replace(/ (?:i )?(?:innlandet|hedmark|ostfold|viken|nordland|vestland)$/, '');
  const plain = tables.plain.get(plainForm(text));
  const byFold = tables.folded.get(folded) ?? tables.folded.get(base);
  const direct = plain ?? byFold;
  if (direct !== undefined) {
    const settled = settleHomonym(direct, folded, tables);
    return settled?.how === 'exact' && plain === undefined && base === folded
      ? { buyer: direct, how: 'spelling' }
      : settled;
  }
  const former = tables.succession.byName(folded);
  if (former) return former;
  const alias = tables.foldedAliases.get(folded);
  if (alias !== undefined) return { buyer: alias, how: 'spelling' };
  const site = tables.sites.get(folded);
  if (site !== undefined) return { buyer: site, how: 'site' };
  const owner = [...tables.folded].find(([name]) => name.length >= 4 && folded.startsWith(`${name} `));
  if (owner) return settleHomonym(owner[1], folded, tables) && { buyer: owner[1], how: 'site' };
  const near = closest(folded, tables.folded);
  return near === null ? null : { buyer: near, how: 'spelling' };
}

function search(text: string, tables: Tables, findOrg: (org: string) => BuyerFound | null): BuyerFound | null {
  const alias = tables.aliases.get(plainForm(text));
  if (alias !== undefined) return { buyer: alias, how: 'exact' };
  const key = tables.table.key.indexOf(text);
  if (key >= 0) return { buyer: key, how: 'exact' };
  // A current municipality number takes precedence; the supplier's own customer number comes before a former
  // municipality number.
  const customer = tables.numbers.has(text) ? undefined : findCustomer(text, tables);
  if (customer !== undefined) return { buyer: customer, how: 'exact' };
  if (/^\d{3,4}$/.test(text)) return findNumber(text, tables);
  const org = OrgNumber.parse(text, { testNumbers: true });
  if (org.ok) return findOrg(org.value);
  const number = bracketsAndNumber.exec(text);
  if (number) return findNumber(number[1] ?? number[2]!, tables);
  return findName(text, tables);
}

export function indexBuyers(context: CheckContext): BuyerIndex {
  const tables = tablesOf(context);
  const { table } = tables;
  const orgs = toMap(table.orgNumber, (text) => text);
  const siteOrgs = toMap(context.sites?.orgNumber, (text) => text, context.sites?.buyer);
  const findOrg = (org: string): BuyerFound | null => {
    const buyer = orgs.get(org);
    if (buyer !== undefined) return { buyer, how: 'exact' };
    const site = siteOrgs.get(org);
    return site === undefined ? null : { buyer: site, how: 'site' };
  };
  const cache = new Map<string, BuyerFound | null>();
  return {
    size: table.key.length,
    closed: context.buyers !== undefined,
    findOrg,
    find: (text) => {
      const known = cache.get(text);
      if (known !== undefined) return known;
      const found = search(text.trim(), tables, findOrg);
      if (cache.size < 20_000) cache.set(text, found);
      return found;
    },
    onDay: (found, date) => tables.succession.onDay(found, date),
    key: (buyer) => table.key[buyer] ?? '',
    name: (buyer) => table.name[buyer] ?? '',
    number: (buyer) => table.municipalityNumber?.[buyer] ?? null,
    entitled: (buyer) => table.entitled?.[buyer] ?? true,
  };
}

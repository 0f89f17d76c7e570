import { OrgNumber, normaliseName, municipalities } from '@tallgrunn/values';
import type { BuyerTable, CheckContext } from '../context.ts';
import type { BuyerMatch } from './buyer-match.ts';
import { BuyerSuccession } from './buyer-succession.ts';
import { editDistance } from './edit-distance.ts';
import { homonymCounties } from './homonyms.ts';

/** Index of the buyers, searchable by all the texts that suppliers write instead of the name. */
export interface BuyerIndex {
  readonly size: number;
  /** true: the context lists the entitled buyers, so any other is not entitled */
  readonly closed: boolean;
  find(text: string): BuyerMatch | null;
  /** returns the buyer on a day, after mergers and splits; the date is '' when unknown */
  onDay(found: BuyerMatch, date: string): BuyerMatch;
  findOrg(orgNumber: string): BuyerMatch | null;
  key(buyer: number): string;
  name(buyer: number): string;
  number(buyer: number): string | null;
  entitled(buyer: number): boolean;
}

/** Municipalities of the region, for files checked without a context. */
const regionBuyers: BuyerTable = {
  key: municipalities.map((each) => each.number),
  name: municipalities.map((each) => each.name),
  orgNumber: municipalities.map((each) => each.orgNumber),
  municipalityNumber: municipalities.map((each) => each.number),
  formerMunicipalityNumber: municipalities.map((each) => each.oldNumber),
};

const bracketsAndNumber = /^\s*(\d{4})\s+(?=\p{L})|\s*\((\d{4})\)\s*$/u;
/** A customer number before or after a name: "10234 Grue kommune", "10234 - Grue kommune", "Grue kommune (10234)". */
const codeBefore = /^([A-Z]{0,3}\d[\d.]*[A-Z]?)(?:\s*[-–:,;|/]\s*|\s+)(?=\p{L})/iu;
const codeAfter = /(?:\s*[-–:,;|/]\s*|\s+)[([]?([A-Z]{0,3}\d[\d.]*[A-Z]?)[)\]]?\s*$/iu;

function withoutDecoration(text: string): string {
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
function unambiguous(
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
  const table = context.buyers ?? regionBuyers;
  return {
    table,
    plain: toMap(table.name, withoutDecoration),
    folded: toMap(table.name, normaliseName),
    numbers: toMap(table.municipalityNumber, (text) => text),
    former: toMap(formerNumbers(table), (text) => text),
    aliases: toMap(context.aliases?.text, withoutDecoration, context.aliases?.buyer),
    foldedAliases: toMap(context.aliases?.text, normaliseName, context.aliases?.buyer),
    sites: unambiguous(context.sites?.name, normaliseName, context.sites?.buyer),
    customers: unambiguous(context.customerNumbers?.number, (text) => text, context.customerNumbers?.buyer),
    succession: new BuyerSuccession(context),
  };
}

function findNumber(digits: string, tables: Tables): BuyerMatch | null {
  const padded = digits.padStart(4, '0');
  const current = tables.numbers.get(padded);
  if (current !== undefined) return { buyer: current, how: 'exact' };
  const former = tables.former.get(padded);
  return former === undefined ? null : { buyer: former, how: 'former-number' };
}

function closest(normalised: string, names: ReadonlyMap<string, number>): number | null {
  const max = normalised.length >= 9 ? 2 : normalised.length >= 5 ? 1 : 0;
  const near = [...names].filter(([name]) => max > 0 && editDistance(normalised, name, max) <= max);
  return near.length === 1 ? near[0]![1] : null;
}

/** Minimum length of a name that a system has cut; a sheet's name has at most 31 characters. */
const CUT_LENGTH_MIN = 15;

/** Returns the only buyer whose name begins so; null when none or several do. */
function cutName(normalised: string, names: ReadonlyMap<string, number>): number | null {
  if (normalised.length < CUT_LENGTH_MIN) return null;
  const longer = [...names].filter(([name]) => name.startsWith(normalised));
  return longer.length === 1 ? longer[0]![1] : null;
}

/** Resolves a name that two municipalities share, by county or by the municipality number. */
function resolveHomonym(buyer: number, normalised: string, tables: Tables): BuyerMatch | null {
  const name = normaliseName(tables.table.name[buyer]!);
  const base = normalised.split(' ')[0]!;
  const counties = homonymCounties(base);
  if (!counties) return { buyer, how: 'exact' };
  const written = counties.filter((county) => normalised.includes(county));
  if (written.length === 0) return { buyer, how: 'homonym' };
  const number = tables.table.municipalityNumber?.[buyer] ?? '';
  const own = counties.filter((county) => name.includes(county));
  const inland = number.startsWith('34') ? ['innlandet', 'hedmark'] : own;
  return written.some((county) => inland.includes(county) || own.includes(county)) ? { buyer, how: 'exact' } : null;
}

/** "Grue komm.", "GRUE KOM", "Grue kommun", "Grue k.": short forms of the word that `normaliseName` leaves out. */
const shortMunicipality = / k(?:om(?:m(?:un)?)?)?$/;

function findName(text: string, tables: Tables): BuyerMatch | null {
  const normalised = normaliseName(text.replace(/[()]/g, ' ')).replace(shortMunicipality, '');
  const base = normalised.replace(/ (?:i )?(?:innlandet|hedmark|ostfold|viken|nordland|vestland)$/, '');
  const plain = tables.plain.get(withoutDecoration(text));
  const byFold = tables.folded.get(normalised) ?? tables.folded.get(base);
  const direct = plain ?? byFold;
  if (direct !== undefined) {
    const settled = resolveHomonym(direct, normalised, tables);
    return settled?.how === 'exact' && plain === undefined && base === normalised
      ? { buyer: direct, how: 'spelling' }
      : settled;
  }
  const former = tables.succession.byName(normalised);
  if (former) return former;
  const alias = tables.foldedAliases.get(normalised);
  if (alias !== undefined) return { buyer: alias, how: 'spelling' };
  const site = tables.sites.get(normalised);
  if (site !== undefined) return { buyer: site, how: 'site' };
  const owner = [...tables.folded].find(([name]) => name.length >= 4 && normalised.startsWith(`${name} `));
  if (owner) return resolveHomonym(owner[1], normalised, tables) && { buyer: owner[1], how: 'site' };
  const cut = cutName(normalised, tables.folded);
  if (cut !== null) return { buyer: cut, how: 'spelling' };
  const near = closest(normalised, tables.folded);
  return near === null ? null : { buyer: near, how: 'spelling' };
}

function search(text: string, tables: Tables, findOrg: (org: string) => BuyerMatch | null): BuyerMatch | null {
  const alias = tables.aliases.get(withoutDecoration(text));
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
  const byNumber = number && findNumber(number[1] ?? number[2]!, tables);
  const named = byNumber ?? findName(text, tables);
  // "Grue kommune (10234)" begins like a unit of Grue, and is Grue itself.
  return named === null || named.how === 'site'
    ? (findNextToCode(text, tables) ?? named ?? findInParts(text, tables))
    : named;
}

/** Words of public bodies. A bare place name after a comma may be the town of a shop. */
const publicBody = /kommun|komm\b|herad|fylke/i;

/** Finds a buyer that is one part of a text: "Lia skole, Grue kommune". Null when the parts name several. */
function findInParts(text: string, tables: Tables): BuyerMatch | null {
  const parts = text.split(/\s*[,;|>]\s*|\s+[-–/]\s+/).filter((part) => publicBody.test(part));
  const found = parts.length === 0 ? [] : parts.map((part) => findName(part.trim(), tables));
  const buyers = new Set(
    found.map((match) => (match?.how === 'exact' || match?.how === 'spelling' ? match.buyer : -1)),
  );
  const [buyer] = buyers;
  return buyers.size === 1 && buyer !== undefined && buyer >= 0 ? { buyer, how: 'site' } : null;
}

/**
 * Finds a buyer whose name is in one text with a customer number. A number that the agreement knows as another
 * customer's contradicts the name, so that neither is used.
 */
function findNextToCode(text: string, tables: Tables): BuyerMatch | null {
  for (const pattern of [codeBefore, codeAfter]) {
    const code = pattern.exec(text);
    const name = code ? text.replace(code[0], '').trim() : '';
    const found = name === '' ? null : findName(name, tables);
    if (!found) continue;
    const customer = findCustomer(code![1]!, tables);
    // Four digits and a bare name are a postal code and its town.
    if (customer === undefined && /^\d{4}$/.test(code![1]!) && !/kommun|herad/i.test(name)) continue;
    return customer === undefined || customer === found.buyer ? found : null;
  }
  return null;
}

export function indexBuyers(context: CheckContext): BuyerIndex {
  const tables = tablesOf(context);
  const { table } = tables;
  const orgs = toMap(table.orgNumber, (text) => text);
  const siteOrgs = toMap(context.sites?.orgNumber, (text) => text, context.sites?.buyer);
  const findOrg = (org: string): BuyerMatch | null => {
    const buyer = orgs.get(org);
    if (buyer !== undefined) return { buyer, how: 'exact' };
    const site = siteOrgs.get(org);
    return site === undefined ? null : { buyer: site, how: 'site' };
  };
  const cache = new Map<string, BuyerMatch | null>();
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

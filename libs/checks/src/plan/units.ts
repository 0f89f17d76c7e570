/** A known unit: its key, its names and UN/ECE Recommendation 20 or 21 codes, and its dimension. */
interface StandardUnit {
  readonly key: string;
  readonly names: readonly string[];
  /** kind and size in the base unit of that kind; null for packs, whose content depends on the item */
  readonly base:
    readonly [kind: 'count' | 'mass' | 'volume' | 'length' | 'area' | 'energy' | 'time', factor: number] | null;
}

const unit = (key: string, base: StandardUnit['base'], ...names: string[]): StandardUnit => ({ key, names, base });

const standardUnitList: readonly StandardUnit[] = [
  unit(
    'stk',
    ['count', 1],
    'st',
    'stykk',
    'stykker',
    'styk',
    'each',
    'ea',
    'pcs',
    'pc',
    'piece',
    'pieces',
    'c62',
    'h87',
    'nar',
    'enhet',
    'eining',
    'unit',
    'stk.',
    'styck',
    'stycken',
    'stykke',
    'stk à',
    'stück',
    'stck',
  ),
  unit('par', ['count', 2], 'pr', 'pair', 'pairs', 'paa', 'paar'),
  unit('dusin', ['count', 12], 'dus', 'dozen', 'dzn'),
  unit('kg', ['mass', 1], 'kilo', 'kilogram', 'kgm', 'kilos'),
  unit('g', ['mass', 0.001], 'gr', 'gram', 'grm'),
  unit('hg', ['mass', 0.1], 'hekto'),
  unit('tonn', ['mass', 1000], 't', 'tne', 'tonne', 'tonnes'),
  unit('l', ['volume', 1], 'liter', 'litre', 'litres', 'ltr', 'lit'),
  unit('dl', ['volume', 0.1], 'desiliter', 'dlt'),
  unit('cl', ['volume', 0.01], 'centiliter', 'clt'),
  unit('ml', ['volume', 0.001], 'milliliter', 'mlt'),
  unit('m3', ['volume', 1000], 'm³', 'kubikk', 'kubikkmeter', 'mtq', 'kbm'),
  unit('m', ['length', 1], 'meter', 'metre', 'mtr', 'lm', 'løpemeter', 'lpm'),
  unit('cm', ['length', 0.01], 'centimeter', 'cmt'),
  unit('mm', ['length', 0.001], 'millimeter', 'mmt'),
  unit('km', ['length', 1000], 'kilometer', 'kmt'),
  unit('m2', ['area', 1], 'm²', 'kvm', 'kvadratmeter', 'mtk', 'sqm'),
  unit('kwh', ['energy', 1], 'kilowattime', 'kilowatt-time'),
  unit('mwh', ['energy', 1000], 'megawattime'),
  unit('time', ['time', 1], 'timer', 't.', 'hour', 'hours', 'hur', 'timar'),
  unit('pk', null, 'paket', 'packung', 'förpackning', 'pakke', 'pakker', 'pakning', 'pack', 'package', 'nmp', 'pk.'),
  unit(
    'eske',
    null,
    'ask',
    'æske',
    'schachtel',
    'esker',
    'box',
    'bx',
    'øskje',
    'boxes',
    'askar',
    'eskar',
    'schachteln',
  ),
  unit(
    'boks',
    null,
    'burk',
    'dåse',
    'dose',
    'bokser',
    'can',
    'ca_',
    'tin',
    'ds',
    'dåser',
    'dos',
    'dosen',
    'büchse',
    'burkar',
  ),
  unit('kartong', null, 'karton', 'kartons', 'kartoner', 'kartonger', 'kart', 'carton', 'ct', 'cartons'),
  unit('kasse', null, 'låda', 'kiste', 'kasser', 'crate', 'case', 'cs'),
  unit('pall', null, 'paller', 'pallet', 'pf', 'pll'),
  unit(
    'pose',
    null,
    'påse',
    'beutel',
    'säck',
    'sæk',
    'poser',
    'bag',
    'bg',
    'sa',
    'sekk',
    'sekker',
    'sac',
    'sack',
    'säckar',
    'beu',
    'påsar',
    'posar',
    'sekkar',
  ),
  unit('rull', null, 'rulle', 'rolle', 'ruller', 'roll', 'ro', 'rl', 'rol', 'rullar', 'rollen'),
  unit('flaske', null, 'flaska', 'flaskor', 'flasche', 'btl', 'flasker', 'bottle', 'bo', 'fl', 'flaschen'),
  unit('spann', null, 'bøtte', 'bucket', 'bj', 'spand', 'hink', 'hinkar', 'eimer', 'eim', 'bøtter', 'spannar', 'pail'),
  unit('brett', null, 'tray', 'pu', 'bricka', 'brickor', 'bakke'),
  unit('sett', null, 'set', 'sets'),
  unit('kolli', null, 'colli', 'kollo'),
  unit('ark', null, 'sheet', 'sheets'),
  unit('beger', null, 'cup'),
  unit('glass', null, 'jar'),
  unit('tube', null, 'tuber', 'tu'),
  unit(
    'kanne',
    null,
    'kanner',
    'kanister',
    'canister',
    'kan',
    'kanna',
    'kannor',
    'dunk',
    'dunker',
    'dunkar',
    'jerrycan',
  ),
  unit('plate', null, 'plater', 'board'),
  unit('lisens', null, 'license', 'licence'),
];

/** Abbreviations that name a kind of pack but not its content. They cause a question with a suggestion. */
const packAbbreviations: ReadonlyMap<string, string> = new Map([
  ['krt', 'kartong'],
  ['ktg', 'kartong'],
  ['kli', 'kolli'],
  ['kl', 'kolli'],
  ['kol', 'kolli'],
  ['esk', 'eske'],
  ['fpk', 'pk'],
  ['dpk', 'kartong'],
  ['dpak', 'kartong'],
  ['fpak', 'pk'],
  ['bks', 'boks'],
  ['pos', 'pose'],
  ['rul', 'rull'],
  ['pal', 'pall'],
  ['fla', 'flaske'],
  ['fls', 'flaske'],
  ['flk', 'flaske'],
  ['ps', 'pose'],
  ['pse', 'pose'],
  ['kar', 'kartong'],
  ['ktn', 'kartong'],
  ['krtn', 'kartong'],
  ['frp', 'pk'],
  ['förp', 'pk'],
  ['pkt', 'pk'],
  ['pak', 'pk'],
  ['pck', 'pk'],
  ['vpe', 'pk'],
  ['stl', 'stk'],
  ['stkk', 'stk'],
  ['pakn', 'pk'],
  ['ks', 'kasse'],
  ['pl', 'spann'],
  ['ca', 'boks'],
  ['sch', 'eske'],
]);

const byName = new Map(
  standardUnitList.flatMap((each) => [each.key, ...each.names].map((name) => [name, each] as const)),
);

/** Normalises a unit for comparison: lower case, single spaces, no final dot. */
export function normaliseUnit(text: string): string {
  return text.trim().toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ');
}

/** Returns the key of a known unit by name or code; null when unknown. */
export function standardUnitKey(text: string): string | null {
  return byName.get(normaliseUnit(text))?.key ?? null;
}

/** Suggests a meaning of an unknown unit: "krt" a carton, "pk à 12" a pack of 12. */
export function unitHint(text: string): { unit: string; pieces: string | null } | null {
  const normalised = normaliseUnit(text);
  const pack = /^(.+?)\s*(?:à|á|a|x|\/|=|av|of|m\/)\s*(\d+)(?:\s*\p{L}+)?$/u.exec(normalised);
  if (pack) return { unit: standardUnitKey(pack[1]!) ?? packAbbreviations.get(pack[1]!) ?? pack[1]!, pieces: pack[2]! };
  const hint = packAbbreviations.get(normalised);
  return hint ? { unit: hint, pieces: null } : null;
}

/** Returns how many `to` one `from` is, for units of the same kind; null otherwise. */
export function unitFactor(from: string, to: string): number | null {
  if (from === to) return 1;
  const [a, b] = [byName.get(from)?.base, byName.get(to)?.base];
  return a && b && a[0] === b[0] ? a[1] / b[1] : null;
}

/** Keys of all units that are known without terms or context. */
export const standardUnits: readonly string[] = standardUnitList.map((each) => each.key);

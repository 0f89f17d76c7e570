import { isAccountNumber, isDufNumber, isNationalId, isNationalIdOf2032 } from './check-digits.ts';
import type { PersonalKind } from './readable-text.ts';

/** A fictitious person with no data of a real one. */
export interface FictitiousPerson {
  readonly given: string;
  /** Composed of parts, so that no list of names contains it. */
  readonly family: string;
  readonly identity: string;
  readonly mobile: string;
  readonly account: string;
  readonly duf: string;
  readonly plate: string;
  readonly birthDate: string;
}

/** One notation of personal data, and the text that must not remain after redaction. */
export interface PersonalShape {
  readonly name: string;
  readonly kind: PersonalKind;
  readonly write: (person: FictitiousPerson) => string;
  readonly trace: (person: FictitiousPerson) => string;
}

const beginnings = [
  'Berg',
  'Gran',
  'Stor',
  'Ny',
  'Lang',
  'Øver',
  'Neder',
  'Sol',
  'Skog',
  'Fjell',
  'Dal',
  'Myr',
  'Eng',
  'Furu',
  'Bjørk',
  'Hassel',
  'Rogn',
  'Ask',
  'Kvern',
  'Mølle',
  'Sæter',
  'Tveit',
  'Ris',
  'Vass',
  'Elv',
];
const endings = [
  'lund',
  'rud',
  'bakken',
  'haugen',
  'moen',
  'stad',
  'vold',
  'heim',
  'seth',
  'aas',
  'hagen',
  'nes',
  'vik',
  'sveen',
  'engen',
  'gården',
  'teigen',
  'løkken',
  'bråten',
  'kleiva',
];
const givenNames = [
  'Kari',
  'Ola',
  'Ingrid',
  'Solveig',
  'Nils',
  'Marte',
  'Aslak',
  'Turid',
  'Knut',
  'Sigrid',
  'Lars',
  'Ragnhild',
];
const foreignGiven = ['xaawo', 'quynh', 'zeynep', 'waleed', 'chioma', 'wojtek', 'xhemal', 'czeslaw'];
const foreignFamily = ['cilmi', 'cabdi', 'wardheere', 'ozcelik', 'xasan', 'qureshi', 'nwachukwu', 'zielinski'];
const cyrillic = ['Иванов', 'Шевченко', 'Коваленко', 'Бондаренко', 'Ткачук', 'Мельник'];

/** Draws a whole number from 0 up to, but not including, a limit. */
export type Draw = (limit: number) => number;

/** Returns a pseudo-random sequence determined by a seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Draws until the check digits are right, which happens about once in 120 tries. @throws Error after 100,000 tries */
function drawValid(make: () => string, isRight: (digits: string) => boolean): string {
  for (let tries = 0; tries < 100_000; tries += 1) {
    const digits = make();
    if (isRight(digits)) return digits;
  }
  throw new Error('No number with right check digits was drawn.');
}

const digits = (draw: Draw, count: number): string => Array.from({ length: count }, () => draw(10)).join('');
const drawDatedNumber = (draw: Draw, { day = 0, month = 0 } = {}): string =>
  `${twoDigits(1 + draw(28) + day)}${twoDigits(1 + draw(12) + month)}${twoDigits(30 + draw(69))}${digits(draw, 5)}`;

/** Generators of identity numbers of each series. */
export const identitySeries = {
  'identity number': (draw: Draw) => drawValid(() => drawDatedNumber(draw), isNationalId),
  'D-number': (draw: Draw) => drawValid(() => drawDatedNumber(draw, { day: 40 }), isNationalId),
  'H-number': (draw: Draw) => drawValid(() => drawDatedNumber(draw, { month: 40 }), isNationalId),
  'synthetic number of NAV': (draw: Draw) => drawValid(() => drawDatedNumber(draw, { month: 65 }), isNationalId),
  'synthetic number of Skatteetaten': (draw: Draw) =>
    drawValid(() => drawDatedNumber(draw, { month: 80 }), isNationalId),
} as const;

/** Draws an identity number that is valid only under the rule of 2032. */
export const identityOf2032 = (draw: Draw): string =>
  drawValid(
    () => drawDatedNumber(draw),
    (number) => isNationalIdOf2032(number) && !isNationalId(number),
  );

const drawOne = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)]!;

export function drawPerson(
  draw: Draw,
  identity: (draw: Draw) => string = identitySeries['identity number'],
): FictitiousPerson {
  const number = identity(draw);
  return {
    given: drawOne(draw, givenNames),
    family: `${drawOne(draw, beginnings)}${drawOne(draw, endings)}`,
    identity: number,
    mobile: `${drawOne(draw, ['4', '9'])}${digits(draw, 7)}`,
    account: drawValid(() => digits(draw, 11), isAccountNumber),
    duf: drawValid(() => `20${twoDigits(draw(25))}${digits(draw, 8)}`, isDufNumber),
    plate: `${drawOne(draw, ['AB', 'EL', 'EK', 'DP', 'SU', 'ZN'])}${10_000 + draw(89_999)}`,
    birthDate: `${twoDigits(1 + draw(28))}.${twoDigits(1 + draw(12))}.${1930 + draw(80)}`,
  };
}

const groups = (text: string, lengths: readonly number[], gap: string): string => {
  let at = 0;
  return lengths.map((length) => text.slice(at, (at += length))).join(gap);
};
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const arabic = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 48 + 0x660));
const identityWith = (name: string, write: (identity: string) => string): PersonalShape => ({
  name: `identity number ${name}`,
  kind: 'national-number',
  write: ({ identity }) => `Vikartime ${write(identity)} uke 12`,
  trace: ({ identity }) => identity,
});
const ofPerson = (
  name: string,
  kind: PersonalKind,
  write: PersonalShape['write'],
  trace: PersonalShape['trace'],
): PersonalShape => ({ name, kind, write, trace });

const familyOf = ({ family }: FictitiousPerson): string => family;
const foreignName = ({ identity }: FictitiousPerson): string =>
  `${foreignGiven[Number(identity[8]) % foreignGiven.length]!} ${foreignFamily[Number(identity[7]) % foreignFamily.length]!}`;
const toTitleCase = (text: string): string =>
  text.replace(/(^| )(\p{Ll})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
const cyrillicName = ({ identity }: FictitiousPerson): string => cyrillic[Number(identity[8]) % cyrillic.length]!;

/** All notations of personal data that redaction must find. */
export const personalShapes: readonly PersonalShape[] = [
  identityWith('together', (id) => id),
  identityWith('with a space', (id) => groups(id, [6, 5], ' ')),
  identityWith('with a no-break space', (id) => groups(id, [6, 5], '\u00a0')),
  identityWith('with a narrow no-break space', (id) => groups(id, [6, 5], '\u202f')),
  identityWith('with a dot', (id) => groups(id, [6, 5], '.')),
  identityWith('with a hyphen', (id) => groups(id, [6, 5], '-')),
  identityWith('with a dash', (id) => groups(id, [6, 5], '–')),
  identityWith('with a spaced dash', (id) => groups(id, [6, 5], ' – ')),
  identityWith('with two spaces', (id) => groups(id, [6, 5], '  ')),
  identityWith('with a slash', (id) => groups(id, [6, 5], '/')),
  identityWith('with an underscore', (id) => groups(id, [6, 5], '_')),
  identityWith('with a zero-width space', (id) => groups(id, [6, 5], '\u200b')),
  identityWith('with a word joiner inside', (id) => groups(id, [3, 4, 4], '\u2060')),
  identityWith('with soft hyphens', (id) => groups(id, [2, 4, 5], '\u00ad')),
  identityWith('in full-width digits', fullWidth),
  identityWith('in Arabic-Indic digits', arabic),
  identityWith('as 2.2.2 5', (id) => `${groups(id.slice(0, 6), [2, 2, 2], '.')} ${id.slice(6)}`),
  identityWith('as 2 2 2 5', (id) => groups(id, [2, 2, 2, 5], ' ')),
  identityWith('as 2 2 2 3 2', (id) => groups(id, [2, 2, 2, 3, 2], ' ')),
  identityWith('as 6 3 2', (id) => groups(id, [6, 3, 2], ' ')),
  identityWith('digit by digit', (id) => id.split('').join(' ')),
  ofPerson(
    'identity number with the year in full',
    'national-number',
    ({ identity: id }) => `Vikartime ${id.slice(0, 2)}.${id.slice(2, 4)}.19${id.slice(4, 6)} ${id.slice(6)}`,
    ({ identity: id }) => `${id.slice(0, 4)}19${id.slice(4)}`,
  ),
  ofPerson(
    'DUF number',
    'duf-number',
    ({ duf }) => `Norskkurs ${duf}`,
    ({ duf }) => duf,
  ),
  ofPerson(
    'DUF number in groups',
    'duf-number',
    ({ duf }) => `Norskkurs ${groups(duf, [4, 6, 2], ' ')}`,
    ({ duf }) => duf,
  ),
  ofPerson(
    'mobile number in groups',
    'telephone',
    ({ mobile }) => `Ring ${groups(mobile, [3, 2, 3], ' ')} ved levering`,
    ({ mobile }) => mobile,
  ),
  ofPerson(
    'mobile number with no-break spaces',
    'telephone',
    ({ mobile }) => `Levering ${groups(mobile, [3, 2, 3], '\u00a0')}`,
    ({ mobile }) => mobile,
  ),
  ofPerson(
    'telephone number with its word',
    'telephone',
    ({ mobile }) => `Skyss tlf. ${mobile}`,
    ({ mobile }) => mobile,
  ),
  ofPerson(
    'telephone number of Norway',
    'telephone',
    ({ mobile }) => `Skyss +47 ${groups(mobile, [3, 2, 3], ' ')}`,
    ({ mobile }) => mobile,
  ),
  ofPerson(
    'telephone number with 0047',
    'telephone',
    ({ mobile }) => `Skyss 0047${mobile}`,
    ({ mobile }) => mobile,
  ),
  ofPerson(
    'bank account with dots',
    'account',
    ({ account }) => `Utlegg ${groups(account, [4, 2, 5], '.')}`,
    ({ account }) => account,
  ),
  ofPerson(
    'bank account with its word',
    'account',
    ({ account }) => `Refusjon konto ${account}`,
    ({ account }) => account,
  ),
  ofPerson(
    'date of birth with its word',
    'birth-date',
    ({ birthDate }) => `Skyss f. ${birthDate}`,
    ({ birthDate }) => birthDate,
  ),
  ofPerson(
    'date of birth beside a name',
    'birth-date',
    ({ given, family, birthDate }) => `Skyss ${given} ${family} ${birthDate}`,
    ({ birthDate }) => birthDate,
  ),
  ofPerson(
    'address of mail',
    'mail',
    ({ given, family }) => `Kvittering ${given}.${family}@example.no`.toLowerCase(),
    ({ family }) => family.toLowerCase(),
  ),
  ofPerson(
    'car',
    'car',
    ({ plate }) => `Drivstoff bil ${plate}`,
    ({ plate }) => plate,
  ),
  ofPerson(
    'car with a space',
    'car',
    ({ plate }) => `Parkering reg.nr ${plate.slice(0, 2)} ${plate.slice(2)}`,
    ({ plate }) => plate.slice(2),
  ),
  ofPerson(
    'property',
    'property',
    ({ plate }) => `Tømming gnr. ${plate.slice(2, 5)} bnr. ${plate.slice(5)}`,
    ({ plate }) => `${plate.slice(2, 5)} bnr`,
  ),
  ofPerson(
    'street',
    'address',
    ({ family }) => `Levert ${family}vegen 12`,
    ({ family }) => `${family}vegen`,
  ),
  ofPerson(
    'street in -lia without a town',
    'address',
    () => `Levert Granlia 12`,
    () => 'Granlia',
  ),
  ofPerson(
    'home without a number',
    'address',
    ({ family }) => `Utkjøring, bor i ${family}gata`,
    ({ family }) => `${family}gata`,
  ),
  ofPerson('farm', 'address', ({ family }) => `Strøing Nordre ${family} gård`, familyOf),
  ofPerson('name', 'name', ({ given, family }) => `Vikar ${given} ${family}`, familyOf),
  ofPerson(
    'name turned around',
    'name',
    ({ given, family }) => `Skyss ${family.toUpperCase()} ${given.toUpperCase()}`,
    ({ family }) => family.toUpperCase(),
  ),
  ofPerson('name in the genitive', 'name', ({ given, family }) => `${given} ${family}s rullestol`, familyOf),
  ofPerson('name in lower case', 'name', (person) => `Dagmamma v/ ${foreignName(person)}`, foreignName),
  ofPerson(
    'name with a word about health',
    'name',
    (person) => `Inkontinensbleier til ${toTitleCase(foreignName(person))}`,
    (person) => toTitleCase(foreignName(person)),
  ),
  ofPerson('name in another script', 'name', (person) => `Tolk ${cyrillicName(person)}`, cyrillicName),
];

/**
 * Returns whether a text still contains the personal value. Digits are compared without separators and in any script.
 */
export function containsTrace(text: string, trace: string): boolean {
  const readable = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  if (!/^\d+$/.test(trace)) return readable.toLowerCase().includes(trace.toLowerCase());
  const ascii = readable.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return ascii.replace(/[^\p{L}\d]+/gu, '').includes(trace);
}

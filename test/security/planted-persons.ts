import { drawFrom, drawPerson, personalShapes, type Draw } from '@tallgrunn/values/testing';

// 500 invented personal data items: identity numbers with correct check digits, names, home addresses and others, in
// every notation that is detected. Each is traceable by a text that occurs nowhere else.

export interface Planted {
  readonly kind: 'number' | 'name' | 'address' | 'other';
  /** Text written to a file. */
  readonly written: string;
  /** Text that reveals the person in any location. */
  readonly trace: string;
}

const given = [
  'Kari',
  'Ola',
  'Ingrid',
  'Per',
  'Solveig',
  'Nils',
  'Marte',
  'Aslak',
  'Turid',
  'Jan',
  'Mai',
  'August',
  'Liv',
];
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
  'Strøm',
  'Grønt',
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

/** Returns the number with the two check digits of an identity number (Skatteetaten), or null when there are none. */
function withCheckDigits(nine: string): string | null {
  const digit = (digits: string, weights: readonly number[]): number => {
    const rest = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
    return rest === 0 ? 0 : 11 - rest;
  };
  const first = digit(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = digit(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first > 9 || second > 9 ? null : `${nine}${first}${second}`;
}

function identityNumbers(count: number): string[] {
  const found: string[] = [];
  for (let at = 0; found.length < count; at += 1) {
    const nine = `${String(1 + (at % 28)).padStart(2, '0')}${String(1 + (at % 12)).padStart(2, '0')}${String(50 + (at % 49))}${String(100 + at).slice(-3)}`;
    const number = withCheckDigits(nine);
    if (number !== null && !found.includes(number)) found.push(number);
  }
  return found;
}

const identityShapes = personalShapes.filter(({ name }) => name.startsWith('identity number'));
const otherShapes = personalShapes
  .filter(
    ({ kind, name }) =>
      kind !== 'national-number' &&
      kind !== 'name' &&
      name !== 'street in -lia without a town' &&
      name !== 'car with a space',
  )
  .concat(personalShapes.filter(({ name }) => /genitive|turned|lower case|about health|another script/.test(name)));

/** Draws persons until one has a unique trace. */
function otherPerson(draw: Draw, at: number, taken: ReadonlySet<string>): Planted {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const [shape, person] = [otherShapes[(at + (tries > 50 ? tries : 0)) % otherShapes.length]!, drawPerson(draw)];
    const trace = shape.trace(person);
    if (![...taken].some((other) => other.includes(trace) || trace.includes(other)))
      return { kind: 'other', written: shape.write(person), trace };
  }
  throw new Error('No person with a text of its own was drawn.');
}

/**
 * Returns 167 identity numbers, 84 names, 83 addresses and 166 other personal data items, alternating and in every
 * notation.
 */
export function plantedPersons(): Planted[] {
  const numbers = identityNumbers(167);
  const draw = drawFrom(20_260_810);
  const taken = new Set<string>(numbers);
  return Array.from({ length: 500 }, (_, at): Planted => {
    const name = `${beginnings[at % 25]}${endings[Math.floor(at / 25)]}`;
    if (at % 3 === 0) {
      const identity = numbers[at / 3]!;
      const shape = identityShapes[(at / 3) % identityShapes.length]!;
      return {
        kind: 'number',
        written: shape.name.includes('in full') ? identity : shape.write({ ...drawPerson(draw), identity }),
        trace: identity,
      };
    }
    if (at % 6 === 4 || at % 6 === 5) {
      const other = otherPerson(draw, Math.floor(at / 3), taken);
      taken.add(other.trace);
      return other;
    }
    taken.add(name);
    if (at % 3 === 1) return { kind: 'name', written: `${given[at % given.length]} ${name}`, trace: name };
    return {
      kind: 'address',
      written: `${name}vegen ${1 + (at % 98)}, ${2000 + (at % 9)}${at % 10} ${endings[at % 20]}`,
      trace: `${name}vegen`,
    };
  });
}

/** Returns the text as a reader sees it, with the digits of every number joined. */
function readable(text: string): string {
  const ascii = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return ascii.replace(/(\d)[ ./_–-]{1,3}(?=\d)/g, '$1');
}

/** Returns the traces of planted persons in a text. Digits are compared without separators. */
export function tracesIn(text: string, planted: readonly Planted[]): string[] {
  const [seen, digits] = [text.normalize('NFKC').replace(/\p{Cf}/gu, ''), readable(text)];
  return planted.filter(({ trace }) => (/^\d+$/.test(trace) ? digits : seen).includes(trace)).map(({ trace }) => trace);
}

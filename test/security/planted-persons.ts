// Five hundred personal items, made up: identity numbers with right check digits, names and home addresses. Each is found by one text that stands nowhere else.

export interface Planted {
  readonly kind: 'number' | 'name' | 'address';
  /** As it is written in a file. */
  readonly written: string;
  /** What betrays it wherever it ends. */
  readonly trace: string;
}

const given = ['Kari', 'Ola', 'Ingrid', 'Per', 'Solveig', 'Nils', 'Marte', 'Aslak', 'Turid', 'Jan', 'Mai', 'August', 'Liv'];
const beginnings = ['Berg', 'Gran', 'Stor', 'Ny', 'Lang', 'Øver', 'Neder', 'Sol', 'Skog', 'Fjell', 'Dal', 'Myr', 'Eng', 'Furu', 'Bjørk', 'Hassel', 'Rogn', 'Ask', 'Kvern', 'Mølle', 'Sæter', 'Tveit', 'Ris', 'Strøm', 'Grønt'];
const endings = ['lund', 'rud', 'bakken', 'haugen', 'moen', 'stad', 'vold', 'heim', 'seth', 'aas', 'hagen', 'nes', 'vik', 'sveen', 'engen', 'gården', 'teigen', 'løkken', 'bråten', 'kleiva'];

/** The two check digits of an identity number (Skatteetaten), or null when there are none. */
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

/** 167 numbers, 167 names and 166 addresses, taking turns. */
export function plantedPersons(): Planted[] {
  const numbers = identityNumbers(167);
  return Array.from({ length: 500 }, (_, at): Planted => {
    const name = `${beginnings[at % 25]}${endings[Math.floor(at / 25)]}`;
    if (at % 3 === 0) {
      const number = numbers[at / 3]!;
      return { kind: 'number', written: at % 2 === 0 ? number : `${number.slice(0, 6)} ${number.slice(6)}`, trace: number };
    }
    if (at % 3 === 1) return { kind: 'name', written: `${given[at % given.length]} ${name}`, trace: name };
    return { kind: 'address', written: `${name}vegen ${1 + (at % 98)}, ${2000 + (at % 9)}${at % 10} ${endings[at % 20]}`, trace: `${name}vegen` };
  });
}

/** Which of them a text betrays. Digits are compared without what parts them. */
export function tracesIn(text: string, planted: readonly Planted[]): string[] {
  const digits = text.replace(/(\d)[ -](?=\d)/g, '$1');
  return planted.filter(({ kind, trace }) => (kind === 'number' ? digits : text).includes(trace)).map(({ trace }) => trace);
}

export type GtinProblem = 'empty' | 'not-digits' | 'length' | 'check-digit' | 'placeholder' | 'lost-precision';

/** Result of reading a GTIN. `value` is the digits as written; `gtin14` is the 14-digit form used for comparison. */
export type GtinReading =
  | { ok: true; value: string; gtin14: string; problem: null }
  | { ok: false; value: string | null; gtin14: null; problem: GtinProblem };

const lengths = new Set([8, 12, 13, 14]);
const refused = (problem: GtinProblem, value: string | null = null): GtinReading => ({
  ok: false,
  value,
  gtin14: null,
  problem,
});

/** Returns whether the last digit is the GS1 modulus 10 check digit of the other digits. */
export function hasGtinCheckDigit(digits: string): boolean {
  if (!/^\d{2,18}$/.test(digits)) return false;
  let sum = 0;
  for (let index = digits.length - 2, weight = 3; index >= 0; index -= 1, weight = 4 - weight)
    sum += Number(digits[index]) * weight;
  return (10 - (sum % 10)) % 10 === Number(digits[digits.length - 1]);
}

/** Reads GTIN-8, -12, -13 and -14 as people and spreadsheets write them (GS1 General Specifications, section 7.9). */
function parse(text: string): GtinReading {
  const trimmed = text.trim();
  if (trimmed === '') return refused('empty');
  if (/^\d(?:[.,]\d+)?e[+]?\d+$/i.test(trimmed)) return refused('lost-precision');
  const bare = trimmed.replace(/^(\d{8,14})[.,]0+$/, '$1').replace(/[\s\u00a0\u202f-]/g, '');
  if (!/^\d+$/.test(bare)) return refused('not-digits');
  if (!lengths.has(bare.length)) return refused('length', bare);
  if (/^(\d)\1+$/.test(bare)) return refused('placeholder', bare);
  if (!hasGtinCheckDigit(bare)) return refused('check-digit', bare);
  return { ok: true, value: bare, gtin14: bare.padStart(14, '0'), problem: null };
}

export const Gtin = { parse, hasCheckDigit: hasGtinCheckDigit };

export type OrgNumberProblem = 'empty' | 'length' | 'check-digit' | 'placeholder' | 'lost-precision' | 'test-number';

/**
 * Result of reading an organisation number. `value` is the nine digits when nine were found, even when they are
 * invalid.
 */
export type OrgNumberReading =
  { ok: true; value: string; problem: null } | { ok: false; value: string | null; problem: OrgNumberProblem };

const weights = [3, 2, 7, 6, 5, 4, 3, 2];
const scientific = /^\d(?:[.,]\d+)?e[+]?\d+$/i;
// Spellings by people and spreadsheets: "NO 923 456 789 MVA", "923.456.789", "923-456-789", "912345678.0".
const decoration = /[\s\u00a0\u202f\u2009.\-–]/g;

/** Returns whether nine digits have the right check digit (modulus 11; rule published by Brønnøysundregistrene). */
export function hasOrgCheckDigit(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const rest = weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11;
  return rest !== 1 && Number(digits[8]) === (rest === 0 ? 0 : 11 - rest);
}

function isPlaceholder(digits: string): boolean {
  return /^(\d)\1{8}$/.test(digits) || digits === '123456789' || digits === '987654321';
}

/**
 * Reads an organisation number as people and spreadsheets write it.
 * Numbers that begin with 2 or 3 are Skatteetaten's synthetic companies: rejected as 'test-number' unless `testNumbers`
 * is true, as in the demo data.
 */
function parse(text: string, { testNumbers = false }: { testNumbers?: boolean } = {}): OrgNumberReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, value: null, problem: 'empty' };
  if (scientific.test(trimmed)) return { ok: false, value: null, problem: 'lost-precision' };
  const bare = trimmed
    .replace(/^(\d{9})[.,]0+$/, '$1')
    .replace(/^no(?=[\s\u00a0]*\d)/i, '')
    .replace(/mva\.?$/i, '')
    .replace(decoration, '');
  if (!/^\d{9}$/.test(bare)) return { ok: false, value: null, problem: 'length' };
  if (isPlaceholder(bare)) return { ok: false, value: bare, problem: 'placeholder' };
  if (!hasOrgCheckDigit(bare)) return { ok: false, value: bare, problem: 'check-digit' };
  if (!testNumbers && /^[23]/.test(bare)) return { ok: false, value: bare, problem: 'test-number' };
  return { ok: true, value: bare, problem: null };
}

/** Formats nine digits in groups of three with no-break spaces: "923 456 789". */
function format(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
}

export const OrgNumber = { parse, format, hasCheckDigit: hasOrgCheckDigit };

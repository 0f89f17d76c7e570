import { negate, normalise } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';

export type DecimalSign = ',' | '.';

/** "1 234,-" has no øre; the dash is not a minus. */
const noCents = /[.,]-+$/;
const spaces = /[\s\u00a0\u202f\u2009']/g;

/**
 * Parses an amount as written in ledgers: "1 234,50", "1,234.50", "(1 234,50)", "1 234,50-", "1 234,50 CR", "−10", "kr
 * 10", "1 234,-". Null when it is not an amount. The other separator is accepted only in the positions of thousands.
 */
export function readAmount(written: string, decimal: DecimalSign): string | null {
  const [, unsigned = written, side = ''] = /^(.*\d.*?)\s*(cr|dr)\.?$/i.exec(written.trim()) ?? [];
  const bare = unsigned
    .replace(spaces, '')
    .replace(/^(?:kr\.?|nok|gbp|£)/i, '')
    .replace(/(?:kr\.?|nok)$/i, '')
    .replace(/[−–—]/g, '-')
    .replace(noCents, '');
  const inside = /^\((.+)\)$/.exec(bare)?.[1];
  const trailing = /^([^-]+)-$/.exec(bare)?.[1];
  const core = inside ?? trailing ?? bare;
  const negative = inside !== undefined || trailing !== undefined || /^cr$/i.test(side);
  const grouped = decimal === ',' ? /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ : /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
  const ungrouped = decimal === ',' ? /^[+-]?\d*(?:,\d*)?$/ : /^[+-]?\d*(?:\.\d*)?$/;
  if (!grouped.test(core) && !ungrouped.test(core)) return null;
  const text = core.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.');
  const value = parseDecimal(text);
  if (value === null) return null;
  return negative ? negate(value) : value.startsWith('+') ? normalise(value) : value;
}

/** Matches one separator followed by three digits: thousands or decimals. The number itself does not show which. */
const ambiguousAmount = /^[^\d.,]*\d{1,3}([.,])\d{3}[^\d.,]*$/;

/**
 * Returns whether an amount is ambiguous. @param proven whether other amounts of the same column show the meaning of
 * the separators
 */
export function isAmbiguousAmount(written: string, decimal: DecimalSign, proven: boolean): boolean {
  const sign = ambiguousAmount.exec(written.replace(spaces, ''))?.[1];
  return sign !== undefined && (sign === decimal || !proven);
}

/** Returns whether any of the texts shows the meaning of the separators. */
export function provesDecimal(samples: Iterable<string>): boolean {
  for (const sample of samples) {
    const text = sample.replace(spaces, '');
    if (/[.,]/.test(text) && !ambiguousAmount.test(text)) return true;
  }
  return false;
}

/**
 * Returns the decimal separator that most of the texts show; the comma when none does ("1.000" and "1,000" show
 * nothing).
 */
export function decimalSignOf(samples: Iterable<string>): DecimalSign {
  let comma = 0;
  let point = 0;
  for (const sample of samples) {
    const text = sample.replace(spaces, '');
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    if (last < 0) continue;
    const both = text.includes(',') && text.includes('.');
    const digitsAfter = /^\d*/.exec(text.slice(last + 1))?.[0].length ?? 0;
    const repeated = text.indexOf(text[last]!) !== last;
    if (!both && (digitsAfter === 3 || repeated)) continue;
    if (text[last] === ',') comma += 1;
    else point += 1;
  }
  return comma >= point && comma > 0 ? ',' : point > 0 ? '.' : ',';
}

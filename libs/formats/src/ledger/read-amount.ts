import { negate, normalise } from '@tallgrunn/values';
import { decimalOf } from '../decimal-text.ts';

export type DecimalSign = ',' | '.';

/** "1 234,-" has no øre; the dash is no minus. */
const noCents = /[.,]-+$/;
const spaces = /[\s\u00a0\u202f\u2009']/g;

/**
 * An amount as ledgers write it: "1 234,50", "1,234.50", "(1 234,50)", "1 234,50-", "−10", "kr 10", "1 234,-". Null when it is none.
 * The other sign than the decimal one groups thousands, and must stand where thousands stand.
 */
export function readAmount(written: string, decimal: DecimalSign): string | null {
  const bare = written.replace(spaces, '').replace(/^(?:kr\.?|nok|gbp|£)/i, '').replace(/(?:kr\.?|nok)$/i, '').replace(/[−–—]/g, '-').replace(noCents, '');
  const inside = /^\((.+)\)$/.exec(bare)?.[1];
  const trailing = /^([^-]+)-$/.exec(bare)?.[1];
  const core = inside ?? trailing ?? bare;
  const negative = inside !== undefined || trailing !== undefined;
  const grouped = decimal === ',' ? /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ : /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
  const plain = decimal === ',' ? /^[+-]?\d*(?:,\d*)?$/ : /^[+-]?\d*(?:\.\d*)?$/;
  if (!grouped.test(core) && !plain.test(core)) return null;
  const text = core.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.');
  const value = decimalOf(text);
  if (value === null) return null;
  return negative ? negate(value) : value.startsWith('+') ? normalise(value) : value;
}

/** The decimal sign that most of the texts prove; the comma when none does ("1.000" and "1,000" prove nothing). */
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

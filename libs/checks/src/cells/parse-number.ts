import type { Note } from './notes.ts';
import { visibleText } from './visible-text.ts';

export type DecimalChar = ',' | '.';

/** Interpretation of a written number. `value` is decimal text; null when it is not a number. */
export interface NumberParse {
  readonly value: string | null;
  readonly notes: readonly Note[] | null;
  /** the decimal sign that this text proves; null when it proves none */
  readonly evidence: DecimalChar | null;
  /** true for "1.234": `value` is the chosen interpretation, `other` the alternative */
  readonly ambiguous: boolean;
  readonly other: string | null;
}

const spaces = /[\s\u00a0\u202f\u2009\u2007\u2019']/;
const grouped = /^\d{1,3}(?:[\s\u00a0\u202f\u2009\u2007\u2019']\d{3})+(?:[.,]\d*)?$/;
const currencyBefore = /^(?:(kr\.?|nok)|(€|\$|£|eur|usd|sek|dkk|gbp))\s*/i;
const currencyAfter = /\s*(?:(kr\.?|nok)|(€|\$|£|eur|usd|sek|dkk|gbp))$/i;
const noOere = /[,.]\s?[-–—]$/;
const scientific = /^\d+(?:[.,]\d+)?e[+-]?\d{1,3}$/i;

const unparsedNumber = (notes: readonly Note[], other: string | null): NumberParse => ({
  value: null,
  notes,
  evidence: null,
  ambiguous: false,
  other,
});

/** Returns decimal text without superfluous zeros before the point: "007" is "7", ".5" is "0.5". */
function canonical(negative: boolean, whole: string, fraction: string): string {
  const bare = whole.replace(/^0+(?=\d)/, '') || '0';
  const text = fraction === '' ? bare : `${bare}.${fraction}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Expands scientific notation such as 7,03E+12 with the digits that are left, for amounts and quantities. */
function expand(negative: boolean, text: string): string {
  const [mantissa, exponent] = text.toLowerCase().replace(',', '.').split('e') as [string, string];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point <= 0) return canonical(negative, '0', `${'0'.repeat(-point)}${digits}`);
  return canonical(negative, digits.padEnd(point, '0').slice(0, point), digits.slice(point));
}

interface NumberCore {
  readonly text: string;
  readonly negative: boolean;
  readonly notes: readonly Note[] | null;
}

function numberParse(core: NumberCore, evidence: DecimalChar | null, whole: string, fraction: string): NumberParse {
  return {
    value: canonical(core.negative, whole, fraction),
    notes: core.notes,
    evidence,
    ambiguous: false,
    other: null,
  };
}

/** Reads digits with separators. `decimal` is the known decimal sign of the column; null when unknown. */
function readCore(core: NumberCore, decimal: DecimalChar | null, isGrouped: boolean): NumberParse {
  const { text, negative } = core;
  if (/^\d+$/.test(text)) return numberParse(core, null, text, '');
  const both = /^(\d{1,3}(?:([.,])\d{3})*)([.,])(\d*)$/.exec(text);
  if (both && both[2] && both[2] !== both[3])
    return numberParse(core, both[3] as DecimalChar, both[1]!.replaceAll(both[2], ''), both[4]!);
  const many = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/.exec(text);
  if (many) return numberParse(core, many[1] === ',' ? '.' : ',', text.replaceAll(many[1]!, ''), '');
  const single = /^(\d*)([.,])(\d*)$/.exec(text);
  if (!single || (single[1] === '' && single[3] === '')) return unparsedNumber(['not-a-number'], null);
  const [, whole, sign, fraction] = single as unknown as [string, string, DecimalChar, string];
  const mayGroup = !isGrouped && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayGroup) return numberParse(core, sign, whole, fraction);
  const asDecimal = canonical(negative, whole, fraction);
  const asGroup = canonical(negative, whole + fraction, '');
  if (decimal !== null)
    return {
      value: decimal === sign ? asDecimal : asGroup,
      notes: core.notes,
      evidence: null,
      ambiguous: true,
      other: null,
    };
  // Ambiguous: by Norwegian convention a comma is taken as the decimal sign and a point as the thousands separator.
  const value = sign === ',' ? asDecimal : asGroup;
  return {
    value,
    notes: core.notes,
    evidence: null,
    ambiguous: true,
    other: value === asDecimal ? asGroup : asDecimal,
  };
}

const credit = /(?<!\p{L})(?:cr|kredit|credit)(?!\p{L})/iu;

/**
 * Returns the only number in a text as a suggestion: "ca 20" may be 20. Null when there are several, or when it is
 * ambiguous.
 */
function numberWithin(text: string): string | null {
  const match = text.match(/[-−–]?\d(?:[\d\s\u00a0\u202f.,']*\d)?/g) ?? [];
  if (match.length !== 1) return null;
  const digits = match[0]!.replace(/^[-−–]/, '');
  if (spaces.test(digits) && !grouped.test(digits)) return null;
  const negative = digits !== match[0] || credit.test(text);
  const { value, other } = readCore(
    { text: digits.replace(/[\s\u00a0\u202f\u2009\u2007\u2019']/g, ''), negative, notes: null },
    null,
    false,
  );
  return other === null ? value : null;
}

interface StrippedNumber extends NumberCore {
  readonly rest: string;
}

/** Removes sign, parentheses and currency. */
function stripDecoration(trimmed: string): StrippedNumber {
  const notes: Note[] = [];
  let text = trimmed.replace(/^[−–](?=\s*[\d.,(k€$£])/i, '-');
  let negative = false;
  const inside = /^\((.+)\)$/.exec(text);
  if (inside) {
    notes.push('parentheses');
    negative = true;
    text = inside[1]!.trim();
  }
  const takeSign = (): void => {
    if (!/^[-+]/.test(text)) return;
    negative = text.startsWith('-') ? !negative : negative;
    text = text.slice(1).trim();
  };
  takeSign();
  const currency = currencyBefore.exec(text) ?? currencyAfter.exec(text);
  if (currency && /\d/.test(text)) {
    notes.push(currency[2] ? 'foreign-currency' : 'currency-text');
    text = text.replace(currency[0], '').trim();
    takeSign();
  }
  if (noOere.test(text) && /\d/.test(text)) {
    if (!notes.includes('currency-text')) notes.push('currency-text');
    text = text.replace(noOere, '').trim();
  }
  if (/\d\s?[-−–]$/.test(text) && !negative) {
    notes.push('trailing-minus');
    negative = true;
    text = text.slice(0, -1).trim();
  }
  return { text, negative, notes: notes.length > 0 ? notes : null, rest: text };
}

/**
 * Digits and one separator. This fast path covers most numbers that are not integers; ambiguous ones use the full
 * parser.
 */
const singleSeparator = /^(-?)(\d+)([,.])(\d+)$/;

/**
 * Reads a number as people and spreadsheets write it. `decimal` decides "1.234" when the decimal sign of the column is
 * known.
 */
export function parseNumber(written: string, decimal: DecimalChar | null): NumberParse {
  const trimmed = visibleText(written);
  if (/^-?\d{1,15}$/.test(trimmed))
    return {
      value: canonical(trimmed.startsWith('-'), trimmed.replace('-', ''), ''),
      notes: null,
      evidence: null,
      ambiguous: false,
      other: null,
    };
  const match = singleSeparator.exec(trimmed);
  if (match && match[4]!.length !== 3)
    return {
      value: canonical(match[1] === '-', match[2]!, match[4]!),
      notes: null,
      evidence: match[3] as DecimalChar,
      ambiguous: false,
      other: null,
    };
  const core = stripDecoration(trimmed);
  if (scientific.test(core.text))
    return {
      value: expand(core.negative, core.text),
      notes: [...(core.notes ?? []), 'scientific'],
      evidence: null,
      ambiguous: false,
      other: null,
    };
  if (!spaces.test(core.text)) return withHint(readCore(core, decimal, false), trimmed);
  if (!grouped.test(core.text)) return unparsedNumber(['not-a-number'], numberWithin(trimmed));
  const joined = core.text.replace(/[\s\u00a0\u202f\u2009\u2007\u2019']/g, '');
  return readCore({ text: joined, negative: core.negative, notes: [...(core.notes ?? []), 'spaces'] }, decimal, true);
}

function withHint(parse: NumberParse, trimmed: string): NumberParse {
  return parse.value === null && parse.other === null ? { ...parse, other: numberWithin(trimmed) } : parse;
}

import type { ValueType } from './expression.ts';

/** Patterns of literal values (OData ABNF 4.01), each for a complete value. */
const PATTERNS: readonly (readonly [Exclude<ValueType, 'string'>, RegExp])[] = [
  ['null', /^null$/],
  ['boolean', /^(?:true|false)$/i],
  ['guid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  [
    'instant',
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
  ],
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/],
  ['number', /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i],
];

/** Maximum number of digits, so that a query cannot make the database calculate with millions of them. */
const DIGITS_MAX = 60;
const EXPONENT_MAX = 40;

/** Returns the type of a literal without quotation marks; null when it is not a literal. */
export function literalType(text: string): Exclude<ValueType, 'string'> | null {
  const type = PATTERNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (type === 'number' && !isModest(text)) return null;
  return (type === 'date' || type === 'instant') && !isRealDay(text) ? null : type;
}

function isModest(text: string): boolean {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e');
  return digits.length <= DIGITS_MAX && Math.abs(Number(exponent)) <= EXPONENT_MAX;
}

/** Returns whether the day exists; 30 February does not. */
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return day >= '0001-01-01' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

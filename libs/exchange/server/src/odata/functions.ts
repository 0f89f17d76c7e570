import type { ValueType } from './expression.ts';

interface CanonicalFunction {
  /** Accepted types per argument; null is cast to the first. */
  readonly takes: readonly (readonly ValueType[])[];
  /** Number of trailing arguments that may be omitted. */
  readonly optional?: number;
  readonly gives: ValueType;
  readonly sql: (args: readonly string[]) => string;
}

const text = ['string'] as const;
const number = ['number'] as const;
const day = ['date', 'instant'] as const;
const instant = ['instant'] as const;

const onTexts = (sql: (a: string, b: string) => string): CanonicalFunction => ({
  takes: [text, text],
  gives: 'boolean',
  sql: ([a, b]) => sql(a!, b!),
});
const ofText = (name: string): CanonicalFunction => ({ takes: [text], gives: 'string', sql: ([a]) => `${name}(${a})` });
const ofNumber = (name: string): CanonicalFunction => ({
  takes: [number],
  gives: 'number',
  sql: ([a]) => `${name}(${a})`,
});
const partOf = (part: string, takes: readonly ValueType[]): CanonicalFunction => ({
  takes: [takes],
  gives: 'number',
  sql: ([a]) => `extract(${part} from ${a})`,
});

/** Canonical functions supported by the feed, by lower-case name (OData URL Conventions 4.01, section 5.1.1). */
export const functions: Readonly<Record<string, CanonicalFunction>> = {
  contains: onTexts((a, b) => `(position(${b} in ${a}) > 0)`),
  startswith: onTexts((a, b) => `starts_with(${a}, ${b})`),
  endswith: onTexts((a, b) => `(right(${a}, length(${b})) = ${b})`),
  length: { takes: [text], gives: 'number', sql: ([a]) => `length(${a})` },
  indexof: { takes: [text, text], gives: 'number', sql: ([a, b]) => `(position(${b} in ${a}) - 1)` },
  substring: {
    takes: [text, number, number],
    optional: 1,
    gives: 'string',
    sql: ([a, from, length]) => {
      const start = `greatest((${from})::int, 0) + 1`;
      return length === undefined ? `substr(${a}, ${start})` : `substr(${a}, ${start}, greatest((${length})::int, 0))`;
    },
  },
  tolower: ofText('lower'),
  toupper: ofText('upper'),
  trim: ofText('btrim'),
  concat: { takes: [text, text], gives: 'string', sql: ([a, b]) => `(${a} || ${b})` },
  year: partOf('year', day),
  month: partOf('month', day),
  day: partOf('day', day),
  hour: partOf('hour', instant),
  minute: partOf('minute', instant),
  second: partOf('second', instant),
  date: { takes: [instant], gives: 'date', sql: ([a]) => `(${a})::date` },
  now: { takes: [], gives: 'instant', sql: () => 'now()' },
  round: ofNumber('round'),
  floor: ofNumber('floor'),
  ceiling: ofNumber('ceil'),
};

import { parseDecimal, redactFoundText, isPlausibleDay } from '@tallgrunn/formats';
import { isNestedDeeper } from '@tallgrunn/platform';
import { OrgNumber, withoutPersons } from '@tallgrunn/values';

/** Units that a hostile text repeats: each character class in our patterns, and pairs of them. */
const repeated: readonly string[] = [
  'a',
  'A',
  '1',
  ' ',
  '.',
  '-',
  '@',
  'a ',
  'Aa ',
  'a.',
  'a@',
  '1 ',
  '1.',
  '12 34 ',
  'gate ',
  'Kari ',
  'æ',
  '\u00a0',
  '\u200b',
  '\n',
  '[',
  '"',
  '\\',
];

/** Every function that reads external text in the process that handles requests. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  withoutPersons,
  guardFound: redactFoundText,
  decimalOf: parseDecimal,
  isPlausibleDay,
  'OrgNumber.parse': (text) => OrgNumber.parse(text),
  isNestedDeeper: (text) => isNestedDeeper(text),
};

const SHORT = 8_000;
const TIMES = 16;
/** Linear work takes 16 times as long for 16 times the text, quadratic work 256 times. */
const GROWTH_MAX = 100;
/** Below this time the clock is too inaccurate, ms. */
const FLOOR_MS = 1;

/** Returns the processor time of the faster of two runs, ms. Other load on the machine does not count. */
function processorTime(read: (text: string) => unknown, text: string): number {
  const runs = [1, 2].map(() => {
    const began = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.max(FLOOR_MS, Math.min(...runs));
}

describe('a hostile text', () => {
  it.each(Object.entries(readers))('takes %s time in proportion to its length, for any repeated unit', (_, read) => {
    const grown = repeated.flatMap((piece) =>
      ['', '!'].map((end) => {
        const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)) + end;
        return { piece, end, growth: processorTime(read, text(SHORT * TIMES)) / processorTime(read, text(SHORT)) };
      }),
    );
    expect(grown.filter(({ growth }) => growth > GROWTH_MAX)).toEqual([]);
  });
});

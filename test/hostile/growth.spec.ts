import { decimalOf, guardFound, isPlausibleDay } from '@tallgrunn/formats';
import { isNestedDeeper } from '@tallgrunn/platform';
import { OrgNumber, withoutPersons } from '@tallgrunn/values';

/** What a hostile text repeats: each class that a pattern of ours knows, and how two of them alternate. */
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

/** Everything that looks at a text somebody sent, in the process that answers requests. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  withoutPersons,
  guardFound,
  decimalOf,
  isPlausibleDay,
  'OrgNumber.parse': (text) => OrgNumber.parse(text),
  isNestedDeeper: (text) => isNestedDeeper(text),
};

jest.setTimeout(180_000);

const SHORT = 8_000;
const TIMES = 16;
/** Linear work takes 16 times as long for 16 times the text, quadratic 256 times. */
const GROWTH_MAX = 100;
/** Below this the clock tells nothing, ms. */
const FLOOR_MS = 1;

/** Processor time of the shorter of two runs, ms: other programs on the machine do not count. */
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
  it.each(Object.entries(readers))('takes %s time in proportion to its length, whatever it repeats', (_, read) => {
    const grown = repeated.flatMap((piece) =>
      ['', '!'].map((end) => {
        const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)) + end;
        return { piece, end, growth: processorTime(read, text(SHORT * TIMES)) / processorTime(read, text(SHORT)) };
      }),
    );
    expect(grown.filter(({ growth }) => growth > GROWTH_MAX)).toEqual([]);
  });
});

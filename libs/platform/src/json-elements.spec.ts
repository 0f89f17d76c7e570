import fc from 'fast-check';
import { elementsOfArray, elementsOfLines, ElementsUnreadable } from './json-elements.ts';

/** Collects all values in order. */
async function gather(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const value of values) all.push(value);
  return all;
}

const limits = { elementBytesMax: 10_000, depthMax: 8 };
const value = fc.jsonValue({ maxDepth: 3 });

/** Yields the bytes in chunks of the given sizes, as they might arrive. */
async function* pieces(text: string, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, 'utf8');
  for (let [at, n] = [0, 0]; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
const sizes = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 1, maxLength: 5 });
const arrayOf = (text: string, of = [7]) => gather(elementsOfArray(pieces(text, of), limits));
const linesOf = (text: string, of = [7]) => gather(elementsOfLines(pieces(text, of), limits));
const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof ElementsUnreadable ? [error.reason, error.position] : error),
  );

describe('elementsOfArray', () => {
  it('gives the result of JSON.parse, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 6 }),
        sizes,
        fc.constantFrom(undefined, 2),
        async (values, of, indent) => {
          expect(await arrayOf(` ${JSON.stringify(values, null, indent)}\n`, of)).toEqual(
            JSON.parse(JSON.stringify(values)),
          );
        },
      ),
    );
  });

  it.each(['', '{}', '[', '[1', '[1,]', '[,1]', '[1]]', '[1] 2', '[1 2]', '["a]', '[}', '[{"a":1]', '[tru]'])(
    'refuses %s as JSON.parse does, or as no array',
    async (text) => {
      expect(await refusal(arrayOf(text))).toEqual([text === '{}' ? 'not-an-array' : 'not-json', expect.any(Number)]);
    },
  );

  it('rejects an element that is too large or too deep before its end', async () => {
    expect(await refusal(arrayOf(`[1,"${'x'.repeat(20_000)}`, [1000]))).toEqual(['element-too-large', 2]);
    expect(await refusal(arrayOf(`[${'['.repeat(12_000)}`, [1000]))).toEqual(['element-too-large', 1]);
    expect(await refusal(arrayOf(`[${'['.repeat(20)}${']'.repeat(20)}]`))).toEqual(['element-too-deep', 1]);
  });
});

describe('elementsOfLines', () => {
  it('yields each line that is not blank, with and without a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 6 }),
        sizes,
        fc.constantFrom('', '\uFEFF'),
        async (values, of, mark) => {
          expect(await linesOf(`${mark}${values.map((each) => `${JSON.stringify(each)}\r\n\n`).join('')}`, of)).toEqual(
            JSON.parse(JSON.stringify(values)),
          );
        },
      ),
    );
  });

  it('reports the line that is not JSON', async () => {
    expect(await refusal(linesOf('{"a":1}\n\n{"a":\n'))).toEqual(['not-json', 3]);
  });

  it('rejects bytes that are not UTF-8', async () => {
    const latin = async function* () {
      yield Buffer.from([0x22, 0xe6, 0x22]);
    };
    expect(await refusal(gather(elementsOfLines(latin(), limits)))).toEqual(['not-utf-8', 1]);
  });
});

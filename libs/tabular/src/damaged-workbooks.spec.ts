import fc from 'fast-check';
import { ReadProblem } from './read-problem.ts';
import { f64, u16, u32 } from './testing/bytes.ts';
import { buildOds } from './testing/make-ods.ts';
import { buildXls, record as oldRecord, text as oldText } from './testing/make-xls.ts';
import { buildXlsb, record, row, text } from './testing/make-xlsb.ts';
import { readAll } from './testing/read-all.ts';

const lines = Array.from({ length: 60 }, (_, index) => index);

const oldWorkbook = async () =>
  buildXls(
    [0, 1].map((sheet) => ({
      name: `Ark ${sheet}`,
      records: lines.flatMap((line) => [
        oldRecord(0x208, u16(line, 0, 3, 0, 0, 0), u32(0)),
        oldRecord(0xfd, u16(line, 0, 0), u32(line % 3)),
        oldRecord(0x203, u16(line, 1, 0), f64(line * 1.5)),
        oldRecord(0x06, u16(line, 2, 0), f64(NaN), new Uint8Array(8)),
        oldRecord(0xbd, u16(line, 3, 0), u32(line << 2), u16(3)),
      ]),
    })),
    [
      oldRecord(0xe0, u16(0, 14), new Uint8Array(16)),
      oldRecord(0xfc, u32(3, 3), ...['Stol', 'Bord', 'Lampe'].map((each) => oldText(each))),
    ],
  );
const binaryWorkbook = () =>
  buildXlsb(
    lines.flatMap((line) => [
      row(line),
      record(7, u32(0, 0), u32(line % 2)),
      record(5, u32(1, 0), f64(line / 7)),
      record(6, u32(2, 0), text(`vare ${line}`)),
    ]),
    { texts: ['Stol', 'Bord'], formats: [14] },
  );
const openDocument = () =>
  buildOds(
    `<table:table table:name="a">${lines.map((line) => `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="${line}"><text:p>${line}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>vare</text:p></table:table-cell></table:table-row>`).join('')}</table:table>`,
  );

/** Returns the outcome of reading: rows, or the code of a ReadProblem. No file may cause anything else. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return `${(await readAll(bytes, name)).rows.length > 0}`;
  } catch (cause) {
    if (cause instanceof ReadProblem) return cause.code;
    throw cause;
  }
}

const bite = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(...[0xff, 0x00, 0x7f, 0x80].map((byte) => new Uint8Array(4).fill(byte))),
  ),
});

describe.each<[string, () => Promise<Uint8Array>]>([
  ['a.xls', oldWorkbook],
  ['a.xlsb', binaryWorkbook],
  ['a.ods', openDocument],
])('%s', (name, make) => {
  it('returns rows or a ReadProblem when changed anywhere', async () => {
    const whole = await make();
    expect(await outcome(whole, name)).toBe('true');
    await fc.assert(
      fc.asyncProperty(fc.array(bite, { minLength: 1, maxLength: 4 }), async (bites) => {
        const changed = whole.slice();
        for (const { at, bytes } of bites)
          changed.set(
            bytes.subarray(0, changed.length - Math.floor(at * changed.length)),
            Math.floor(at * changed.length),
          );
        await outcome(changed, name);
      }),
      { numRuns: 400 },
    );
  });

  it('returns rows or a ReadProblem when truncated anywhere', async () => {
    const whole = await make();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
        await outcome(whole.subarray(0, length), name);
      }),
      { numRuns: 100 },
    );
  });
});

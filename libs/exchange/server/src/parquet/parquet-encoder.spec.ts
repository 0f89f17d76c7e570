import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unscaled } from '@tallgrunn/values';
import { properties, type EntitySet } from '../odata/entity-set.ts';
import { ParquetEncoder, type EncoderSetup } from './parquet-encoder.ts';
import { joinRecord } from './split-record.ts';
import { duck } from './testing-duckdb.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'tallgrunn-parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A set with the name of a real one, so that its decimals have fixed types. */
const set: EntitySet = {
  name: 'EmissionResults',
  entity: 'EmissionResult',
  description: '',
  permission: 'emissions.read',
  source: '',
  key: ['RunNumber'],
  properties: properties(
    ['RunNumber'],
    [
      ['RunNumber', 'Edm.Int64', '', ''],
      ['KgCo2ePerUnit', 'Edm.Decimal', '', ''],
      ['KgCo2e', 'Edm.Decimal', '', ''],
      ['Quantity', 'Edm.Decimal', '', ''],
      ['Unit', 'Edm.String', '', ''],
      ['BookedOn', 'Edm.Date', '', ''],
      ['LoadedAt', 'Edm.DateTimeOffset', '', ''],
      ['IsComplete', 'Edm.Boolean', '', ''],
    ],
  ),
};
const names = set.properties.map(({ name }) => name);
const facts = { table: set.name, cooperativeId: 'c', cooperative: 'Samkjøp', asOf: '2026-03-01T00:00:00.000Z' };
const setup: EncoderSetup = { set, names, facts };

const digits = (precision: number) => 10n ** BigInt(precision) - 1n;
const decimal = (precision: number, scale: number) =>
  fc.bigInt({ min: -digits(precision), max: digits(precision) }).map((units) => unscaled(units, scale));
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 4 });
const drawnRow = fc.record({
  c0: fc.bigInt({ min: 1n, max: 2n ** 53n }).map(String),
  c1: orNull(decimal(38, 18)),
  c2: orNull(decimal(24, 6)),
  c3: orNull(decimal(40, 20)),
  c4: orNull(fc.string({ unit: 'grapheme', maxLength: 40 })),
  c5: orNull(fc.integer({ min: -100_000, max: 100_000 })),
  c6: orNull(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 16n }).map(String)),
  c7: orNull(fc.boolean()),
});

/** The values of a row in the order of its columns, as PostgreSQL writes them. */
const recordOf = (row: Readonly<Record<string, string | number | boolean | null>>): string =>
  joinRecord(
    names.map((_, at) => {
      const value = row[`c${at}`]!;
      return typeof value === 'boolean' ? (value ? 't' : 'f') : value === null ? null : String(value);
    }),
  );

describe('a Parquet file', () => {
  it('has every digit, character and null of any rows, in any row groups', async () => {
    const file = path.join(folder, 'drawn.parquet');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(drawnRow, { maxLength: 30 }), { maxLength: 4 }), async (groups) => {
        const encoder = new ParquetEncoder(setup);
        const pieces: Uint8Array[] = [];
        for (const rows of groups) pieces.push(await encoder.add(rows.map(recordOf)));
        writeFileSync(file, Buffer.concat([...pieces, await encoder.finish()]));
        const rows = groups.flat();
        expect(encoder.rowCount).toBe(rows.length);
        const result = await duck(
          `select RunNumber::text as c0, KgCo2ePerUnit::text as c1, KgCo2e::text as c2, QuantityExact as c3, Unit as c4,
            (BookedOn - date '1970-01-01')::int as c5, epoch_us(LoadedAt)::text as c6, IsComplete as c7
          from read_parquet('${file}')`,
        );
        expect(result).toEqual(rows);
      }),
      { numRuns: 30 },
    );
  });

  it('states table, cooperative, moment and newest run', async () => {
    const file = path.join(folder, 'facts.parquet');
    const encoder = new ParquetEncoder(setup);
    const row = { c0: '7', c1: null, c2: null, c3: null, c4: null, c5: null, c6: null, c7: null };
    writeFileSync(
      file,
      Buffer.concat([await encoder.add([row, { ...row, c0: '41' }].map(recordOf)), await encoder.finish()]),
    );
    const stated = await duck<{ key: string; value: string }>(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`,
    );
    expect(Object.fromEntries(stated.map(({ key, value }) => [key, value]))).toEqual({
      'tallgrunn.table': 'EmissionResults',
      'tallgrunn.cooperativeId': 'c',
      'tallgrunn.cooperative': 'Samkjøp',
      'tallgrunn.asOf': '2026-03-01T00:00:00.000Z',
      'tallgrunn.newestRun': '41',
    });
  });

  it('has bounds of decimals, dates and texts by which a reader may skip rows', async () => {
    const file = path.join(folder, 'bounds.parquet');
    const encoder = new ParquetEncoder(setup);
    const row = { c0: '1', c1: null, c2: '-0.000001', c3: null, c4: 'å', c5: -1, c6: null, c7: null };
    const pieces = [
      await encoder.add([recordOf(row)]),
      await encoder.add([recordOf({ ...row, c2: '99999999999.000001', c4: '😀', c5: 20_000 })]),
    ];
    writeFileSync(file, Buffer.concat([...pieces, await encoder.finish()]));
    const count = async (condition: string) =>
      (await duck<{ n: string }>(`select count(*)::text as n from read_parquet('${file}') where ${condition}`))[0]!.n;
    expect(await count('KgCo2e < 0')).toBe('1');
    expect(await count('KgCo2e = 99999999999.000001')).toBe('1');
    expect(await count(`Unit > 'z'`)).toBe('2');
    expect(await count(`Unit = '😀'`)).toBe('1');
    expect(await count(`BookedOn < date '1970-01-01'`)).toBe('1');
  });
});

import { bytesOf } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { Row } from '../table.ts';

const read = async (text: string | Uint8Array, name = 'lines.ndjson') => {
  const table = await openTable(bytesOf(typeof text === 'string' ? new TextEncoder().encode(text) : text), name);
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  return { table, rows };
};
const problemOf = (text: string | Uint8Array) =>
  read(text).then(
    () => null,
    ({ code, params }) => ({ code, params }),
  );
const textsOf = (row: Row | undefined) => row?.cells.map(({ kind, text }) => `${kind} ${text}`.trim());

describe('JSON lines', () => {
  it('become rows numbered by line, below a row 0 with all field names', async () => {
    const { table, rows } = await read('{"a":"00512","b":1.5}\n\n{"b":"1.250","c":true}\r\n{"c":null,"a":"1,5"}');
    expect(table).toMatchObject({ format: 'jsonl', notes: [] });
    expect(rows.map(({ row }) => row)).toEqual([0, 1, 3, 4]);
    expect(rows.map(textsOf)).toEqual([
      ['text a', 'text b', 'text c'],
      ['text 00512', 'number 1.5'],
      ['empty', 'number 1.250', 'boolean true'],
      ['text 1,5'],
    ]);
  });

  it('are split correctly wherever pieces end, also inside a character', async () => {
    const line = (n: number) => `{"navn":"Kjøttdeig ${n} æøå ${'å'.repeat(n % 97)}"}\n`;
    const text = Array.from({ length: 9_000 }, (_, n) => line(n)).join('');
    const { rows } = await read(text);
    expect(rows).toHaveLength(9_001);
    expect(
      rows.slice(1).every(({ cells }, n) => cells[0]?.text === (JSON.parse(line(n)) as { navn: string }).navn),
    ).toBe(true);
  });

  it('report which line is malformed and which value is nested', async () => {
    expect(await problemOf('{"a":1}\n{"a":\n')).toEqual({ code: 'line-not-json', params: { row: 2 } });
    expect(await problemOf('{"a":1}\n[1]\n')).toEqual({ code: 'line-not-json', params: { row: 2 } });
    expect(await problemOf('{"a":1}\n{"b":{"c":2}}\n')).toEqual({
      code: 'line-value-nested',
      params: { row: 2, found: 'b' },
    });
    expect(
      await problemOf(
        Uint8Array.from([...new TextEncoder().encode('{"a":"'), 0xff, ...new TextEncoder().encode('"}\n')]),
      ),
    ).toEqual({ code: 'line-not-json', params: { row: 1 } });
  });

  it('enforces the limits', async () => {
    expect(await problemOf(`{${Array.from({ length: 501 }, (_, n) => `"f${n}":1`).join()}}`)).toEqual({
      code: 'too-many-columns',
      params: { row: 1, found: 501, expected: 500 },
    });
    expect(await problemOf(`{"a":"${'x'.repeat(40_000)}"}`)).toEqual({
      code: 'cell-too-long',
      params: { row: 1, found: 40_000, expected: 32_768 },
    });
  });

  it('are distinguished from a single JSON document', async () => {
    expect(await problemOf('[{"a":1}]')).toEqual({ code: 'not-a-table', params: { found: 'json' } });
    expect(await problemOf('{\n  "a": 1\n}')).toEqual({ code: 'not-a-table', params: { found: 'json' } });
  });
});

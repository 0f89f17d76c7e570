import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { bytesOf } from '../byte-source.ts';
import { zipLimits } from '../table.ts';
import { crc32 } from './crc32.ts';
import { openZip, readEntry } from './open-zip.ts';
import { writeZip } from './write-zip.ts';
import type { PackedPart, ZipPart } from './write-zip.ts';

async function zipOf(parts: Iterable<ZipPart | PackedPart>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(parts)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const MB = 1024 * 1024;
const text = (name: string, content: string): ZipPart => ({ name, content: [Buffer.from(content)] });

async function drain(bytes: Uint8Array, limits = zipLimits): Promise<number> {
  const zip = await openZip(bytesOf(bytes), limits);
  let out = 0;
  for (const entry of zip.entries) for await (const piece of zip.read(entry)) out += piece.length;
  return out;
}

/** Writes a number to the directory and to the header after the content of a one-part zip. */
function lie(zip: Buffer, signature: number, field: number, value: number): Buffer {
  const bytes = Buffer.from(zip);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  bytes.writeUInt32LE(value, bytes.lastIndexOf(mark) + field);
  return bytes;
}

describe('zip files', () => {
  it('are read back as written', async () => {
    const parts = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-zæøå/]{1,8}$/), fc.uint8Array({ maxLength: 3000 })), {
      selector: ([name]) => name,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(parts, async (list) => {
        const zip = await openZip(bytesOf(await zipOf(list.map(([name, bytes]) => ({ name, content: [bytes] })))));
        expect(zip.entries.map(({ name }) => name)).toEqual(list.map(([name]) => name));
        for (const [index, entry] of zip.entries.entries())
          expect(Buffer.from(await readEntry(zip, entry, 10_000)).equals(Buffer.from(list[index]![1]))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with the published check value of CRC-32', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345')))).toBe(0xcbf43926);
  });

  it('are read with bytes before them and a comment after them', async () => {
    const zip = await zipOf([text('a.txt', 'hei')]);
    const commented = Buffer.concat([Buffer.from('#!/bin/sh\n'), zip, Buffer.from('kommentar')]);
    commented.writeUInt16LE(9, commented.length - 9 - 2);
    expect(await drain(commented)).toBe(3);
  });

  it('rejects a bomb with declared size before unpacking anything', async () => {
    const zip = await zipOf([
      { name: 'xl/worksheets/sheet1.xml', content: Array.from({ length: 64 }, () => Buffer.alloc(MB)) },
    ]);
    expect(zip.length).toBeLessThan(MB);
    await expect(drain(zip)).rejects.toMatchObject({ code: 'zip-bomb', params: { reason: 'size' } });
  });

  it('stops a bomb with a false size by its actual output', async () => {
    const zip = await zipOf([{ name: 'a', content: Array.from({ length: 64 }, () => Buffer.alloc(MB)) }]);
    const lying = lie(zip, 0x02014b50, 24, 1000);
    let seen = 0;
    const opened = await openZip(bytesOf(lying));
    const read = async () => {
      for await (const piece of opened.read(opened.entries[0]!)) seen += piece.length;
    };
    await expect(read()).rejects.toMatchObject({ code: 'zip-damaged' });
    expect(seen).toBeLessThan(MB);
  });

  it('sums up many small bombs', async () => {
    const parts = Array.from({ length: 20 }, (_, index): ZipPart => ({
      name: `${index}`,
      content: Array.from({ length: 7 }, () => Buffer.alloc(MB)),
    }));
    await expect(drain(await zipOf(parts))).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  it('rejects entries that share bytes', async () => {
    const zip = await zipOf([text('a', 'x'.repeat(500)), text('b', 'y'.repeat(500))]);
    await expect(drain(lie(zip, 0x02014b50, 42, 0))).rejects.toMatchObject({
      code: 'zip-bomb',
      params: { reason: 'overlap' },
    });
  });

  it('rejects too many entries', async () => {
    const zip = await zipOf([text('a', '1'), text('b', '2')]);
    await expect(drain(zip, { ...zipLimits, entriesMax: 1 })).rejects.toMatchObject({
      code: 'zip-bomb',
      params: { reason: 'entries' },
    });
  });

  it('reports encrypted entries and unknown methods', async () => {
    const zip = await zipOf([text('a', 'hemmelig')]);
    await expect(drain(lie(zip, 0x02014b50, 8, 0x0008_0809))).rejects.toMatchObject({ code: 'password-protected' });
    await expect(drain(lie(zip, 0x02014b50, 8, 0x000e_0808))).rejects.toMatchObject({
      code: 'zip-damaged',
      params: { reason: 'method' },
    });
  });

  it('detects a changed byte by the checksum', async () => {
    const zip = await zipOf([text('a', 'hei på deg')]);
    await expect(drain(lie(zip, 0x02014b50, 16, 12345))).rejects.toMatchObject({
      code: 'zip-damaged',
      params: { reason: 'checksum' },
    });
  });

  it('returns content or a ReadProblem and never hangs, when truncated or changed anywhere', async () => {
    const whole = await zipOf([text('a.txt', 'hei '.repeat(200)), text('b.txt', 'hallo')]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
        if (!cut) bytes[at] = byte;
        await drain(bytes).catch((problem: Error) => expect(problem.name).toBe('ReadProblem'));
      }),
      { numRuns: 300 },
    );
  });

  it('passes on an error of the source unchanged', async () => {
    const bytes = await zipOf([text('a', 'x'.repeat(5000))]);
    let reads = 0;
    const failing = {
      size: bytes.length,
      read: async (from: number, to: number) =>
        (reads += 1) > 3 ? Promise.reject(new Error('disk gone')) : bytes.subarray(from, to),
    };
    const zip = await openZip(failing);
    await expect(readEntry(zip, zip.entries[0]!, 10_000)).rejects.toThrow('disk gone');
  });

  it('reads zip64 records', async () => {
    const zip = await zipOf([text('a.txt', 'hei')]);
    const end = zip.length - 22;
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50);
    record.writeBigUInt64LE(44n, 4);
    [1n, 1n, BigInt(zip.readUInt32LE(end + 12)), BigInt(zip.readUInt32LE(end + 16))].forEach((value, index) =>
      record.writeBigUInt64LE(value, 24 + 8 * index),
    );
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50);
    locator.writeBigUInt64LE(BigInt(end), 8);
    const tail = Buffer.from(zip.subarray(end));
    tail.writeUInt32LE(0xffffffff, 16);
    expect(await drain(Buffer.concat([zip.subarray(0, end), record, locator, tail]))).toBe(3);
  });

  describe('with more files than the end record can count', () => {
    const many = 70_000;
    let zip: Buffer;
    beforeAll(async () => {
      function* parts(): Generator<PackedPart> {
        const bytes = Buffer.from('1');
        for (let at = 0; at < many; at += 1)
          yield {
            name: `${at}`,
            packed: (async function* () {
              yield bytes;
            })(),
            method: 0,
            crc: crc32(bytes),
            packedBytes: 1,
            sizeBytes: 1,
          };
      }
      zip = await zipOf(parts());
    });
    const limits = { ...zipLimits, entriesMax: many };
    /** Returns a zip as written by programs without zip64, whose 16-bit entry count overflows. */
    const counted = (count: number) => {
      const bytes = Buffer.concat([zip.subarray(0, -98), zip.subarray(-22)]);
      bytes.writeUInt16LE(count, bytes.length - 12);
      return bytes;
    };

    it('reads all of them, as counted by zip64 and by older programs', async () => {
      for (const bytes of [zip, counted(many - 65_536)]) {
        const { entries } = await openZip(bytesOf(bytes), limits);
        expect([entries.length, entries.at(-1)!.name]).toEqual([many, `${many - 1}`]);
      }
    });

    it('rejects one too many, and a count that differs from the directory', async () => {
      await expect(openZip(bytesOf(zip), { ...limits, entriesMax: many - 1 })).rejects.toMatchObject({
        code: 'zip-bomb',
      });
      await expect(openZip(bytesOf(counted(many - 65_536 - 1)), limits)).rejects.toMatchObject({
        code: 'zip-damaged',
        params: { reason: 'directory-count' },
      });
      await expect(
        openZip(bytesOf(lie(await zipOf([text('a', '1'), text('b', '2')]), 0x06054b50, 10, 1))),
      ).rejects.toMatchObject({ code: 'zip-damaged', params: { reason: 'directory-count' } });
    });
  });

  it('reads a stored entry', async () => {
    const zip = await zipOf([text('a.txt', 'hei')]);
    const packed = deflateRawSync('hei');
    const stored = lie(
      lie(lie(zip, 0x02014b50, 8, 0x0000_0808), 0x02014b50, 24, packed.length),
      0x02014b50,
      16,
      crc32(packed),
    );
    expect(await drain(stored)).toBe(packed.length);
  });
});

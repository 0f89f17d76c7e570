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

/** Puts a number in the directory and the header behind the content of a one-part zip. */
function lie(zip: Buffer, signature: number, field: number, value: number): Buffer {
  const bytes = Buffer.from(zip);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  bytes.writeUInt32LE(value, bytes.lastIndexOf(mark) + field);
  return bytes;
}

describe('zip files', () => {
  it('come back as they were written', async () => {
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

  it('with something before and a comment after are read too', async () => {
    const zip = await zipOf([text('a.txt', 'hei')]);
    const commented = Buffer.concat([Buffer.from('#!/bin/sh\n'), zip, Buffer.from('kommentar')]);
    commented.writeUInt16LE(9, commented.length - 9 - 2);
    expect(await drain(commented)).toBe(3);
  });

  it('a bomb that tells its size is refused before anything is unpacked', async () => {
    const zip = await zipOf([
      { name: 'xl/worksheets/sheet1.xml', content: Array.from({ length: 64 }, () => Buffer.alloc(MB)) },
    ]);
    expect(zip.length).toBeLessThan(MB);
    await expect(drain(zip)).rejects.toMatchObject({ code: 'zip-bomb', params: { reason: 'size' } });
  });

  it('a bomb that lies about its size is stopped by what comes out', async () => {
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

  it('many small bombs are summed', async () => {
    const parts = Array.from({ length: 20 }, (_, index): ZipPart => ({
      name: `${index}`,
      content: Array.from({ length: 7 }, () => Buffer.alloc(MB)),
    }));
    await expect(drain(await zipOf(parts))).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  it('entries that share bytes are refused', async () => {
    const zip = await zipOf([text('a', 'x'.repeat(500)), text('b', 'y'.repeat(500))]);
    await expect(drain(lie(zip, 0x02014b50, 42, 0))).rejects.toMatchObject({
      code: 'zip-bomb',
      params: { reason: 'overlap' },
    });
  });

  it('too many entries are refused', async () => {
    const zip = await zipOf([text('a', '1'), text('b', '2')]);
    await expect(drain(zip, { ...zipLimits, entriesMax: 1 })).rejects.toMatchObject({
      code: 'zip-bomb',
      params: { reason: 'entries' },
    });
  });

  it('encrypted entries and unknown methods are told', async () => {
    const zip = await zipOf([text('a', 'hemmelig')]);
    await expect(drain(lie(zip, 0x02014b50, 8, 0x0008_0809))).rejects.toMatchObject({ code: 'password-protected' });
    await expect(drain(lie(zip, 0x02014b50, 8, 0x000e_0808))).rejects.toMatchObject({
      code: 'zip-damaged',
      params: { reason: 'method' },
    });
  });

  it('a changed byte is found by the sum', async () => {
    const zip = await zipOf([text('a', 'hei på deg')]);
    await expect(drain(lie(zip, 0x02014b50, 16, 12345))).rejects.toMatchObject({
      code: 'zip-damaged',
      params: { reason: 'checksum' },
    });
  });

  it('cut anywhere or changed anywhere, a zip gives its content or a ReadProblem, and never hangs', async () => {
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

  it('an error of the source is passed on as it is', async () => {
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

  it('zip64 records are read', async () => {
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

  describe('of more files than the end record can count', () => {
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
    /** As programs write it that know no zip64: counted from nought again. */
    const counted = (count: number) => {
      const bytes = Buffer.concat([zip.subarray(0, -98), zip.subarray(-22)]);
      bytes.writeUInt16LE(count, bytes.length - 12);
      return bytes;
    };

    it('all are read, as zip64 tells them and as older programs do', async () => {
      for (const bytes of [zip, counted(many - 65_536)]) {
        const { entries } = await openZip(bytesOf(bytes), limits);
        expect([entries.length, entries.at(-1)!.name]).toEqual([many, `${many - 1}`]);
      }
    });

    it('one too many, and a count that is not that of the directory, are refused', async () => {
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

  it('a stored entry is read as it is', async () => {
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

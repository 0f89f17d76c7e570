import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasObjectStore, startObjectStore, type ObjectStore } from '../testing/object-store.ts';
import { DiskStorage } from './disk-storage.ts';
import type { FileStorage, LocalBytes } from './file-storage.ts';
import { S3Storage } from './s3-storage.ts';

const MEGABYTE = 1024 * 1024;
const LARGE_MB = 256;
/** s3rver cannot divide a list into pages: it needs a cipher that OpenSSL no longer has. */
const PAGE_SIZE = 3;
const kinds = ['disk', 's3rver', 'moto_server'] as const;
type Kind = (typeof kinds)[number];

const isHere = (kind: Kind) => kind === 'disk' || hasObjectStore(kind);

/** One contract for every storage: on the disk, and in two S3-compatible servers. */
describe.each(kinds.map((kind) => [kind, isHere(kind)] as const))('storage of files: %s', (kind, isAvailable) => {
  const check = isAvailable ? it : it.skip;
  let folder = '';
  let store: ObjectStore | undefined;
  let storage: FileStorage;

  beforeAll(async () => {
    if (!isAvailable) return;
    folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-spec-'));
    if (kind !== 'disk') store = await startObjectStore(kind);
    storage = store
      ? new S3Storage(store.settings, path.join(folder, 'spool'), undefined, kind === 's3rver' ? undefined : PAGE_SIZE)
      : new DiskStorage(path.join(folder, 'data'));
  }, 120_000);
  afterAll(async () => {
    await store?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const spooled = async (bytes: string | Buffer): Promise<LocalBytes> => {
    const file = path.join(folder, randomUUID());
    await writeFile(file, bytes);
    return {
      path: file,
      sizeBytes: Buffer.byteLength(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  };
  const textOf = async (key: string): Promise<string> => {
    let text = '';
    for await (const piece of await storage.stream(key)) text += String(piece);
    return text;
  };
  /** Temporary copies of this process. */
  const copies = () => readdir(path.join(folder, 'spool')).catch(() => [] as string[]);

  check('stores a local file and returns its bytes as a stream and as a file', async () => {
    const file = await spooled('Kjøttdeig;10\n');
    const key = `files/c/ab/${file.sha256}`;
    expect(await storage.exists(key)).toBe(false);
    await storage.store(key, file);
    expect([existsSync(file.path), await storage.exists(key), await textOf(key)]).toEqual([
      false,
      true,
      'Kjøttdeig;10\n',
    ]);
    const local = await storage.localFile(key);
    expect(await readFile(local!.path, 'utf8')).toBe('Kjøttdeig;10\n');
    await local!.release();
    expect([await copies(), await storage.exists(key)]).toEqual([[], true]);
  });

  check('retains the bytes that a key has, and takes the second file away', async () => {
    await storage.store('files/c/cd/same', await spooled('first'));
    const second = await spooled('second');
    await storage.store('files/c/cd/same', second);
    expect([await textOf('files/c/cd/same'), existsSync(second.path)]).toEqual(['first', false]);
  });

  check('stores an empty file, and names with letters that addresses encode', async () => {
    const key = "spool/a b+c~(d)'é!*&=.csv";
    await storage.store(key, await spooled(''));
    expect([await storage.exists(key), await textOf(key)]).toEqual([true, '']);
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
  });

  check('says that bytes are missing, and deletes what is not there', async () => {
    const missing = 'files/c/ef/missing';
    expect([await storage.exists(missing), await storage.localFile(missing)]).toEqual([false, null]);
    await expect(textOf(missing)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(storage.copy(missing, 'files/c/ef/target')).rejects.toMatchObject({ code: 'ENOENT' });
    await storage.delete(missing);
    expect(await copies()).toEqual([]);
  });

  check('stores the bytes of one key under another as well', async () => {
    await storage.store('spool/waiting 1', await spooled('waiting'));
    await storage.copy('spool/waiting 1', 'files/c/12/stored');
    await storage.delete('spool/waiting 1');
    expect([await textOf('files/c/12/stored'), await storage.exists('spool/waiting 1')]).toEqual(['waiting', false]);
  });

  check('lists the files of a prefix in the order of their keys, over several pages', async () => {
    const began = Date.now();
    const names = ['aa/1', 'aa/2', 'ab/3', 'b/4', 'b/5', 'c/6', 'c/7'];
    for (const name of names.toReversed()) await storage.store(`files/listed/${name}`, await spooled(name));
    await storage.store('files/listed-not/1', await spooled('1'));
    const listed = [];
    for await (const file of storage.list('files/listed/')) listed.push(file);
    expect(listed.map(({ key }) => key)).toEqual(names.map((name) => `files/listed/${name}`));
    expect(listed.every(({ sizeBytes }, at) => sizeBytes === names[at]!.length)).toBe(true);
    expect(listed.every(({ modifiedAt }) => Math.abs(modifiedAt.getTime() - began) < 60_000)).toBe(true);
    for await (const file of storage.list('nothing/')) throw new Error(file.key);
  });

  check(
    'streams a large file in and out with little memory',
    async () => {
      const chunk = randomBytes(MEGABYTE);
      const hash = createHash('sha256');
      const file = path.join(folder, 'large');
      const chunks = function* () {
        for (let at = 0; at < LARGE_MB; at += 1) {
          hash.update(chunk);
          yield chunk;
        }
      };
      await pipeline(Readable.from(chunks()), createWriteStream(file));
      const sha256 = hash.digest('hex');
      let peak = 0;
      const before = process.memoryUsage().arrayBuffers;
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().arrayBuffers - before)), 5);
      await storage.store('files/c/la/large', { path: file, sizeBytes: LARGE_MB * MEGABYTE, sha256 });
      const back = createHash('sha256');
      for await (const piece of await storage.stream('files/c/la/large')) {
        back.update(piece as Buffer);
        peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
      }
      clearInterval(watch);
      await storage.delete('files/c/la/large');
      expect(back.digest('hex')).toBe(sha256);
      // buffers that wait for the garbage collector count too, so only a whole file in memory is sure to be more
      expect(peak).toBeLessThan(LARGE_MB * 0.8 * MEGABYTE);
    },
    120_000,
  );

  check('has no fault, for reading and for storing', async () => {
    await mkdir(path.join(folder, 'data'), { recursive: true });
    expect([await storage.fault('read'), await storage.fault('write'), await copies()]).toEqual([null, null, []]);
  });
});

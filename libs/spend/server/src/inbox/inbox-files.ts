import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { spoolName, type SpooledFile } from '@tallgrunn/platform';

export const SETTINGS = 'inbox.json';
export const NOTICE = 'inbox-stopped.txt';
/** Name of the text file that lists entries which are not files. */
export const UNEXPECTED_ENTRIES = 'inbox-passed-over.txt';
const ownFolders = new Set(['working', 'done', 'refused']);

/** A complete file in an inbox folder. */
export interface InboxFile {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** Hash that is stable for the same file; used as idempotency key. */
  readonly mark: string;
}

/** Matches hidden or partial files, and Excel's lock files of open workbooks. */
const partialName = /(^\.|^~\$|\.(?:tmp|part|partial|filepart|crdownload)$)/i;

/** Returns the folders that an operator has set up with a settings file. */
export async function foldersIn(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(inbox, name));
  const set = await Promise.all(
    folders.map(async (folder) => ((await stat(path.join(folder, SETTINGS)).catch(() => null)) ? folder : null)),
  );
  return set.filter((folder) => folder !== null).sort();
}

/**
 * Returns the files not modified for a while. Excludes files that are still being copied, and names that programs use
 * for partial files.
 */
export async function completeFilesIn(folder: string, unmodifiedMs: number, now = Date.now()): Promise<InboxFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    entries.map(async (entry): Promise<InboxFile | null> => {
      const { name } = entry;
      if (
        !entry.isFile() ||
        partialName.test(name) ||
        name === SETTINGS ||
        name === NOTICE ||
        name === UNEXPECTED_ENTRIES
      )
        return null;
      const file = path.join(folder, name);
      const stats = await stat(file).catch(() => null);
      if (!stats || now - Math.max(stats.mtimeMs, stats.ctimeMs) < unmodifiedMs) return null;
      return {
        path: file,
        name,
        sizeBytes: stats.size,
        mark: createHash('sha256')
          .update(JSON.stringify([folder, name, stats.ino, stats.size, stats.mtimeMs]))
          .digest('hex'),
      };
    }),
  );
  return files.filter((file) => file !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns folders and links in a folder where only files are imported. */
export async function unexpectedEntriesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .flatMap((entry) =>
      entry.isFile() || partialName.test(entry.name) || ownFolders.has(entry.name) ? [] : entry.name,
    )
    .sort();
}

/** Copies a file to the spool and calculates its hash. */
export async function spoolCopy(spoolFolder: string, { path: from, name }: InboxFile): Promise<SpooledFile> {
  await mkdir(spoolFolder, { recursive: true });
  const target = path.join(spoolFolder, spoolName());
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    await pipeline(
      createReadStream(from),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          sizeBytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return { path: target, name, sizeBytes, sha256: hash.digest('hex') };
}

/** Maximum length of a file name in bytes, with room for the ".txt" of the accompanying text. */
const NAME_BYTES_MAX = 250;

/** Shortens a name to the file system's limit and keeps the extension. */
export function fitFileName(name: string): string {
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  const letters = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(letters.join('') + ending) > NAME_BYTES_MAX) letters.pop();
  return letters.join('') + ending;
}

/**
 * Moves a file to a subfolder under a new name, with an optional text file next to it. A missing file was moved by
 * another worker.
 */
export async function moveTo(file: string, folder: string, name: string, message: string | null): Promise<void> {
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, fitFileName(name));
  if (message !== null) await writeFile(`${target}.txt`, `${message}\n`);
  await rename(file, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Writes a text file with the reason why nothing, or not everything, is imported; removes it when there is none. */
export async function writeNotice(folder: string, message: string | null, name = NOTICE): Promise<void> {
  const file = path.join(folder, name);
  if (message === null) return rm(file, { force: true });
  if ((await readFile(file, 'utf8').catch(() => '')) !== `${message}\n`) await writeFile(file, `${message}\n`);
}

/** Deletes files older than the limit. Accompanying texts remain. */
export async function deleteOldFiles(folder: string, daysMax: number, now = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const stats = await stat(path.join(folder, name)).catch(() => null);
    if (stats && !name.endsWith('.txt') && now - stats.ctimeMs > daysMax * 24 * 3600_000)
      await rm(path.join(folder, name), { force: true });
  }
}

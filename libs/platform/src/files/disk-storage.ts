import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStorage, ListedFile, LocalBytes, LocalFile } from './file-storage.ts';

/** Files in the data folder. Several machines need a shared file system for it. */
export class DiskStorage implements FileStorage {
  readonly kind = 'disk';

  /** @param folder the data folder */
  constructor(private readonly folder: string) {}

  async exists(key: string): Promise<boolean> {
    return (await stat(this.#pathOf(key)).catch(() => null)) !== null;
  }

  async store(key: string, file: LocalBytes): Promise<void> {
    const target = this.#pathOf(key);
    await mkdir(path.dirname(target), { recursive: true });
    if (await this.exists(key)) await rm(file.path, { force: true });
    else await rename(file.path, target);
  }

  async copy(from: string, to: string): Promise<void> {
    await mkdir(path.dirname(this.#pathOf(to)), { recursive: true });
    await copyFile(this.#pathOf(from), this.#pathOf(to));
  }

  async stream(key: string): Promise<Readable> {
    const bytes = createReadStream(this.#pathOf(key));
    await once(bytes, 'open');
    return bytes;
  }

  async localFile(key: string): Promise<LocalFile | null> {
    return (await this.exists(key)) ? { path: this.#pathOf(key), release: () => Promise.resolve() } : null;
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async *list(prefix: string): AsyncGenerator<ListedFile> {
    const top = path.posix.dirname(`${prefix}-`);
    const names = await readdir(this.#pathOf(top), { recursive: true }).catch(() => [] as string[]);
    const keys = names.map((name) => path.posix.join(top, name.split(path.sep).join('/')));
    for (const key of keys.filter((each) => each.startsWith(prefix)).toSorted()) {
      const file = await stat(this.#pathOf(key)).catch(() => null); // null: deleted meanwhile
      if (file?.isFile()) yield { key, sizeBytes: file.size, modifiedAt: file.mtime };
    }
  }

  /** Returns null: the part `files` of the health checks whether the data folder can be written to. */
  fault(): Promise<string | null> {
    return Promise.resolve(null);
  }

  #pathOf(key: string): string {
    return path.join(this.folder, ...key.split('/'));
  }
}

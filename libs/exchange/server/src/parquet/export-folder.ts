import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** A file of an export: its place in the folder, and its content. */
export interface ExportedParquet {
  readonly table: string;
  readonly cooperativeId: string;
  /** Null for tables without years, and for rows without one. */
  readonly year: string | null;
  readonly path: string;
  readonly rows: number;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly asOf: string;
  /** The highest run number of the rows; null when the table has none. */
  readonly newestRun: number | null;
}

/** The content of a folder of Parquet files; it is written last. */
export interface ParquetManifest {
  readonly format: 'tallgrunn-parquet/1';
  readonly exportedAt: string;
  readonly cooperatives: readonly { readonly id: string; readonly name: string }[];
  readonly files: readonly ExportedParquet[];
}

const MANIFEST = 'manifest.json';

/** A file that is being written; it has no final name yet. */
export class FolderFile {
  readonly #hash = createHash('sha256');
  #sizeBytes = 0;

  constructor(private readonly handle: FileHandle) {}

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#sizeBytes += bytes.length;
    await this.handle.writeFile(bytes);
  }

  /** Closes the file after its bytes are on the disk. */
  async finish(): Promise<{ sizeBytes: number; sha256: string }> {
    await this.handle.sync();
    await this.handle.close();
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }
}

/**
 * A folder that receives an export. Files are written to a hidden folder in it and renamed when all are complete, so that
 * no reader opens a file that is half written.
 */
export class ExportFolder {
  readonly #draft: string;
  readonly #handles: FileHandle[] = [];

  constructor(private readonly root: string) {
    this.#draft = path.join(root, `.writing-${randomUUID()}`);
  }

  /** @param place path in the folder, with slashes */
  async create(place: string): Promise<FolderFile> {
    const file = path.join(this.#draft, ...place.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'wx');
    this.#handles.push(handle);
    return new FolderFile(handle);
  }

  /** Gives the files their names, then the manifest its own, and deletes files of the previous export that are gone. */
  async publish(manifest: ParquetManifest): Promise<void> {
    const previous = await this.#previousPaths();
    const current = new Set(manifest.files.map((file) => file.path));
    for (const place of current) await this.#move(place);
    await mkdir(this.#draft, { recursive: true });
    await writeFile(path.join(this.#draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await this.#move(MANIFEST);
    for (const place of previous) if (!current.has(place)) await rm(path.join(this.root, place), { force: true });
    await this.discard();
  }

  /** Deletes what is not published. */
  async discard(): Promise<void> {
    // Closing a closed handle does nothing; those of an interrupted export are still open.
    for (const handle of this.#handles) await handle.close().catch(() => undefined);
    await rm(this.#draft, { recursive: true, force: true });
  }

  async #move(place: string): Promise<void> {
    const target = path.join(this.root, ...place.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(this.#draft, ...place.split('/')), target);
  }

  /** Returns the files of the previous manifest, except paths that such an export cannot have. */
  async #previousPaths(): Promise<string[]> {
    const text = await readFile(path.join(this.root, MANIFEST), 'utf8').catch(() => null);
    if (text === null) return [];
    const { format, files } = JSON.parse(text) as Partial<ParquetManifest>;
    if (format !== 'tallgrunn-parquet/1' || !files) return [];
    return files.map((file) => file.path).filter((place) => /^cooperative=[\w=/-]+\.parquet$/.test(place));
  }
}

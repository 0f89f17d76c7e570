import type { Readable } from 'node:stream';

/** A complete file on this machine, with the size and hash of its bytes. */
export interface LocalBytes {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** A stored file that can be read by its path. */
export interface LocalFile {
  readonly path: string;
  /** Deletes the temporary copy, if it is one. */
  release(): Promise<void>;
}

export interface ListedFile {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
}

/**
 * Bytes by key, in the data folder of this machine or in an S3-compatible service. Keys are paths below the data
 * folder, with slashes: `files/COOPERATIVE/ab/SHA256` and `spool/NAME`.
 */
export interface FileStorage {
  readonly kind: 'disk' | 's3';
  exists(key: string): Promise<boolean>;
  /** Moves a local file into the storage. Bytes that the key has already are retained. */
  store(key: string, file: LocalBytes): Promise<void>;
  /** Stores the bytes of one key under another as well. @throws Error with code ENOENT when there are none */
  copy(from: string, to: string): Promise<void>;
  /**
   * Returns the bytes as a stream once the first can be read.
   * @throws Error with code ENOENT when there are none
   */
  stream(key: string): Promise<Readable>;
  /** Returns the bytes as a local file; null when there are none. The caller must release it. */
  localFile(key: string): Promise<LocalFile | null>;
  delete(key: string): Promise<void>;
  /** Yields every file whose key begins with the prefix, ordered by key. */
  list(prefix: string): AsyncIterable<ListedFile>;
  /** Returns why the storage cannot be used, as one sentence; null when it can. `write`: tries to store, too. */
  fault(attempt: 'read' | 'write'): Promise<string | null>;
}

/** Injection token of the storage of this installation. */
export const FILE_STORAGE = Symbol('file-storage');

/** The storage of files does not respond, or rejects what is requested of it. The message is one sentence. */
export class FileStoreUnavailable extends Error {
  override readonly name = 'FileStoreUnavailable';
}

/** Returns the error for a key without bytes: that of a file system. */
export const missingFile = (key: string): Error =>
  Object.assign(new Error(`ENOENT: no file is stored as ${key}`), { code: 'ENOENT' });

export const isMissingFile = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ENOENT';

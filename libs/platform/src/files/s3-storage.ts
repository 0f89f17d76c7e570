import { createWriteStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { spoolName } from '../spool-lease.ts';
import { missingFile, type FileStorage, type ListedFile, type LocalBytes, type LocalFile } from './file-storage.ts';
import { parseListing } from './parse-listing.ts';
import { faultOfNetwork, faultOfResponse, S3Fault } from './s3-faults.ts';
import { S3Requests, type ObserveRequest } from './s3-requests.ts';
import type { S3Settings } from './s3-settings.ts';

const HEALTH_PATIENCE_MS = 4000;
const READ_PATIENCE_MS = 30_000;
const ALIVE_MS = 10_000;

/**
 * Files in a bucket of an S3-compatible service, which every machine reaches. The service compares the SHA-256 of what
 * it receives. Readers that need a path get a temporary copy.
 */
export class S3Storage implements FileStorage {
  readonly kind = 's3';
  readonly #requests: S3Requests;

  /** @param temporaryFolder folder of temporary copies; what a killed program leaves there is swept */
  constructor(
    private readonly settings: S3Settings,
    private readonly temporaryFolder: string,
    observe?: ObserveRequest,
    /** Files in one page of a list. */
    private readonly pageSize = 1000,
  ) {
    this.#requests = new S3Requests(settings, observe);
  }

  async exists(key: string): Promise<boolean> {
    return (await this.#unlessMissing(() => this.#requests.text({ method: 'HEAD', key: this.#in(key) }))) !== null;
  }

  async store(key: string, file: LocalBytes): Promise<void> {
    if (!(await this.exists(key))) await this.#requests.text({ method: 'PUT', key: this.#in(key), body: file });
    await rm(file.path, { force: true });
  }

  async copy(from: string, to: string): Promise<void> {
    const headers = { 'x-amz-copy-source': this.#requests.sourceOf(this.#in(from)) };
    const body = await this.#unlessMissing(() => this.#requests.text({ method: 'PUT', key: this.#in(to), headers }));
    if (body === null) throw missingFile(from);
    if (body.includes('<Error>')) throw faultOfResponse(this.settings, 500, body); // with status 200 while copying
  }

  async stream(key: string): Promise<Readable> {
    const response = await this.#unlessMissing(() => this.#requests.send({ method: 'GET', key: this.#in(key) }));
    if (response === null) throw missingFile(key);
    response.socket.setKeepAlive(true, ALIVE_MS); // the pace is that of the reader, so silence is no fault
    return response;
  }

  async localFile(key: string): Promise<LocalFile | null> {
    const response = await this.#unlessMissing(() => this.#requests.send({ method: 'GET', key: this.#in(key) }));
    if (response === null) return null;
    await mkdir(this.temporaryFolder, { recursive: true });
    const file = path.join(this.temporaryFolder, spoolName('copy-'));
    const release = () => rm(file, { force: true });
    response.setTimeout(READ_PATIENCE_MS, () => response.destroy(new Error('the file stopped coming')));
    try {
      await pipeline(response, createWriteStream(file, { mode: 0o600 }));
      return { path: file, release };
    } catch (error) {
      await release();
      const isNetwork = (error as { path?: unknown }).path === undefined; // errors of the disk name the file
      throw isNetwork && (error as { code?: unknown }).code !== 'ENOSPC' ? faultOfNetwork(this.settings, error) : error;
    }
  }

  async delete(key: string): Promise<void> {
    await this.#unlessMissing(() => this.#requests.text({ method: 'DELETE', key: this.#in(key) }));
  }

  async *list(prefix: string): AsyncGenerator<ListedFile> {
    const query = { 'list-type': '2', 'max-keys': String(this.pageSize), prefix: this.#in(prefix) };
    for (let after: string | null = ''; after !== null;) {
      const text: string = await this.#requests.text({
        method: 'GET',
        query: after === '' ? query : { ...query, 'continuation-token': after },
      });
      const page = parseListing(text);
      for (const file of page.files) yield { ...file, key: file.key.slice(this.settings.prefix.length) };
      after = page.next;
    }
  }

  async fault(attempt: 'read' | 'write'): Promise<string | null> {
    try {
      await this.#requests.text({
        method: 'GET',
        query: { 'list-type': '2', 'max-keys': '1', prefix: this.#in('spool/') },
        ...(attempt === 'read' && { attempts: 1 }), // a program that starts must not end because of one bad answer
        patienceMs: HEALTH_PATIENCE_MS,
      });
      if (attempt === 'write') await this.#tryToStore();
      return null;
    } catch (error) {
      if (error instanceof S3Fault) return error.message;
      throw error;
    }
  }

  /** Stores, reads and deletes a small file, so that missing rights show at the start and not at the first upload. */
  async #tryToStore(): Promise<void> {
    const bytes = randomUUID();
    const key = `spool/attempt-${bytes}`;
    await mkdir(this.temporaryFolder, { recursive: true });
    const file = path.join(this.temporaryFolder, spoolName('attempt-'));
    await writeFile(file, bytes, { mode: 0o600 });
    try {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.store(key, { path: file, sizeBytes: bytes.length, sha256 });
      let text = '';
      for await (const piece of await this.stream(key)) text += String(piece);
      if (text !== bytes)
        throw new S3Fault(
          `The object store at ${this.settings.endpoint} (S3_ENDPOINT) does not return what was stored in it.`,
          500,
          'Different',
        );
      await this.delete(key);
    } finally {
      await rm(file, { force: true });
    }
  }

  #in(key: string): string {
    return `${this.settings.prefix}${key}`;
  }

  async #unlessMissing<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof S3Fault && error.isMissing) return null;
      throw error;
    }
  }
}

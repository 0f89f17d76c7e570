import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../postgres/free-port.mts';
import { root } from '../project.mts';
import { UserError } from '../user-error.mts';

/** `s3rver` is a package of the project, `moto_server` a program of the system. */
export type StoreKind = 's3rver' | 'moto_server';

const BUCKET = 'tallgrunn-files';
const PREFIX = 'drill/';
const PATIENCE_MS = 60_000;

/** Returns true when this machine has the S3-compatible service. */
export const hasStore = (kind: StoreKind): boolean =>
  kind === 's3rver' || spawnSync(kind, ['--help'], { stdio: 'ignore', timeout: PATIENCE_MS }).status === 0;

/** An S3-compatible service with one bucket, in a process of its own. */
export class TrialStore {
  readonly #child: ChildProcess;
  readonly #port: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#port = port;
  }

  /** @param folder folder of the objects, where the service has one */
  static async start(kind: StoreKind, folder: string): Promise<TrialStore> {
    const port = await freePort();
    mkdirSync(folder, { recursive: true });
    const program = path.join(root, 'node_modules/s3rver/bin/s3rver.js');
    const child =
      kind === 's3rver'
        ? spawn(process.execPath, [program, '-d', folder, '-a', '127.0.0.1', '-p', String(port), '--silent'], {
            stdio: 'ignore',
          })
        : spawn(kind, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    const store = new TrialStore(child, port);
    await store.#createBucket();
    return store;
  }

  /** The settings of `serve` and `work`. */
  get env(): Record<string, string> {
    return {
      S3_ENDPOINT: `http://127.0.0.1:${this.#port}`,
      S3_BUCKET: BUCKET,
      S3_PREFIX: PREFIX.slice(0, -1),
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    };
  }

  /** Returns the names of all objects in a folder of the installation, by requests that do not use the product. */
  async names(folder: string): Promise<string[]> {
    const names: string[] = [];
    for (let after = ''; ;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: `${PREFIX}${folder}/`, 'start-after': after });
      const response = await fetch(`${this.#bucket}?${query}`);
      const text = await response.text();
      if (!response.ok) throw new Error(`The bucket cannot be listed: ${response.status} ${text}`);
      const keys = [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!);
      if (keys.length === 0) return names;
      names.push(...keys.map((key) => path.posix.basename(key)));
      after = keys.at(-1)!;
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
  }

  get #bucket(): string {
    return `http://127.0.0.1:${this.#port}/${BUCKET}`;
  }

  async #createBucket(): Promise<void> {
    for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await pause(100)) {
      const response = await fetch(this.#bucket, { method: 'PUT' }).catch(() => null);
      if (response?.ok) return;
    }
    await this.stop();
    throw new UserError('The S3-compatible service does not create a bucket.');
  }
}

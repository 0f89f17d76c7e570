import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { S3Requests } from '../files/s3-requests.ts';
import type { S3Settings } from '../files/s3-settings.ts';

/** An S3-compatible server in a process of its own, with an empty bucket. */
export interface ObjectStore {
  readonly settings: S3Settings;
  /** Stops responding without ending, as a hanging service does. */
  suspend(): void;
  resume(): void;
  stop(): Promise<void>;
}

export type ObjectStoreKind = 's3rver' | 'moto_server';

const START_MS = 60_000;
const BUCKET = 'tallgrunn-files';

/** Whether this machine has the server. `s3rver` is a package of the project, `moto_server` one of the system. */
export const hasObjectStore = (kind: ObjectStoreKind): boolean =>
  kind === 's3rver' || spawnSync(kind, ['--help'], { stdio: 'ignore', timeout: START_MS }).status === 0;

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts an S3-compatible server with one bucket. */
export async function startObjectStore(kind: ObjectStoreKind = 's3rver'): Promise<ObjectStore> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tallgrunn-objects-'));
  const port = await freePort();
  const program = path.join(
    path.dirname(createRequire(path.join(process.cwd(), 'package.json')).resolve('s3rver/package.json')),
    'bin/s3rver.js',
  );
  const words = ['-d', folder, '-a', '127.0.0.1', '-p', String(port), '--silent'];
  const child =
    kind === 's3rver'
      ? spawn(process.execPath, [program, ...words], { stdio: 'ignore' })
      : spawn(kind, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true });
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: BUCKET,
    prefix: 'installation/',
    hasBucketInPath: true,
    accessKeyId: 'S3RVER',
    secretAccessKey: () => 'S3RVER',
  };
  await createBucket(settings, child);
  return {
    settings,
    suspend: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await gone;
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function createBucket(settings: S3Settings, child: ChildProcess): Promise<void> {
  const requests = new S3Requests(settings);
  for (const until = performance.now() + START_MS; ;) {
    try {
      await requests.text({ method: 'PUT', attempts: 1 });
      return;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > until) throw error;
      await pause(50);
    }
  }
}

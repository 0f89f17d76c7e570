import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fillReports } from './bench-export.mts';
import { rounded, type Ratio } from './measure.mts';
import { freePort } from '../postgres/free-port.mts';
import { startPostgres, type RunningPostgres } from '../postgres/start-postgres.mts';
import { nodeFlags, root } from '../project.mts';
import { runOnce } from '../start/run-once.mts';
import { programOf } from '../trial/built-product.mts';
import type { TrialParties } from '../trial/cast.mts';
import { largeReport } from '../trial/large-report.mts';
import { childrenOf, MemoryWatch } from '../trial/memory-of.mts';
import { Product, trialRole, trialSettings } from '../trial/start-product.mts';
import { HttpUser } from '../trial/visitor.mts';
import { UserError } from '../user-error.mts';

const BUCKET = 'tallgrunn-files';
const FILES = 5;
const PATIENCE_MS = 60_000;

/** The last line that the command prints. */
interface MoveResult {
  readonly rows: number;
  readonly tables: number;
  readonly files: number;
  readonly fileBytes: number;
  readonly seconds: number;
}

interface MeasuredMove extends MoveResult {
  readonly unequalTables: number;
  readonly filesInBucket: number;
  readonly mostMB: number;
}

/** An S3-compatible service with one bucket, and a PostgreSQL that the same version has migrated. */
class Cell {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-cell-${process.pid}-`));
  postgres!: RunningPostgres;
  #store: ChildProcess | undefined;
  #port = 0;

  async start(): Promise<void> {
    this.#port = await freePort();
    const objects = path.join(this.folder, 'objects');
    mkdirSync(objects);
    const program = path.join(root, 'node_modules/s3rver/bin/s3rver.js');
    const words = [
      '-d',
      objects,
      '-a',
      '127.0.0.1',
      '-p',
      String(this.#port),
      '--silent',
      '--configure-bucket',
      BUCKET,
    ];
    this.#store = spawn(process.execPath, [program, ...words], { stdio: 'ignore' });
    this.postgres = await startPostgres({
      folder: path.join(this.folder, 'postgres'),
      database: 'tallgrunn',
      settings: trialSettings,
    });
    const app = Object.assign(new URL(this.postgres.url), { username: trialRole.name, password: trialRole.password });
    const env = { ...process.env, DATABASE_URL: this.postgres.url, APP_DATABASE_URL: app.toString() };
    const own = { ...env, TALLGRUNN_DATA: this.folder };
    const { code, stderr } = await runOnce([programOf('migrate')], own, root, new AbortController().signal);
    if (code !== 0) throw new UserError(`The target could not be migrated:\n${stderr}`);
  }

  /** The settings of the object store, as the command reads those of its target. */
  get storage(): Record<string, string> {
    return {
      TARGET_S3_ENDPOINT: `http://127.0.0.1:${this.#port}`,
      TARGET_S3_BUCKET: BUCKET,
      TARGET_S3_ACCESS_KEY_ID: 'S3RVER',
      TARGET_S3_SECRET_ACCESS_KEY: 'S3RVER',
    };
  }

  /** Counts the stored objects: their names are SHA-256 sums. */
  countObjects(): number {
    const names = readdirSync(path.join(this.folder, 'objects'), { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /[0-9a-f]{64}[^/]*object$/.test(path.basename(name))).length;
  }

  async stop(): Promise<void> {
    this.#store?.kill('SIGKILL');
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Uploads reports, so that there are files to move, and waits until they are checked. */
async function uploadFiles(product: Product, cast: TrialParties): Promise<void> {
  const supplier = await HttpUser.signIn(product.address, cast, cast.supplier);
  const { 'content-type': _json, ...headers } = supplier.headers;
  const url = `${product.address}/api/v1/obligations/${cast.obligations['2026-03']}/versions`;
  for (let at = 0; at < FILES; at += 1) {
    const form = new FormData();
    form.append('file', largeReport(2000, 1 + at * 2000).file, 'rapport.csv');
    const response = await fetch(url, { method: 'POST', headers, body: form });
    if (response.status !== 202) throw new Error(`No upload: ${response.status} ${await response.text()}`);
  }
  const spool = path.join(product.folder, 'spool');
  const left = () => readdirSync(spool).filter((name) => !name.startsWith('lease-'));
  for (const last = performance.now() + PATIENCE_MS; left().length > 0 && performance.now() < last;) await pause(250);
}

async function measureMove(product: Product, cast: TrialParties, cell: Cell, lines: number): Promise<MeasuredMove> {
  await fillReports(product.databaseUrl, cast, lines);
  await uploadFiles(product, cast);
  const words = ['move-cooperative', cast.cooperativeId, '--to', cell.postgres.url, '--files', 's3'];
  const env = {
    ...process.env,
    ...cell.storage,
    NODE_ENV: 'production',
    DATABASE_URL: product.databaseUrl,
    TALLGRUNN_APP_PASSWORD: trialRole.password,
    TALLGRUNN_DATA: product.folder,
  };
  const child = spawn(process.execPath, [...nodeFlags, path.join(root, 'tools/tallgrunn.mts'), ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const watch = new MemoryWatch(() => ({ move: [child.pid ?? 0, ...childrenOf(child.pid ?? 0)] }));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const mostMB = watch.stop().most['move'] ?? 0;
  if (code !== 0) throw new UserError(`move-cooperative ended with ${code}.`);
  const printedLines = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const tables = printedLines.filter((line) => 'table' in line);
  const unequalTables = tables.filter(({ source, target }) => JSON.stringify(source) !== JSON.stringify(target)).length;
  const result = printedLines.at(-1) as unknown as MoveResult;
  return { ...result, unequalTables, filesInBucket: cell.countObjects(), mostMB };
}

/** Moves a cooperative with many lines to another PostgreSQL, and its files from disk to an object store. */
export async function benchMove({ lines }: { lines: number }): Promise<Ratio[]> {
  const product = new Product(true);
  const cell = new Cell();
  try {
    const cast = await product.start();
    await cell.start();
    const moved = await measureMove(product, cast, cell, lines);
    process.stdout.write(
      [
        `  rows; tables               ${moved.rows}; ${moved.tables}, of which ${moved.unequalTables} differ`,
        `  files; objects in the bucket ${moved.files} (${moved.fileBytes} bytes); ${moved.filesInBucket}`,
        `  memory of the command      ${moved.mostMB} MB`,
        '',
      ].join('\n'),
    );
    return [
      {
        what: `${moved.rows} rows moved / seconds`,
        first: String(moved.rows),
        second: `${moved.seconds} s`,
        ratio: rounded(moved.rows / moved.seconds),
      },
    ];
  } finally {
    await product.stop();
    await cell.stop();
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { VerifyDrill, type DrillResult } from './kill-drill/afterwards.mts';
import { countFaults, describeDrill } from './kill-drill/describe-drill.mts';
import { randomNumbers } from './kill-drill/drawn.mts';
import { ignoreCutConnections } from './kill-drill/ignore-cut-connections.mts';
import { DrillSenders } from './kill-drill/senders.mts';
import { Pooler, hasPooler, type PoolMode } from './pooler-drill/pooler.mts';
import { rounded, type Ratio } from './measure.mts';
import { endOrphans } from '../postgres/end-orphans.mts';
import { promoteStandby, startStandby } from '../postgres/standby.mts';
import type { RunningPostgres } from '../postgres/start-postgres.mts';
import type { TrialParties } from '../trial/cast.mts';
import { Product, trialRole, trialSettings } from '../trial/start-product.mts';

export interface PoolerDrillOptions {
  readonly mode: PoolMode;
  readonly seed: number;
  /** Seconds of load before the primary is killed, and after the standby has taken over. */
  readonly seconds: number;
}

/** All processes of the drill and their folders. */
class Machines {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), `tallgrunn-pooler-${process.pid}-`));
  readonly pooler: Pooler;
  readonly #mode: PoolMode;
  product!: Product;
  standby: RunningPostgres | undefined;

  constructor(mode: PoolMode) {
    this.#mode = mode;
    this.pooler = new Pooler(path.join(this.folder, 'pooler'), mode, 'tallgrunn');
  }

  get #primaryFolder(): string {
    return path.join(this.product.folder, 'postgres');
  }

  async start(crowd: number): Promise<TrialParties> {
    const port = await this.pooler.choosePort();
    const pooled = `postgres://${trialRole.name}:${trialRole.password}@127.0.0.1:${port}/tallgrunn`;
    this.product = new Product(true, {
      DATABASE_URL: pooled,
      APP_DATABASE_URL: pooled,
      DATABASE_LISTEN: this.#mode === 'session' ? 'on' : 'off',
    });
    const cast = await this.product.start(false, [`crowd=${crowd}`], (postgresPort) =>
      this.pooler.start(postgresPort, trialRole.name, trialRole.password),
    );
    await this.product.startSecond();
    this.standby = await startStandby({
      primaryUrl: this.product.databaseUrl,
      primaryFolder: this.#primaryFolder,
      folder: path.join(this.folder, 'standby'),
      database: 'tallgrunn',
      settings: trialSettings,
    });
    return cast;
  }

  /** Kills the primary and lets the standby take over. Returns seconds until it accepts transactions. */
  async failOver(): Promise<number> {
    const began = performance.now();
    const standby = this.standby!;
    await this.product.kill('postgres');
    await endOrphans(this.#primaryFolder); // a machine that disappears leaves no session behind
    await promoteStandby(standby);
    this.pooler.pointTo(standby.port);
    return (performance.now() - began) / 1000;
  }

  /** The errors that the programs wrote to their logs, each once, with its count. */
  errors(): string[] {
    const counts = new Map<string, number>();
    for (const part of ['serve', 'serve-2', 'work', 'work-2'] as const)
      for (const line of readFileSync(this.product.logOf(part), 'utf8').split('\n')) {
        const message = /"(?:msg|message)":"([^"]{0,120})/.exec(line)?.[1] ?? line.slice(0, 120);
        if (message) counts.set(message, (counts.get(message) ?? 0) + 1);
      }
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([message, n]) => `${n} × ${message}`);
  }

  async stop(): Promise<void> {
    await this.product?.stop();
    await this.pooler.stop();
    await this.standby?.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Sends, fails over in the middle, sends on, and verifies in the database that took over. */
async function drill(
  machines: Machines,
  cast: TrialParties,
  { seed, seconds }: PoolerDrillOptions,
): Promise<{ senders: DrillSenders; after: DrillResult; failOverSeconds: number }> {
  const { product } = machines;
  const standby = new pg.Client({ connectionString: machines.standby!.url });
  try {
    await standby.connect();
    const { rows } = await standby.query<{ org_number: string }>(
      'select org_number from identity.door_organisation_number where id = $1 limit 1',
      [cast.buyer.organisationId],
    );
    const senders = new DrillSenders(product, cast, rows[0]?.org_number ?? '', randomNumbers(seed));
    const sending = senders.run();
    await pause(1000 * seconds);
    const failOverSeconds = await machines.failOver();
    await pause(1000 * seconds);
    senders.end();
    await sending;
    const after = await new VerifyDrill(standby, product.folder).run(senders);
    return { senders, after, failOverSeconds };
  } finally {
    await standby.end();
  }
}

/**
 * Runs two servers and two workers behind PgBouncer, kills the primary under load and promotes its standby. Nothing that
 * was acknowledged may be lost or doubled.
 */
export async function benchPoolerDrill(options: PoolerDrillOptions): Promise<Ratio[]> {
  if (!hasPooler()) {
    process.stdout.write('  skipped: PgBouncer is not installed\n');
    return [];
  }
  process.on('uncaughtException', ignoreCutConnections);
  const machines = new Machines(options.mode);
  try {
    const cast = await machines.start(Math.max(20, options.seconds * 2));
    const { senders, after, failOverSeconds } = await drill(machines, cast, options);
    process.stdout.write(
      [
        `  seed ${options.seed}, pool_mode ${options.mode}`,
        `  promoted and switched in   ${failOverSeconds.toFixed(1)} s`,
        ...describeDrill(senders, after),
        ...machines.errors().map((each) => `  log: ${each}`),
        '',
      ].join('\n'),
    );
    // an upload whose commit is uncertain waits in the spool for an hour, unless a row names it
    const faults = countFaults({ ...after, leftInSpool: [] }) + senders.unexpected.length;
    const { acknowledged } = senders;
    const what = `faults after the failover / acknowledged, ${options.mode}`;
    return [{ what, first: String(faults), second: String(acknowledged), ratio: rounded(faults / acknowledged) }];
  } finally {
    process.off('uncaughtException', ignoreCutConnections);
    await machines.stop();
  }
}

import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { killPrograms } from './bench-kill-drill.mts';
import { VerifyDrill, type DrillFiles, type DrillResult } from './kill-drill/afterwards.mts';
import { randomNumbers } from './kill-drill/drawn.mts';
import { ignoreCutConnections } from './kill-drill/ignore-cut-connections.mts';
import { DrillSenders } from './kill-drill/senders.mts';
import { rounded, type Ratio } from './measure.mts';
import { RoundTrips } from './store-drill/round-trips.mts';
import type { TrialParties } from '../trial/cast.mts';
import { hasStore, TrialStore, type StoreKind } from '../trial/object-store.mts';
import { Product } from '../trial/start-product.mts';

export interface StoreDrillOptions {
  readonly kind: StoreKind;
  readonly kills: number;
  readonly seed: number;
}

interface Drilled {
  readonly killed: Record<string, number>;
  readonly senders: DrillSenders;
  readonly trips: RoundTrips;
  readonly after: DrillResult;
  /** Uploads in the bucket that no row names. */
  readonly unnamed: number;
  /** Jobs that are not done: how many of each name and state. */
  readonly waiting: readonly string[];
}

const SUPERVISED_MS = 1000;
const parts = ['serve', 'serve-2', 'work', 'work-2'] as const;

/** Files of the drill: those stored are in the bucket, and each program has a spool of its own. */
const filesOf = (product: Product, store: TrialStore): DrillFiles => ({
  spooled: () => parts.flatMap((part) => readdirSync(path.join(product.folderOf(part), 'spool'))),
  stored: () => store.names('files'),
});

/** The same secrets on each machine, as docs/operators.md requires. */
const settingsOf = (store: TrialStore, inbox: string): Record<string, string> => ({
  ...store.env,
  TALLGRUNN_INBOX: inbox,
  SESSION_SECRET: 'only-for-trials-'.repeat(4),
  FACTOR_SECRET: 'only-for-trials-'.repeat(4),
  SECURITY_LOG_KEY: 'only-for-trials-'.repeat(4),
});

async function drill(
  product: Product,
  cast: TrialParties,
  store: TrialStore,
  { kills, seed }: StoreDrillOptions,
): Promise<Drilled> {
  const database = new pg.Client({ connectionString: product.databaseUrl });
  let supervisor: NodeJS.Timeout | undefined;
  try {
    await database.connect();
    const { rows } = await database.query<{ org_number: string }>(
      'select org_number from identity.door_organisation_number where id = $1 limit 1',
      [cast.buyer.organisationId],
    );
    const senders = new DrillSenders(product, cast, rows[0]?.org_number ?? '', randomNumbers(seed + 1));
    const trips = new RoundTrips(cast, [product.address, product.secondAddress], randomNumbers(seed + 2));
    const sending = [senders.run(), trips.run()];
    // a program may also end by itself, when the service fails while it starts
    supervisor = setInterval(() => product.restartEnded(), SUPERVISED_MS);
    const killed = await killPrograms(product, kills, randomNumbers(seed));
    senders.end();
    trips.end();
    await Promise.all(sending);
    const after = await new VerifyDrill(database, product.folder, filesOf(product, store)).run(senders);
    const { rows: jobs } = await database.query<{ waiting: string }>(
      `select format('%s × %s, %s', count(*), name, state) as waiting from pgboss.job
       where state in ('created', 'retry', 'active', 'failed') and start_after <= now() + interval '1 minute' group by name, state`,
    );
    await trips.verifyAll();
    const named = await database.query<{ name: string }>(
      'select spool_name as name from reporting.report_version union select spool_name from spend.batch',
    );
    const names = new Set(named.rows.map(({ name }) => name));
    const unnamed = (await store.names('spool')).filter((name) => !names.has(name)).length;
    return { killed, senders, trips, after, unnamed, waiting: jobs.map(({ waiting }) => waiting) };
  } finally {
    clearInterval(supervisor);
    await database.end();
  }
}

const describeStoreDrill = ({ killed, senders, trips, after, unnamed, waiting }: Drilled): string[] => [
  `  killed                     ${JSON.stringify(killed)}`,
  `  acknowledged               ${senders.versions.length} reports, ${senders.submissions.length} submissions, ${senders.batches.length} batches, ${senders.inboxFiles.length} inbox files; ${senders.retries} retries`,
  `  downloaded from another server ${trips.done.length}, and again from both afterwards`,
  `  lost, doubled or not whole ${after.wrong.length + trips.wrong.length}`,
  `  jobs stuck; deadlocks      ${after.stuck}; ${after.deadlocks}`,
  `  quiet after                ${after.quietSeconds.toFixed(1)} s`,
  `  progress that waits for ever ${after.waitingForEver.length}`,
  `  left in the spools; objects and rows apart ${after.leftInSpool.length}; ${after.filesApart}`,
  `  uploads in the bucket that no row names ${unnamed}, deleted after an hour`,
  ...[
    ...waiting,
    ...new Set(senders.unexpected),
    ...after.waitingForEver,
    ...trips.wrong,
    ...after.wrong,
    ...after.leftInSpool,
  ]
    .slice(0, 30)
    .map((each) => `  ! ${each}`),
  '',
];

/**
 * Runs two servers and two workers, each with a data folder of its own, on one PostgreSQL and one S3-compatible
 * service, and kills them at random. Nothing that was acknowledged may be lost or doubled.
 */
export async function benchStoreDrill(options: StoreDrillOptions): Promise<Ratio[]> {
  if (!hasStore(options.kind)) {
    process.stdout.write(`  skipped: ${options.kind} is not installed\n`);
    return [];
  }
  process.on('uncaughtException', ignoreCutConnections);
  let store: TrialStore | undefined;
  let product: Product | undefined;
  try {
    const env: Record<string, string> = {};
    product = new Product(true, env, true);
    store = await TrialStore.start(options.kind, path.join(product.folder, 'objects'));
    Object.assign(env, settingsOf(store, path.join(product.folder, 'inbox')));
    const cast = await product.start(false, [`crowd=${Math.max(20, options.kills * 3)}`]);
    await product.startSecond();
    const drilled = await drill(product, cast, store, options);
    process.stdout.write(`  seed ${options.seed}, ${options.kind}\n${describeStoreDrill(drilled).join('\n')}`);
    const { senders, trips, after } = drilled;
    const acknowledged =
      senders.versions.length +
      senders.submissions.length +
      senders.batches.length +
      senders.inboxFiles.length +
      trips.done.length;
    const { wrong, stuck, deadlocks, waitingForEver, leftInSpool, filesApart } = after;
    const faults =
      wrong.length +
      stuck +
      deadlocks +
      waitingForEver.length +
      leftInSpool.length +
      filesApart +
      senders.unexpected.length +
      trips.wrong.length;
    const what = `faults after ${options.kills} kills with ${options.kind} / acknowledged`;
    return [{ what, first: String(faults), second: String(acknowledged), ratio: rounded(faults / acknowledged) }];
  } finally {
    process.off('uncaughtException', ignoreCutConnections);
    await product?.stop();
    await store?.stop();
  }
}

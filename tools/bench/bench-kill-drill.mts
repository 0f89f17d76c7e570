import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { VerifyDrill } from './kill-drill/afterwards.mts';
import { countFaults, describeDrill } from './kill-drill/describe-drill.mts';
import { randomNumbers } from './kill-drill/drawn.mts';
import { ignoreCutConnections } from './kill-drill/ignore-cut-connections.mts';
import { DrillSenders } from './kill-drill/senders.mts';
import type { Ratio } from './measure.mts';
import { rounded } from './measure.mts';
import { isHealthy } from '../start/wait-for-health.mts';
import { Product, type Part } from '../trial/start-product.mts';

export interface KillDrillOptions {
  readonly kills: number;
  readonly seed: number;
}

const parts: readonly Part[] = ['serve', 'serve-2', 'work', 'work-2'];

const PATIENCE_MS = 30_000;

/** Waits until one of the servers answers: killing a program before it has started tests nothing. */
async function waitForServer({ address, secondAddress }: Product): Promise<void> {
  for (const last = performance.now() + PATIENCE_MS; performance.now() < last; await pause(200))
    if ((await isHealthy(address)) || (await isHealthy(secondAddress))) return;
}

/**
 * Kills programs one after the other under load, and restarts each one as a supervisor does. Returns the number of
 * kills per program.
 */
export async function killPrograms(
  product: Product,
  kills: number,
  draw: () => number,
): Promise<Record<string, number>> {
  const killed: Record<string, number> = {};
  for (let at = 0; at < kills; at += 1) {
    await pause(1500 + draw() * 3500);
    await waitForServer(product);
    const part = parts[Math.floor(draw() * parts.length)]!;
    await product.kill(part);
    killed[part] = (killed[part] ?? 0) + 1;
    await pause(500);
    product.restartEnded();
  }
  return killed;
}

/**
 * Kills two servers and two workers at random while reports, batches and inbox files arrive. Nothing that was
 * acknowledged may be lost or doubled.
 */
export async function benchKillDrill({ kills, seed }: KillDrillOptions): Promise<Ratio[]> {
  process.on('uncaughtException', ignoreCutConnections);
  const draw = randomNumbers(seed);
  const product = new Product(true);
  const cast = await product.start(false, [`crowd=${Math.max(20, kills * 3)}`]);
  const database = new pg.Client({ connectionString: product.databaseUrl });
  try {
    await database.connect();
    await product.startSecond();
    const { rows } = await database.query<{ org_number: string }>(
      'select org_number from identity.door_organisation_number where id = $1 limit 1',
      [cast.buyer.organisationId],
    );
    const senders = new DrillSenders(product, cast, rows[0]?.org_number ?? '', randomNumbers(seed + 1));
    const sending = senders.run();
    const killed = await killPrograms(product, kills, draw);
    senders.end();
    await sending;
    const after = await new VerifyDrill(database, product.folder).run(senders);
    process.stdout.write(
      [
        `  seed ${seed}, load of the machine ${os
          .loadavg()
          .map((each) => each.toFixed(1))
          .join(', ')}`,
        `  killed                     ${JSON.stringify(killed)}`,
        ...describeDrill(senders, after),
        '',
      ].join('\n'),
    );
    const faults = countFaults(after) + senders.unexpected.length;
    const { acknowledged } = senders;
    return [
      {
        what: `faults after ${kills} kills / acknowledged`,
        first: String(faults),
        second: String(acknowledged),
        ratio: rounded(faults / acknowledged),
      },
    ];
  } finally {
    process.off('uncaughtException', ignoreCutConnections);
    await database.end();
    await product.stop();
  }
}

import type { Server } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { CONFIG, Drain, type Config } from '@tallgrunn/platform';
import { PgBoss } from 'pg-boss';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** Time for closing connections after the grace period of requests and jobs. */
const CLOSING_MS = 1500;
const POLL_MS = 50;

/**
 * Ends the program at the first signal: no new requests or jobs are accepted, those in progress get SHUTDOWN_SECONDS,
 * and the rest is aborted. An aborted job is rolled back and restarted by another worker.
 */
export function endOnSignal(app: INestApplicationContext, server: Server | null): void {
  const { shutdownSeconds } = app.get<Config>(CONFIG).operations;
  const graceMs = shutdownSeconds * 1000;
  const end = async (signal: string): Promise<void> => {
    const log = app.get(Logger);
    log.log({ signal, shutdownSeconds }, 'ending');
    setTimeout(() => process.exit(1), graceMs + CLOSING_MS).unref();
    app.get(Drain).begin();
    const boss = app.get(PgBoss, { strict: false });
    await Promise.all([drainConnections(server, graceMs), boss.stop({ graceful: true, timeout: graceMs })]);
    await app.close();
  };
  let isEnding = false;
  for (const signal of SIGNALS)
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      end(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

/** Stops accepting connections and waits for requests in progress; after `graceMs` closes the remaining connections. */
async function drainConnections(server: Server | null, graceMs: number): Promise<void> {
  if (!server?.listening) return;
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  const until = performance.now() + graceMs;
  const idle = setInterval(() => {
    server.closeIdleConnections();
    if (performance.now() > until) server.closeAllConnections();
  }, POLL_MS);
  await closed;
  clearInterval(idle);
}

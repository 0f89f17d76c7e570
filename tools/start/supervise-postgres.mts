import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type PostgresOptions, type RunningPostgres } from '../postgres/start-postgres.mts';
import { describeError } from '../user-error.mts';
import { nextWait } from './supervise.mts';

export interface SupervisedPostgres {
  readonly running: RunningPostgres;
  stop(): Promise<void>;
}

/**
 * Restarts PostgreSQL on the same port, which the other programs know.
 * @throws Error if the port is taken; the caller retries later
 */
async function startOnPort(options: PostgresOptions, port: number): Promise<RunningPostgres> {
  const running = await startPostgres({ ...options, preferredPort: port });
  if (running.port === port) return running;
  await running.stop();
  throw new Error(`port ${port} is taken`);
}

/** Starts PostgreSQL and restarts it when it ends before stop(). */
export async function supervisePostgres(
  options: PostgresOptions,
  print: (text: string) => void,
): Promise<SupervisedPostgres> {
  let running = await startPostgres(options);
  const { port } = running;
  const stopping = new AbortController();
  const rest = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);

  const restartWhenEnded = async () => {
    for (let wait = 0, began = performance.now(); ; began = performance.now()) {
      await running.gone();
      while (!stopping.signal.aborted) {
        wait = nextWait(wait, performance.now() - began);
        began = performance.now();
        print(`PostgreSQL ended; it starts again in ${wait / 1000} s`);
        await rest(wait);
        if (stopping.signal.aborted) return;
        try {
          running = await startOnPort(options, port);
          break;
        } catch (error) {
          print(`PostgreSQL: ${describeError(error)}`);
        }
      }
      if (stopping.signal.aborted) return;
    }
  };
  const kept = restartWhenEnded();

  return {
    get running() {
      return running;
    },
    stop: async () => {
      stopping.abort();
      await running.stop();
      await kept;
    },
  };
}

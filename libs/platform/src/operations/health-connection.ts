import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type QueryResultRow } from 'pg';
import { CONFIG, type Config } from '../config.ts';
import { applicationName } from './application-name.ts';

const ANSWER_MS = 2000;

/**
 * A separate database connection for health checks and metrics, so that an exhausted pool does not look like an
 * unreachable database.
 */
@Injectable()
export class HealthConnection implements OnApplicationShutdown {
  readonly #pool: Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.#pool = new Pool({
      connectionString: config.appUrl,
      max: 1,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      application_name: applicationName('health'),
    });
    this.#pool.on('error', () => undefined); // the next query opens a new connection
  }

  /**
   * Runs a statement and returns its rows.
   * @throws Error when the database does not answer within two seconds
   */
  async query<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.#pool.query<R>(sql, [...params])).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}

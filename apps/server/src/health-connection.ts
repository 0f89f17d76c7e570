import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tallgrunn/platform';
import { Pool, type QueryResultRow } from 'pg';

const ANSWER_MS = 2000;

/** One database connection that only the health check uses, so that a full pool does not look like a dead database. */
@Injectable()
export class HealthConnection implements OnApplicationShutdown {
  readonly #pool: Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.#pool = new Pool({
      connectionString: config.appUrl,
      max: 1,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      application_name: 'tallgrunn health',
    });
    this.#pool.on('error', () => undefined); // the next query opens another
  }

  async query<R extends QueryResultRow>(sql: string): Promise<R[]> {
    return (await this.#pool.query<R>(sql)).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}

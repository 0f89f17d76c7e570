import { createReadStream, createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../postgres/connect.mts';
import { processorSecondsOf } from '../trial/processor-time.mts';

const { from, to } = createRequire(import.meta.url)('pg-copy-streams') as typeof import('pg-copy-streams');

/** Empties the tables of report lines, so that each measurement starts with the same tables. */
export async function emptyLines(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('truncate reporting.report_line, reporting.quarantined_row, reporting.finding');
    await client.query('checkpoint');
  });
}

/**
 * Stores the lines of one report a second time from a ready file: same table, role, indexes, constraints and server.
 */
export class CopyBaseline {
  readonly #databaseUrl: string;
  readonly #file: string;
  readonly #columns: string;
  readonly #settings: Readonly<Record<string, string>>;

  private constructor(databaseUrl: string, file: string, columns: string, settings: Readonly<Record<string, string>>) {
    this.#databaseUrl = databaseUrl;
    this.#file = file;
    this.#columns = columns;
    this.#settings = settings;
  }

  /** Exports the lines of a version to a file in COPY's text format. */
  static async of(databaseUrl: string, versionId: string, folder: string): Promise<CopyBaseline> {
    return withClient(databaseUrl, async (client) => {
      const [names, version] = await Promise.all([
        client.query<{ name: string }>(
          `select column_name as name from information_schema.column_privileges where grantee = 'tallgrunn_loader' and table_schema = 'reporting' and table_name = 'report_line' order by 1`,
        ),
        client.query<{ cooperative_id: string; supplier_id: string }>(
          'select cooperative_id, supplier_id from reporting.report_version where id = $1',
          [versionId],
        ),
      ]);
      const columns = names.rows.map(({ name }) => name).join(', ');
      const file = path.join(folder, 'lines.copy');
      await pipeline(
        client.query(
          to(
            `copy (select ${columns} from reporting.report_line where version_id = '${versionId}' order by line_no) to stdout`,
          ),
        ),
        createWriteStream(file),
      );
      return new CopyBaseline(databaseUrl, file, columns, {
        'app.cooperative_id': version.rows[0]!.cooperative_id,
        'reporting.supplier_id': version.rows[0]!.supplier_id,
        'reporting.version_id': versionId,
      });
    });
  }

  /**
   * Measures one COPY. Returns seconds from the first byte to the commit, and the processor time of PostgreSQL and this
   * process.
   */
  async measure(postgresPid: number): Promise<{ seconds: number; processorSeconds: number }> {
    await emptyLines(this.#databaseUrl);
    const spent = () => processorSecondsOf(postgresPid) + (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
    const before = spent();
    const seconds = await withClient(this.#databaseUrl, async (client) => {
      const began = performance.now();
      await client.query('begin');
      for (const [name, value] of Object.entries(this.#settings))
        await client.query('select set_config($1, $2, true)', [name, value]);
      await client.query('select platform.require_not_moving()');
      await client.query('set local role tallgrunn_loader');
      await pipeline(
        createReadStream(this.#file),
        client.query(from(`copy reporting.report_line (${this.#columns}) from stdin`)),
      );
      await client.query('commit');
      return (performance.now() - began) / 1000;
    });
    await pause(500); // PostgreSQL's processor time includes the session only after the session has ended
    return { seconds, processorSeconds: spent() - before };
  }
}

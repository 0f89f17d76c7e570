import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { findingColumns, findingRow, type CheckResultSummary, type RowOutput } from './check-request.ts';
import { lineColumns, quarantinedColumns } from './line-copy-row.ts';
import type { PreparedCheck } from './prepare-check.ts';
import type { Version } from '../store/version-store.ts';

type Ids = Readonly<Record<string, string>>;

/**
 * Stores the rows of one version in the caller's transaction: lines while the file is still being read, the rest from
 * files afterwards. The lines of a file that turns out to be blocked are rolled back.
 */
@Injectable()
export class StoreRows {
  constructor(private readonly database: Database) {}

  /**
   * Sets supplier and version in the transaction for the rows that follow, and returns the data that the reading
   * subprocess needs to write rows.
   */
  async begin(version: Version, { terms }: PreparedCheck): Promise<Pick<RowOutput, 'itemIds' | 'lotIds' | 'vat'>> {
    await this.database.query(
      `select set_config('reporting.supplier_id', $1, true), set_config('reporting.version_id', $2, true)`,
      [version.supplier_id, version.id],
    );
    const itemIds = await this.#ids(
      'select number as key, id from agreements.door_item where agreement_id = $1 and supplier_id = $2',
      [version.agreement_id, version.supplier_id],
    );
    const lotIds = await this.#ids('select key, id from agreements.door_lot where agreement_id = $1', [
      version.agreement_id,
    ]);
    return { itemIds, lotIds, vat: terms.vat };
  }

  /**
   * Copies lines into the table as they arrive and replaces any from an earlier call. The connection can run no other
   * query meanwhile. `stay` decides from the outcome whether the lines remain; otherwise they are rolled back to a
   * savepoint.
   */
  async storeLines<T>(
    work: (copyLines: (lines: Readable) => Promise<number>) => Promise<T>,
    stay: (outcome: T) => boolean,
  ): Promise<{ ended: T; count: number }> {
    let count = 0;
    await this.database.query('savepoint before_lines');
    let isCopied = false;
    const copyLines = async (lines: Readable): Promise<number> => {
      if (isCopied) await this.database.query('rollback to savepoint before_lines');
      isCopied = true;
      return (count = await this.database.copyBytes('reporting.report_line', lineColumns, lines));
    };
    const outcome = await work(copyLines);
    if (stay(outcome)) return { ended: outcome, count };
    await this.database.query('rollback to savepoint before_lines');
    return { ended: outcome, count: 0 };
  }

  /** Stores lines from a file. Returns their number. */
  storeLinesFromFile({ linesFile }: { readonly linesFile: string }): Promise<number> {
    return this.database.copyBytes('reporting.report_line', lineColumns, createReadStream(linesFile));
  }

  async storeQuarantinedRows({ quarantinedFile }: Pick<RowOutput, 'quarantinedFile'>): Promise<void> {
    await this.database.copyBytes('reporting.quarantined_row', quarantinedColumns, createReadStream(quarantinedFile));
  }

  async storeFindings(
    version: Version,
    { further }: CheckResultSummary,
    { findingsFile }: Pick<RowOutput, 'findingsFile'>,
  ): Promise<void> {
    await this.database.copyBytes('reporting.finding', findingColumns, createReadStream(findingsFile));
    for (const { code, sheet, rows } of further) {
      await this.database.query(
        'insert into reporting.overflow_finding (version_id, supplier_id, code, sheet, rows) values ($1, $2, $3, $4, $5)',
        [version.id, version.supplier_id, code, sheet, rows],
      );
    }
  }

  /** Stores the example findings of a check result, for a file that was not read to its end. */
  async storeExampleFindings({ groups }: CheckResultSummary): Promise<void> {
    await this.database.copyLines(
      'reporting.finding',
      findingColumns,
      groups.map(({ example }, at) => findingRow(example, at + 1)),
    );
  }

  /** Updates the planner statistics after a load, in a separate transaction that no user waits for. */
  async updateStatistics(lines: number, findings: number): Promise<void> {
    await this.database.analyzeAfterChange('reporting.report_line', lines);
    await this.database.analyzeAfterChange('reporting.finding', findings);
  }

  async #ids(sql: string, params: readonly unknown[]): Promise<Ids> {
    const rows = await this.database.query<{ key: string; id: string }>(sql, params);
    return Object.fromEntries(rows.map(({ key, id }) => [key, id]));
  }
}

import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { findingColumns, findingRow, type CheckSummary, type RowsWanted } from './check-request.ts';
import { lineColumns, quarantinedColumns } from './line-row.ts';
import type { PreparedCheck } from './prepare-check.ts';
import type { Version } from '../store/version-store.ts';

type Ids = Readonly<Record<string, string>>;

/**
 * Keeps the rows of one version, in the unit it is called in: lines while the file is still being read, and what waited in files afterwards.
 * The lines of a file that turns out to be stopped are taken back.
 */
@Injectable()
export class KeepRows {
  constructor(private readonly database: Database) {}

  /** What the reading process needs to write rows, and from now on the unit knows whose rows they are. */
  async begin(version: Version, { terms }: PreparedCheck): Promise<Pick<RowsWanted, 'itemIds' | 'lotIds' | 'vat'>> {
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

  /** Puts lines in as they come, in the place of those that were poured before; nothing else may be asked of this unit meanwhile. How the work ends tells whether they stay. */
  async lines<T>(
    work: (pour: (lines: Readable) => Promise<number>) => Promise<T>,
    stay: (ended: T) => boolean,
  ): Promise<{ ended: T; count: number }> {
    let count = 0;
    await this.database.query('savepoint before_lines');
    let poured = false;
    const pour = async (lines: Readable): Promise<number> => {
      if (poured) await this.database.query('rollback to savepoint before_lines');
      poured = true;
      return (count = await this.database.copyBytes('reporting.line', lineColumns, lines));
    };
    const ended = await work(pour);
    if (stay(ended)) return { ended, count };
    await this.database.query('rollback to savepoint before_lines');
    return { ended, count: 0 };
  }

  /** Puts lines in that wait in a file. Returns how many. */
  linesOf({ linesFile }: { readonly linesFile: string }): Promise<number> {
    return this.database.copyBytes('reporting.line', lineColumns, createReadStream(linesFile));
  }

  async quarantined({ quarantinedFile }: Pick<RowsWanted, 'quarantinedFile'>): Promise<void> {
    await this.database.copyBytes('reporting.quarantined_row', quarantinedColumns, createReadStream(quarantinedFile));
  }

  async findings(
    version: Version,
    { further }: CheckSummary,
    { findingsFile }: Pick<RowsWanted, 'findingsFile'>,
  ): Promise<void> {
    await this.database.copyBytes('reporting.finding', findingColumns, createReadStream(findingsFile));
    for (const { code, sheet, rows } of further) {
      await this.database.query(
        'insert into reporting.further_place (version_id, supplier_id, code, sheet, rows) values ($1, $2, $3, $4, $5)',
        [version.id, version.supplier_id, code, sheet, rows],
      );
    }
  }

  /** The findings of a file that was never read to its end: those its verdict names. */
  async examples({ groups }: CheckSummary): Promise<void> {
    await this.database.copyLines(
      'reporting.finding',
      findingColumns,
      groups.map(({ example }, at) => findingRow(example, at + 1)),
    );
  }

  /** Tells the planner of what came, in a unit of its own: nobody waits for that. */
  async tellPlanner(lines: number, findings: number): Promise<void> {
    await this.database.tellPlanner('reporting.line', lines);
    await this.database.tellPlanner('reporting.finding', findings);
  }

  async #ids(sql: string, params: readonly unknown[]): Promise<Ids> {
    const rows = await this.database.query<{ key: string; id: string }>(sql, params);
    return Object.fromEntries(rows.map(({ key, id }) => [key, id]));
  }
}

import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database, SpooledDownload } from '@tallgrunn/platform';
import { writeCsv, type WriteColumn } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { conditionOf, type CombinedFilter } from './combined-filter.ts';
import { exportHeadings, type ExportColumn } from './export-headings.ts';
import { combinedSelectList, combinedSource, type CombinedRow } from './list-combined.ts';
import { rowKeySql } from './row-id.ts';

const kinds: Partial<Record<ExportColumn, WriteColumn['kind']>> = {
  quantity: 'number',
  bookedAmount: 'amount',
  outsideAmount: 'amount',
  reportedAmount: 'amount',
  kg: 'number',
  besideKg: 'number',
  quality: 'number',
  spentOn: 'date',
};

/**
 * SQL: the cause of a row on one side, and the match rule of a row on both sides. They are looked up per row, because
 * the rows are ordered by date and not by file.
 */
const JOIN_CAUSE_AND_RULE = `left join lateral (
    select c.cause from matching.door_cause c where c.side = 'booked' and l.side <> 'reported' and c.document_id = l.batch_id and c.line_no = l.spend_line_no
    union all select c.cause from matching.door_cause c where c.side = 'reported' and l.side = 'reported' and c.document_id = l.version_id and c.line_no = l.report_line_no
  ) w on true
  left join lateral (
    select k.step from matching.door_link k where l.side = 'both' and k.version_id = l.version_id and k.report_line_no = l.report_line_no and k.batch_id = l.batch_id and k.spend_line_no = l.spend_line_no limit 1
  ) k on true`;

/** Exports the filtered rows as a CSV file in which no value is executed as a formula by a spreadsheet. */
@Injectable()
export class ExportCombined {
  constructor(
    private readonly database: Database,
    private readonly download: SpooledDownload,
  ) {}

  run(filter: CombinedFilter, language: Language): Readable {
    const headings = exportHeadings[language];
    const names = Object.keys(headings) as ExportColumn[];
    const columns = names.map((name) => ({ header: headings[name], kind: kinds[name] ?? 'text' }) as const);
    return this.download.run(() => writeCsv({ columns, rows: this.#rows(filter, names) }));
  }

  async *rows(filter: CombinedFilter): AsyncGenerator<CombinedRow> {
    const { sql, params } = conditionOf(filter);
    const query = `select ${combinedSelectList}, w.cause, k.step from ${combinedSource} ${JOIN_CAUSE_AND_RULE} where ${sql} order by l.purchased_on, ${rowKeySql('l')}`;
    for await (const batch of this.database.stream<CombinedRow>(query, params)) yield* batch;
  }

  async *#rows(filter: CombinedFilter, names: readonly ExportColumn[]) {
    for await (const row of this.rows(filter))
      yield names.map((name) => (row[name] === null || row[name] === undefined ? null : String(row[name])));
  }
}

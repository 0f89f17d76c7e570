import { Injectable } from '@nestjs/common';
import { AuditLog, Database, notFound } from '@tallgrunn/platform';
import { cellReference } from '@tallgrunn/tabular';
import { isVisibleSql } from '../emission-filter.ts';
import { ReadDecisions, type LineDecision } from './read-decisions.ts';
import { inForceAt } from '../at-run.ts';

/** A cell as written in the file. `cell`: its reference in the sheet; null when the columns are unknown. */
export interface OriginalCell {
  readonly field: string;
  readonly heading: string | null;
  readonly cell: string | null;
  readonly text: string;
}

/** A source row as it was read from a ledger, an invoice or a report. */
export interface OriginalRow {
  readonly kind: 'posting' | 'invoice-line' | 'report';
  /** Number of its batch or report. */
  readonly document: string | null;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly cells: readonly OriginalCell[];
  /** Findings of the check in the row; empty unless it is a report row. */
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly cell: string | null;
    readonly found: string | null;
    readonly expected: string | null;
  }[];
}

/** A link between the spend line and a report line, as it is today. */
export interface LineLink {
  readonly report: string | null;
  readonly line: number;
  readonly step: string;
  readonly amount: string;
  readonly score: string | null;
}

/** Evidence of a line of a run, down to the source cells. The calculation itself is explained by explain-spend-line. */
export interface LineEvidence {
  readonly run: number;
  readonly rows: readonly OriginalRow[];
  readonly ties: readonly LineLink[];
  readonly decisions: readonly LineDecision[];
}

interface SourceRow extends Omit<OriginalRow, 'cells' | 'findings'> {
  readonly raw: Readonly<Record<string, unknown>>;
  /** Heading per field. An array has several accepted headings; which of them the file used is not stored. */
  readonly headings: Readonly<Record<string, string | readonly string[]>> | null;
  readonly columns:
    | readonly {
        readonly sheet: string;
        readonly columns: Readonly<Record<string, number>>;
        readonly headings?: Readonly<Record<string, string>>;
      }[]
    | null;
  readonly version_id: string | null;
}

/**
 * Returns the source rows behind a line of a run, their findings, their links and the decisions about them. Writes the
 * audit log.
 * @throws Problem 'not-found' (404) if the user may not see the line
 */
@Injectable()
export class ShowLineEvidence {
  constructor(
    private readonly database: Database,
    private readonly decided: ReadDecisions,
    private readonly audit: AuditLog,
  ) {}

  async run(number: number, batchId: string, lineNo: number): Promise<LineEvidence> {
    const parts = await this.database.query<{ version_id: string | null; report_line_no: number | null }>(
      `select r.version_id, r.report_line_no from emissions.run u
       join emissions.result r on r.batch_id = $2 and r.line_no = $3 and ${inForceAt('u.number', 'r')} and ${isVisibleSql('u.number', 'r')}
       where u.number = $1 order by r.part`,
      [number, batchId, lineNo],
    );
    if (parts.length === 0) throw notFound('emission-line');
    await this.audit.record({
      act: 'emissions.line-viewed',
      subject: { kind: 'run', id: String(number) },
      details: { batchId, lineNo },
    });
    const reported = parts.flatMap(({ version_id, report_line_no }) =>
      version_id !== null && report_line_no !== null ? [{ id: version_id, line: report_line_no }] : [],
    );
    const read = [...(await this.#booked(batchId, lineNo)), ...(await this.#reported(reported))];
    const rows: OriginalRow[] = [];
    for (const each of read) rows.push({ ...toOriginalRow(each), findings: await this.#findings(each) });
    return {
      run: number,
      rows,
      ties: await this.#ties(batchId, lineNo),
      decisions: await this.decided.run(number, batchId, lineNo),
    };
  }

  #booked(batchId: string, lineNo: number): Promise<SourceRow[]> {
    return this.database.query<SourceRow>(
      `select s.kind, s.batch_number as document, s.file_name as file, s.file_sha256 as sha256, s.sheet, s.row_no as row, s.raw, s.headings, null::jsonb as columns, null::uuid as version_id
       from spend.door_source_row s where s.batch_id = $1 and s.line_no = $2`,
      [batchId, lineNo],
    );
  }

  #reported(places: readonly { id: string; line: number }[]): Promise<SourceRow[]> {
    return this.database.query<SourceRow>(
      `select 'report' as kind, r.number as document, r.file_name as file, r.file_sha256 as sha256, r.sheet, r.row_no as row, r.raw, null::jsonb as headings, r.columns, r.version_id
       from jsonb_to_recordset($1::jsonb) as w (id uuid, line int) join reporting.door_source_row r on r.version_id = w.id and r.line_no = w.line
       order by r.version_id, r.line_no`,
      [JSON.stringify(places)],
    );
  }

  #findings({ version_id, sheet, row }: SourceRow): Promise<OriginalRow['findings'][number][]> {
    return version_id === null
      ? Promise.resolve([])
      : this.database.query(
          'select f.code, f.severity, f.cell, f.found, f.expected from reporting.door_finding f where f.version_id = $1 and f.sheet is not distinct from $2 and f.row_no = $3 order by f.finding_no limit 100',
          [version_id, sheet, row],
        );
  }

  #ties(batchId: string, lineNo: number): Promise<LineLink[]> {
    return this.database.query<LineLink>(
      `select v.number as report, l.report_line_no as line, l.step, trim_scale(l.amount)::text as amount, l.score::text as score
       from matching.door_link l left join reporting.door_report_version v on v.id = l.version_id
       where l.batch_id = $1 and l.spend_line_no = $2 order by l.version_id, l.report_line_no limit 100`,
      [batchId, lineNo],
    );
  }
}

/** Returns the cells of a row, in the order of the file when the columns are known. */
function toOriginalRow({
  kind,
  document,
  file,
  sha256,
  sheet,
  row,
  raw,
  headings,
  columns,
}: SourceRow): Omit<OriginalRow, 'findings'> {
  const mapped = columns?.find((each) => each.sheet === (sheet ?? ''));
  const cells = Object.entries(raw).flatMap(([field, text]) => {
    if (text === null || text === undefined || text === '') return [];
    const column = mapped?.columns[field] ?? null;
    const cell = column === null || row === null ? null : cellReference(row, column + 1);
    const [heading = null, ...others] = [headings?.[field] ?? mapped?.headings?.[field] ?? []].flat();
    return [
      {
        column,
        field,
        heading: others.length > 0 ? null : heading,
        cell,
        text: typeof text === 'string' ? text : JSON.stringify(text),
      },
    ];
  });
  const inOrder = cells.toSorted((a, b) => (a.column ?? Infinity) - (b.column ?? Infinity) || 0);
  return {
    kind,
    document,
    file,
    sha256,
    sheet,
    row,
    cells: inOrder.map(({ field, heading, cell, text }) => ({ field, heading, cell, text })),
  };
}

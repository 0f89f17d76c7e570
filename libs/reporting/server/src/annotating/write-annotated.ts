import { createReadStream } from 'node:fs';
import { Injectable, StreamableFile } from '@nestjs/common';
import {
  Database,
  DownloadSlots,
  FileStore,
  notFound,
  Problem,
  limitsForFile,
  SpooledDownload,
  UnitOfWork,
} from '@tallgrunn/platform';
import {
  annotatedName,
  messageOf,
  titleOfField,
  type CorrectedCell,
  type Finding,
  type FindingGroup,
  type Patch,
  type Terms,
  type TermsField,
} from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { WriteSheet, WriteValue } from '@tallgrunn/tabular';
import { runAnnotate } from './run-annotate.ts';
import { sendWorkbook, XLSX } from '../workbooks/send-workbook.ts';
import { RedactionStore, type StoredFile } from '../store/redaction-store.ts';
import { VersionStore, type Version } from '../store/version-store.ts';
import { workbookTexts } from '../workbooks/workbook-texts.ts';

interface AnnotatedRow {
  /** '' for a CSV file, which has no sheets. */
  readonly sheet: string;
  readonly row_no: number | null;
  readonly taken: boolean | null;
  readonly raw: Record<string, string> | null;
  readonly findings: Finding[] | null;
}

/**
 * Writes the supplier's file, or the stored redacted copy, with its findings as remarks, so that the supplier can
 * correct it. When neither exists or can be opened, writes a workbook of every row as read, with its remarks alongside.
 */
@Injectable()
export class WriteAnnotated {
  constructor(
    private readonly versions: VersionStore,
    private readonly database: Database,
    private readonly units: UnitOfWork,
    private readonly files: FileStore,
    private readonly cuttings: RedactionStore,
    private readonly download: SpooledDownload,
    private readonly turns: DownloadSlots,
  ) {}

  async run(versionId: string, language: Language): Promise<StreamableFile> {
    const version = await this.versions.find(versionId);
    if (!version?.file_name) throw notFound('report-version');
    if (version.state === 'received') throw new Problem(409, 'version-not-checked', { state: version.state });
    const stored = await this.cuttings.storedFile(version);
    const own = stored && (await this.#own(version, stored, language));
    return own ?? this.#rowsAlone(version, version.file_name, language);
  }

  async #own(
    { id, answers }: Version,
    { sha256, sizeBytes, name }: StoredFile,
    language: Language,
  ): Promise<StreamableFile | null> {
    const verdict = await this.database.one<{ groups: FindingGroup[] }>(
      'select groups from reporting.check_result where version_id = $1',
      [id],
    );
    const findings = this.database.stream<Finding>(
      `select code, class, severity, cause, found, expected, amount::text, params,
         case when sheet is not null or row_no is not null then json_build_object('sheet', sheet, 'row', row_no, 'column', column_name, 'cell', cell) end as place
       from reporting.finding where version_id = $1 order by finding_no`,
      [id],
    );
    const file = await this.files.localFile(sha256);
    if (!file) return null;
    const wanted = {
      file: file.path,
      name,
      groups: verdict?.groups ?? [],
      language,
      findings,
      corrected: correctedCells(answers.patches),
    };
    const giveBack = this.turns.acquire(this.database.actor());
    const options = {
      folder: this.files.spoolFolder,
      limits: limitsForFile(sizeBytes),
      sizeBytes,
      findingsStored: () => this.units.releaseConnection(),
    };
    const annotatedFile = await runAnnotate(wanted, options)
      .catch((error: unknown) => {
        giveBack();
        throw error;
      })
      .finally(() => file.release());
    if (!annotatedFile) {
      giveBack();
      return null;
    }
    const bytes = createReadStream(annotatedFile.path);
    bytes.once('close', () => {
      giveBack();
      annotatedFile.clear().catch(() => undefined); // the sweep of the spool removes it later
    });
    return new StreamableFile(bytes, {
      type: XLSX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(annotatedName(name, language))}`,
    });
  }

  async #rowsAlone(version: Version, name: string, language: Language): Promise<StreamableFile> {
    const terms = await this.database.one<{ document: Terms }>(
      'select document from agreements.door_terms_version where id = $1',
      [version.terms_version_id],
    );
    const fields = terms?.document.tables.flatMap((table) => table.fields) ?? [];
    return sendWorkbook(
      annotatedName(name, language).replace(/\.xlsm$/, '.xlsx'),
      [this.#sheet(version.id, fields, language)],
      (chunks) => this.download.run(chunks),
    );
  }

  #sheet(versionId: string, fields: readonly TermsField[], language: Language): WriteSheet {
    const texts = workbookTexts(language);
    const columns = [
      { header: texts.sheet },
      { header: texts.row, kind: 'number' as const, width: 8 },
      { header: texts.taken, width: 10 },
      { header: texts.remarks, width: 60 },
      ...fields.map((field) => ({ header: titleOfField(field, language) })),
    ];
    return { name: texts.remarks, columns, rows: this.#rows(versionId, fields, language) };
  }

  async *#rows(
    versionId: string,
    fields: readonly TermsField[],
    language: Language,
  ): AsyncGenerator<readonly WriteValue[]> {
    const texts = workbookTexts(language);
    const batches = this.database.stream<AnnotatedRow>(
      `select coalesce(r.sheet, f.name) as sheet, coalesce(r.row_no, f.row_no) as row_no, r.taken, r.raw, f.findings
       from (
         select sheet, row_no, true as taken, raw from reporting.report_line where version_id = $1
         union all
         select sheet, row_no, false, raw from reporting.quarantined_row where version_id = $1
       ) r
       full join (
         select coalesce(sheet, '') as name, row_no, json_agg(json_build_object('code', code, 'class', class, 'severity', severity, 'found', found, 'expected', expected, 'params', params,
           'place', json_build_object('sheet', sheet, 'row', row_no, 'column', column_name, 'cell', cell)) order by finding_no) as findings
         from reporting.finding where version_id = $1 group by sheet, row_no
       ) f on f.name = r.sheet and f.row_no = r.row_no
       order by sheet, row_no nulls first`,
      [versionId],
    );
    for await (const rows of batches) {
      for (const { sheet, row_no, taken, raw, findings } of rows) {
        const remarks = (findings ?? []).map((finding) => messageOf(finding, language)).join('\n');
        const mark = severityMark(findings ?? []);
        const place = [
          row_no === null && !sheet ? texts.wholeFile : sheet,
          row_no === null ? null : String(row_no),
          taken === null ? null : taken ? texts.yes : texts.no,
        ];
        yield [
          ...place,
          mark ? { text: remarks, mark } : remarks || null,
          ...fields.map(({ name }) => raw?.[name] ?? null),
        ];
      }
    }
  }
}

/** Returns the corrected cells of a list of patches. The last patch of a cell wins. */
function correctedCells(patches: readonly Patch[] = []): CorrectedCell[] {
  const cells = patches.filter((patch) => patch.set === 'cell');
  return [
    ...new Map(
      cells.map(({ sheet, row, column, value }) => [`${row} ${column} ${sheet}`, { sheet, row, column, value }]),
    ).values(),
  ];
}

function severityMark(findings: readonly Finding[]): 'error' | 'warning' | null {
  if (findings.some(({ severity }) => severity === 'blocksFile' || severity === 'blocksRow')) return 'error';
  return findings.some(({ severity }) => severity === 'confirm') ? 'warning' : null;
}

import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import type { ColumnMapping, Patch } from '@tallgrunn/checks';
import type { ChangedCellDto, VersionAnswersDto } from './version.dto.ts';
import { VersionStore } from '../store/version-store.ts';

type CellPatch = Extract<Patch, { readonly set: 'cell' }>;

const CHANGED_MAX = 500;

/**
 * Returns the reading options of a version: mapped columns and corrections, by whom, with the value in the file next to
 * the new one.
 */
@Injectable()
export class ShowReadingOptions {
  constructor(
    private readonly versions: VersionStore,
    private readonly database: Database,
  ) {}

  async run(versionId: string): Promise<VersionAnswersDto> {
    const version = await this.versions.find(versionId);
    if (!version) throw notFound('report-version');
    const { mapping = [], patches = [] } = version.answers;
    const cells = patches.filter((patch) => patch.set === 'cell');
    const by = await this.database.one<{ name: string }>(
      'select p.name from reporting.report_version v join identity.door_person p on p.cooperative_id = v.cooperative_id and p.id = v.submitted_by where v.id = $1',
      [versionId],
    );
    return {
      mapping: [mapping].flat() as unknown as VersionAnswersDto['mapping'],
      patches: patches as unknown as VersionAnswersDto['patches'],
      changed: await this.#changed(versionId, cells.slice(0, CHANGED_MAX)),
      changedCount: cells.length,
      changedBy: by?.name ?? null,
    };
  }

  async #changed(versionId: string, cells: readonly CellPatch[]): Promise<ChangedCellDto[]> {
    if (cells.length === 0) return [];
    const verdict = await this.database.one<{ columns: ColumnMapping[] }>(
      'select columns from reporting.check_result where version_id = $1',
      [versionId],
    );
    const rows = await this.database.query<{ sheet: string; row_no: number; raw: Record<string, string> }>(
      `select r.sheet, r.row_no, r.raw from (
         select sheet, row_no, raw from reporting.report_line where version_id = $1 and row_no = any ($2)
         union all
         select sheet, row_no, raw from reporting.quarantined_row where version_id = $1 and row_no = any ($2)
       ) r`,
      [versionId, [...new Set(cells.map(({ row }) => row))]],
    );
    const written = new Map(rows.map(({ sheet, row_no, raw }) => [`${row_no} ${sheet}`, raw]));
    return cells.map(({ sheet, row, column, value }) => {
      const mapped = verdict?.columns.find((each) => each.sheet === sheet);
      const field = Object.entries(mapped?.columns ?? {}).find(([, at]) => at === column)?.[0];
      return {
        sheet,
        row,
        column: (field && mapped?.headings?.[field]) ?? field ?? null,
        written: (field && written.get(`${row} ${sheet}`)?.[field]) ?? null,
        value,
      };
    });
  }
}

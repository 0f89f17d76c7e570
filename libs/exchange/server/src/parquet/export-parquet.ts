import { Injectable } from '@nestjs/common';
import { Database, SecurityLog } from '@tallgrunn/platform';
import type { EntitySet } from '../odata/entity-set.ts';
import { entitySets, entitySetsOf } from '../tables/entity-sets.ts';
import type { ExportedParquet, ExportFolder, FolderFile } from './export-folder.ts';
import { GROUP_ROWS, ParquetEncoder } from './parquet-encoder.ts';
import { ReadParquetRows, type RecordRow, type TableRead } from './read-parquet-rows.ts';
import { yearSqlOf } from './years.ts';

/** Name that Hive gives to rows without a value of the partition. */
const NO_YEAR = '__HIVE_DEFAULT_PARTITION__';

interface OpenFile {
  readonly year: string | null;
  readonly path: string;
  readonly file: FolderFile;
  readonly encoder: ParquetEncoder;
}

/**
 * Writes the tables that the actor may read to a folder as Parquet: a file per table, or per table and year. All years of
 * a table come from one cursor, that is, of one moment.
 */
@Injectable()
export class ExportParquet {
  constructor(
    private readonly rows: ReadParquetRows,
    private readonly database: Database,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Returns the written files. They are not published yet. */
  async run(folder: ExportFolder): Promise<ExportedParquet[]> {
    const { side, role } = this.database.actor();
    const written: ExportedParquet[] = [];
    for (const set of side === 'system' ? entitySets : entitySetsOf(role))
      written.push(...(await this.#export(set, folder)));
    await this.securityLog.record({ event: 'data-exported', details: { kind: 'parquet', files: written.length } });
    return written;
  }

  async #export(set: EntitySet, folder: ExportFolder): Promise<ExportedParquet[]> {
    const yearSql = yearSqlOf(set.name);
    const read = await this.rows.run(set, {
      select: null,
      filter: null,
      batchRows: GROUP_ROWS,
      ...(yearSql === null ? {} : { divider: yearSql }),
    });
    const written: ExportedParquet[] = [];
    let current: OpenFile | null = null;
    for await (const batch of read.batches()) {
      for (const { year, rows } of yearsOf(batch)) {
        if (current && current.year !== year) written.push(await finish(current, read));
        if (current?.year !== year) current = await create(folder, read, year, yearSql !== null);
        await current!.file.write(await current!.encoder.add(rows));
      }
    }
    // A table without rows has a file as well, so that readers find its columns.
    current ??= await create(
      folder,
      read,
      yearSql === null ? null : read.setup.facts.asOf.slice(0, 4),
      yearSql !== null,
    );
    written.push(await finish(current, read));
    return written;
  }
}

/** Divides a batch, which is ordered by year, by year. Rows of tables without years have none. */
function yearsOf(batch: readonly RecordRow[]): { year: string | null; rows: string[] }[] {
  const groups: { year: string | null; rows: string[] }[] = [];
  for (const { record, divider: year } of batch) {
    const last = groups.at(-1);
    if (last && last.year === year) last.rows.push(record);
    else groups.push({ year, rows: [record] });
  }
  return groups;
}

async function create(
  folder: ExportFolder,
  { setup }: TableRead,
  year: string | null,
  isByYear: boolean,
): Promise<OpenFile> {
  const { facts } = setup;
  const byYear = isByYear ? `year=${year ?? NO_YEAR}/` : '';
  const path = `cooperative=${facts.cooperativeId}/${byYear}${facts.table}.parquet`;
  return { year, path, file: await folder.create(path), encoder: new ParquetEncoder(setup) };
}

async function finish({ year, path, file, encoder }: OpenFile, { setup }: TableRead): Promise<ExportedParquet> {
  await file.write(await encoder.finish());
  const { sizeBytes, sha256 } = await file.finish();
  const { table, cooperativeId, asOf } = setup.facts;
  const { rowCount: rows, newestRun } = encoder;
  return { table, cooperativeId, year, path, rows, sizeBytes, sha256, asOf, newestRun };
}

import { createHash } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { AuditLog, Clock, Database, notFound, Problem, SpooledDownload } from '@tallgrunn/platform';
import { writeCsv, writeXlsx, writeZip, type WriteValue, type ZipPart } from '@tallgrunn/tabular';
import { languages } from '@tallgrunn/values';
import { filterParams, type ScopedFilter } from '../emission-filter.ts';
import { ReadPublicationScope } from '../publication/publication-scope.ts';
import { EstimateUncertainty } from '../uncertainty/estimate-uncertainty.ts';
import { engineTables } from './input-tables.ts';
import { FULL_RUN_PLANNER_SETTINGS } from '../calculation/calculation-inputs.ts';
import { PackLimiter, type PackProgress } from './limit-concurrent-packs.ts';
import {
  RESULTS_AT_RUN,
  SUPPLIER_RESULTS_AT_RUN,
  IS_PARTIAL,
  CREATE_MULTIPLIERS,
  LINES,
  packTables,
  PUBLISHED_IN_SCOPE,
  RUN_TOTALS,
  type PackTable,
} from './pack-tables.ts';
import { packReadme, type PackedRun } from './readme/readme.ts';
import { workbookLinesMax, workbookSheets } from './workbook.ts';

/** Version of the pack format. Increment it when a table changes its meaning. */
export const PACK_VERSION = 'tallgrunn-evidence/1';

/** Maximum lines in a pack: a file in it is limited to 4 GB, and `engine/result.jsonl` has about 1.13 kB per line. */
export const packLinesMax = 3_000_000;

/** One file of a pack, as listed in the manifest. `rows`: rows of a table without the header; null for other files. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number | null;
}

/** The last file of a pack: its run, and the size and hash of every other file. */
export interface Manifest {
  readonly pack: string;
  readonly madeAt: string;
  readonly run: PackedRun;
  readonly files: readonly PackedFile[];
}

const LINES_OF_PACK = `coalesce((select sum(t.lines) from ${RUN_TOTALS} t), 0)::int`;

/** Scope of a pack: parameters $1 to $5 of its statements. */
type PackParams = readonly [run: number, buyers: unknown, categories: unknown, from: unknown, to: unknown];

/** SQL: the inputs of the run that the lines of a partial pack come from. */
const READ_OF_PART = `jsonb_build_object(
  'batches', coalesce((select jsonb_agg(distinct r.batch_id) from emissions.result r where ${RESULTS_AT_RUN}), '[]'),
  'versions', coalesce((select jsonb_agg(distinct v.id) from (select r.version_id as id from emissions.result r where ${RESULTS_AT_RUN} union select r.version_id from emissions.supplier_footprint_result r where ${SUPPLIER_RESULTS_AT_RUN}) v where v.id is not null), '[]'),
  'footprints', coalesce((select jsonb_agg(distinct f.id) from (select r.footprint_id as id from emissions.result r where ${RESULTS_AT_RUN} union select r.footprint_id from emissions.supplier_footprint_result r where ${SUPPLIER_RESULTS_AT_RUN}) f where f.id is not null), '[]'))`;

type Row = Record<string, unknown>;
const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 2)}\n`);
/** Returns the parameters that a statement uses: the run, or the run and its scope. */
const usedParams = (sql: string, of: PackParams): readonly unknown[] =>
  sql.includes('$5') ? of : sql.includes('$1') ? of.slice(0, 1) : [];
const packParams = (number: number, filter: ScopedFilter): PackParams => {
  const [, buyers, , categories, from, to] = filterParams(number, filter);
  return [number, buyers, categories, from, to];
};
/** Returns how often a pack contains each line: as a table, as engine input, and in the workbook if it has one. */
const timesInPack = (lines: number): number => (lines <= workbookLinesMax ? 3 : 2);
const valueOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/**
 * Writes the evidence of a run as a zip while it is sent. It has every line with the values of its formula, factors,
 * series, decisions and sources; the method in three languages; a workbook that recalculates the total; and the inputs
 * of the engine. Memory use does not grow with the run.
 */
@Injectable()
export class WriteEvidencePack {
  constructor(
    private readonly database: Database,
    private readonly uncertainty: EstimateUncertainty,
    private readonly download: SpooledDownload,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly limiter: PackLimiter,
    private readonly scope: ReadPublicationScope,
  ) {}

  /**
   * Returns the pack of a run, or of a publication's part of it, as a download. Writes the audit log.
   * @throws Problem 'not-found' (404) if the user may not see the run
   * @throws Problem 'evidence-pack-too-large' (422)
   * @throws Problem 'evidence-pack-in-progress' | 'evidence-pack-queue-full' (429)
   */
  async run(number: number, publication?: string): Promise<StreamableFile> {
    const { id } =
      (await this.database.one<{ id: string }>('select number::text as id from emissions.run where number = $1', [
        number,
      ])) ?? {};
    if (!id) throw notFound('run');
    const filter = await this.scope.narrow({ run: number, publication });
    const { lines = 0 } =
      (await this.database.one<{ lines: number }>(`select ${LINES_OF_PACK} as lines`, packParams(number, filter))) ??
      {};
    if (lines > packLinesMax) throw new Problem(422, 'evidence-pack-too-large', { lines, linesMax: packLinesMax });
    const { personId, organisationId } = this.database.actor();
    const progress: PackProgress = {
      run: number,
      publication: publication ?? null,
      rows: 0,
      rowsTotal: lines * timesInPack(lines),
    };
    const release = this.limiter.reserve(personId ?? organisationId ?? '', progress);
    try {
      await this.audit.record({
        act: 'emissions.evidence-downloaded',
        subject: { kind: 'run', id },
        ...(publication ? { details: { publication } } : {}),
      });
      return new StreamableFile(
        this.download.run(() => this.bytes(number, filter, progress), release),
        { type: 'application/zip', disposition: `attachment; filename="tallgrunn-evidence-${id}.zip"` },
      );
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Returns the progress of the current user's pack; null if none is in progress. */
  progress(): PackProgress | null {
    const { personId, organisationId } = this.database.actor();
    return this.limiter.progressOf(personId ?? organisationId ?? '');
  }

  /**
   * Yields the bytes of the pack in the current unit of work.
   * @param progress updated as lines are written
   */
  async *bytes(number: number, filter: ScopedFilter = {}, progress?: PackProgress): AsyncGenerator<Uint8Array> {
    // All rows are read, so the planner must not optimise for the first ones. For a filter on months and buyers it
    // expects few lines, and would scan a whole ledger for each of them.
    await this.database.query(`${FULL_RUN_PLANNER_SETTINGS}, set_config('cursor_tuple_fraction', '1', true)`);
    const of = packParams(number, filter);
    yield* writeZip(this.#parts(await this.#packedRun(of, { ...filter, run: number }), of, progress));
  }

  async *#parts(run: PackedRun, of: PackParams, progress?: PackProgress): AsyncGenerator<ZipPart> {
    for (const sql of CREATE_MULTIPLIERS) await this.database.query(sql, usedParams(sql, of));
    const files: PackedFile[] = [];
    for (const language of languages)
      yield withCount(`method.${language}.md`, [encoder.encode(packReadme(run, language))], files);
    for (const table of packTables) yield this.#table(table, of, files, progress);
    if (run.lines <= workbookLinesMax)
      yield withCount('evidence.xlsx', writeXlsx(await this.#workbook(run, of, progress)), files);
    for (const { name, sql } of engineTables)
      yield this.#engineTable(name, sql, of, files, name === 'result' ? progress : undefined);
    const manifest: Manifest = { pack: PACK_VERSION, madeAt: this.clock.now().toISOString(), run, files };
    // The content is generated last, when all other files have been counted.
    yield {
      name: 'manifest.json',
      content: (function* () {
        yield json(manifest);
      })(),
    };
  }

  #table(table: PackTable, of: PackParams, files: PackedFile[], progress?: PackProgress): ZipPart {
    const count = { rows: 0 };
    const columns = table.columns.map(({ name, kind }) => ({ header: name, kind }));
    return withCount(
      `tables/${table.name}.csv`,
      writeCsv({ columns, rows: this.#rows(table, of, count, progress) }, { decimal: '.' }),
      files,
      count,
    );
  }

  async *#rows(
    table: PackTable,
    of: PackParams,
    count: { rows: number },
    progress?: PackProgress,
  ): AsyncGenerator<readonly WriteValue[]> {
    const { columns, sql } = table;
    for await (const batch of this.database.stream<Row>(sql, usedParams(sql, of))) {
      count.rows += batch.length;
      if (progress && table === LINES) progress.rows += batch.length;
      for (const row of batch) yield columns.map(({ name }) => valueOf(row[name]));
    }
  }

  #engineTable(name: string, sql: string, of: PackParams, files: PackedFile[], progress?: PackProgress): ZipPart {
    const count = { rows: 0 };
    const stream = this.database.stream<{ row: string }>(sql, usedParams(sql, of));
    const lines = async function* () {
      for await (const batch of stream) {
        count.rows += batch.length;
        if (progress) progress.rows += batch.length;
        yield encoder.encode(`${batch.map(({ row }) => row).join('\n')}\n`);
      }
    };
    return withCount(`engine/${name}.jsonl`, lines(), files, count);
  }

  async #workbook(run: PackedRun, of: PackParams, progress?: PackProgress) {
    return workbookSheets(run, (table) => this.#rows(table, of, { rows: 0 }, progress));
  }

  async #packedRun(of: PackParams, filter: ScopedFilter): Promise<PackedRun> {
    const row = await this.database.one<Omit<PackedRun, 'interval'>>(
      `select r.number, r.engine, r.factor_set_id as "factorSet", r.account_map_id as "ruleSet", r.currency, r.cause, r.started_at as "startedAt", r.finished_at as "finishedAt",
         r.read || case when ${IS_PARTIAL} then ${READ_OF_PART} else '{}' end as read, ${IS_PARTIAL} as part,
         coalesce((select sum(t.kg) from ${RUN_TOTALS} t), 0)::text as kg,
         ${LINES_OF_PACK} as lines,
         array(select distinct s.licence from factor_book.door_factor_set s where s.id in (select r.factor_set_id from emissions.result r where ${RESULTS_AT_RUN}) order by 1) as licences,
         array(select p.case_number || ': ' || p.scope from emissions.publication p where ${PUBLISHED_IN_SCOPE} order by p.id) as publications
       from emissions.run r where r.number = $1`,
      of,
    );
    if (!row) throw notFound('run');
    const { low, high } = await this.uncertainty.run(filter);
    return { ...row, interval: { low, high } };
  }
}

/** Returns a zip part that is counted and hashed while it is read. It is added to `files` at its end. */
function withCount(
  name: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  files: PackedFile[],
  count?: { rows: number },
): ZipPart {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = async function* () {
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    files.push({ name, bytes, sha256: hash.digest('hex'), rows: count?.rows ?? null });
  };
  return { name, content: through() };
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { openZip, readEntry, type ByteSource, type ZipFile } from '@tallgrunn/tabular';
import { CREATE_CALCULATED } from '../calculation/store-results.ts';
import { CREATE_POLICIES } from '../calculation/methods.ts';
import { loadAffectedParts, AFFECTED_PRODUCTS } from '../calculation/load-line-parts.ts';
import { LOAD_FACTORS } from '../calculation/classify-products.ts';
import { DROP_TABLES, LOAD_PRICES, RESULT_COLUMNS } from '../calculation/calculate-line-parts.ts';
import { ENGINE } from '../calculation/calculate-emissions.ts';
import { withPresentColumns } from './former-columns.ts';
import { engineTables, withPackTables } from './input-tables.ts';
import { PACK_VERSION, type Manifest, type PackedFile } from './write-pack.ts';

/** Result of reproducing a run from its pack alone. If it `holds`, all `…Differing` counts are 0. */
export interface ReproductionResult {
  readonly run: number;
  readonly lines: number;
  readonly besides: number;
  /** The reproduced total, kg CO2e. */
  readonly kg: string;
  /** Number of files of the pack whose hash was verified. */
  readonly files: number;
  readonly linesDiffering: number;
  readonly besidesDiffering: number;
  readonly totalsDiffering: number;
  readonly holds: boolean;
}

/** Reason why a file cannot be reproduced. */
export class PackProblem extends Error {
  constructor(
    readonly code: 'not-an-evidence-pack' | 'pack-of-another-form' | 'pack-of-another-engine' | 'pack-changed',
    message: string,
  ) {
    super(message);
  }
}

/** Maximum length of one input row. */
const ROW_CHARACTERS_MAX = 1_000_000;
const MANIFEST_BYTES_MAX = 64 * 1024 * 1024;
const ROWS_AT_ONCE = 2000;

const packLimits = { entriesMax: 1000, entryBytesMax: 4_000_000_000, ratioMax: 1000, ratioFromBytes: 100_000_000 };

/**
 * Reproduces a run from its evidence pack, in any database with the schema of the product. Loads the pack into
 * temporary tables, calculates every line from them and compares the results with those of the run, to the last digit.
 * Nothing is stored, and no data of the database is read.
 */
@Injectable()
export class ReproduceRun {
  constructor(private readonly database: Database) {}

  /**
   * Requires a unit of work of the system actor.
   * @throws PackProblem if the file is not a pack, was changed, or is of another engine
   */
  async run(source: ByteSource): Promise<ReproductionResult> {
    const zip = await openZip(source, packLimits);
    const manifest = await manifestOf(zip);
    await this.#load(zip, manifest);
    await this.#calculate(manifest);
    const result = await this.#compared(manifest);
    await this.database.query(withPackTables(DROP_TABLES));
    return result;
  }

  async #load(zip: ZipFile, { files }: Manifest): Promise<void> {
    for (const { make } of engineTables) await this.database.query(make);
    for (const file of files) {
      const table = engineTables.find(({ name }) => file.name === `engine/${name}.jsonl`);
      let rows: string[] = [];
      for await (const row of linesOf(zip, file)) {
        if (!table) continue;
        rows.push(withPresentColumns(row));
        if (rows.length < ROWS_AT_ONCE) continue;
        await this.database.query(table.add, [`[${rows.join(',')}]`]);
        rows = [];
      }
      if (table && rows.length > 0) await this.database.query(table.add, [`[${rows.join(',')}]`]);
    }
    // Rows closed by a later run were open at this run.
    for (const table of ['pack_result', 'pack_beside'])
      await this.database.query(`update ${table} set closed_by_run = null`);
    for (const { name } of engineTables) await this.database.query(`analyze pack_${name}`);
  }

  async #calculate({ run }: Manifest): Promise<void> {
    const categories = await this.database.query<{ code: string }>(
      'select distinct category_code as code from pack_result',
    );
    const { sql: readParts, params } = loadAffectedParts({ categories: categories.map(({ code }) => code) });
    await this.database.query(withPackTables(readParts), params);
    for (const sql of ['analyze part', AFFECTED_PRODUCTS, 'analyze good', ...LOAD_FACTORS, ...CREATE_POLICIES])
      await this.database.query(withPackTables(sql));
    for (const { sql, needs } of LOAD_PRICES)
      await this.database.query(withPackTables(sql), needs ? [run.currency] : []);
    await this.database.query(withPackTables(CREATE_CALCULATED), [run.ruleSet, run.factorSet, run.currency]);
  }

  async #compared({ run, files }: Manifest): Promise<ReproductionResult> {
    const of = (alias: string): string => RESULT_COLUMNS.map((column) => `${alias}.${column}`).join(', ');
    const lines = await this.database.one<{ lines: number; kg: string; linesDiffering: number }>(
      `select count(r.batch_id)::int as lines, coalesce(sum(w.kg), 0)::text as kg, count(*) filter (where r.batch_id is null or w.batch_id is null or (${of('w')}) is distinct from (${of('r')}))::int as "linesDiffering"
       from weighed w full join pack_result r on r.batch_id = w.batch_id and r.line_no = w.line_no and r.part = w.part`,
    );
    const besides = await this.database.one<{ besides: number; besidesDiffering: number }>(
      `select count(*)::int as besides, count(*) filter (where b.standing = 'counted' and (b.multiplier is distinct from round(d.per_unit * b.conversion_factor, 18) or b.kg is distinct from round(b.quantity * b.multiplier, 6)))::int as "besidesDiffering"
       from pack_beside b left join pack_declaration d on d.footprint_id = b.footprint_id`,
    );
    const totals = await this.database.one<{ totalsDiffering: number }>(
      `with again as (
         select coalesce(buyer_id, '00000000-0000-0000-0000-000000000000') as buyer_id, category_code, method, currency, count(*)::int as lines, coalesce(sum(amount), 0) as amount, coalesce(sum(kg), 0) as kg from weighed group by 1, 2, 3, 4
       )
       select count(*)::int as "totalsDiffering" from again full join pack_run_total t using (buyer_id, category_code, method, currency)
       where (again.lines, again.amount, again.kg) is distinct from (t.lines, t.amount, t.kg)`,
    );
    const counts = {
      lines: 0,
      kg: '0',
      linesDiffering: 0,
      besides: 0,
      besidesDiffering: 0,
      totalsDiffering: 0,
      ...lines,
      ...besides,
      ...totals,
    };
    return {
      run: run.number,
      ...counts,
      files: files.length,
      holds: counts.linesDiffering + counts.besidesDiffering + counts.totalsDiffering === 0,
    };
  }
}

const missingFile = (name: string): PackProblem =>
  new PackProblem('not-an-evidence-pack', `${name} is missing: this is no whole evidence pack.`);

async function manifestOf(zip: ZipFile): Promise<Manifest> {
  const entry = zip.entries.find(({ name }) => name === 'manifest.json');
  if (!entry) throw missingFile('manifest.json');
  const manifest = JSON.parse(new TextDecoder().decode(await readEntry(zip, entry, MANIFEST_BYTES_MAX))) as Manifest;
  if (manifest.pack !== PACK_VERSION)
    throw new PackProblem(
      'pack-of-another-form',
      `The pack is of the form ${manifest.pack}; this version reads ${PACK_VERSION}.`,
    );
  if (manifest.run.engine !== ENGINE)
    throw new PackProblem(
      'pack-of-another-engine',
      `The run was reckoned by ${manifest.run.engine}; this version is ${ENGINE}. Use the version that made it.`,
    );
  const listed = new Set(manifest.files.map(({ name }) => name));
  const missing = engineTables
    .filter(({ mayLack }) => !mayLack)
    .map(({ name }) => `engine/${name}.jsonl`)
    .find((name) => !listed.has(name));
  if (missing) throw missingFile(missing);
  return manifest;
}

/**
 * Yields the lines of a file and verifies its hash at the end.
 * @throws PackProblem 'pack-changed' if the hash differs from the manifest
 */
async function* linesOf(zip: ZipFile, { name, sha256 }: PackedFile): AsyncGenerator<string> {
  const entry = zip.entries.find((each) => each.name === name);
  if (!entry) throw missingFile(name);
  const hash = createHash('sha256');
  const decoder = new TextDecoder();
  const split = name.endsWith('.jsonl');
  let rest = '';
  for await (const piece of zip.read(entry)) {
    hash.update(piece);
    if (!split) continue;
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > ROW_CHARACTERS_MAX) throw missingFile(name);
    yield* lines.filter((line) => line !== '');
  }
  if (hash.digest('hex') !== sha256)
    throw new PackProblem(
      'pack-changed',
      `${name} is not what the manifest says: the pack was changed after it was made.`,
    );
}

import { sha256Hex } from '@tallgrunn/values';
import type { ByteSource } from '@tallgrunn/tabular';
import { runAsOwner } from './run-as-owner.ts';
import { readSeries, type SeriesPoint } from './read-series.ts';
import { FactorSetProblem } from './factor-set-file.ts';

export const seriesKinds = ['price-index', 'exchange-rate'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** Source and licence of a version. */
export interface VersionFacts {
  readonly title: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly licence: string;
  readonly note: string | null;
}

export interface SeriesImported {
  readonly id: string;
  readonly years: number;
  /** False when the same file was imported before. */
  readonly added: boolean;
}

const IN_FORCE = 'select id, year from factor_book.door_series where kind = $1 and currency = $2 order by year';

/**
 * Imports a series as a new version, which is in force at once: the next run uses it, and earlier runs keep theirs. A
 * version is complete: it must have every year of the version in force. Locks the series table.
 * @throws FactorSetProblem, ReadProblem
 */
export async function importSeries(
  ownerUrl: string,
  kind: SeriesKind,
  currency: string,
  facts: VersionFacts,
  source: ByteSource,
  fileName: string,
): Promise<SeriesImported> {
  const sha256 = sha256Hex(await source.read(0, source.size));
  const points = await readSeries(source, fileName, kind === 'exchange-rate' ? currency : null);
  const id = `${kind === 'price-index' ? 'index' : 'rate'}-${currency.toLowerCase()}-${sha256.slice(0, 8)}`;
  return runAsOwner(ownerUrl, async (client) => {
    await client.query('lock table factor_book.series in share row exclusive mode');
    const existing = await client.query('select from factor_book.series where id = $1', [id]);
    if (existing.rowCount === 1) return { id, years: points.length, added: false };
    const { rows } = await client.query<{ id: string; year: number }>(IN_FORCE, [kind, currency]);
    requireYears(points, rows);
    await client.query(
      `insert into factor_book.series (id, kind, currency, title, source, source_url, licence, note, sha256) values ($1, $2, $3, jsonb_build_object('nb', $4::text, 'nn', $4::text, 'en', $4::text), $5, $6, $7, $8, $9)`,
      [id, kind, currency, facts.title, facts.source, facts.sourceUrl, facts.licence, facts.note, sha256],
    );
    await client.query(
      'insert into factor_book.series_point (series_id, year, value) select $1, p.year, p.value from jsonb_to_recordset($2::jsonb) as p (year int, value numeric)',
      [id, JSON.stringify(points)],
    );
    return { id, years: points.length, added: true };
  });
}

function requireYears(
  points: readonly SeriesPoint[],
  before: readonly { readonly id: string; readonly year: number }[],
): void {
  const years = new Set(points.map(({ year }) => year));
  const missing = before.filter(({ year }) => !years.has(year));
  if (missing.length > 0)
    throw new FactorSetProblem(
      null,
      `no ${missing.map(({ year }) => year).join(', ')}`,
      `every year that ${missing[0]?.id} has: a new version takes the place of all of it`,
    );
}

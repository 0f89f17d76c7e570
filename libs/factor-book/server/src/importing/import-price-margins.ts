import { sha256Hex } from '@tallgrunn/values';
import type { ByteSource } from '@tallgrunn/tabular';
import { runAsOwner } from './run-as-owner.ts';
import type { VersionFacts } from './import-series.ts';
import { toId } from './readers.ts';
import { parseFigure, recordsOf, FactorSetProblem } from './factor-set-file.ts';

interface PriceMargin {
  readonly row: number;
  readonly factor: string;
  readonly tax: string;
  readonly margin: string;
  readonly trade: string | null;
}

/**
 * Imports price margins as a new version, which is in force at once. The margins state the parts of the purchaser's
 * price that are taxes on products, and trade and transport.
 * The table has the headings factor, taxShare, marginShare and tradeFactor. Shares are of the purchaser's price, 0.12
 * for 12 %; `tradeFactor` is the factor of the same set that applies to trade and transport.
 * Returns `added: false` when the same file was imported before.
 * @throws FactorSetProblem, ReadProblem
 */
export async function importPriceMargins(
  ownerUrl: string,
  setId: string,
  facts: VersionFacts,
  source: ByteSource,
  fileName: string,
): Promise<{ id: string; factors: number; added: boolean }> {
  const sha256 = sha256Hex(await source.read(0, source.size));
  const shares = await readMargins(source, fileName);
  const id = `shares-${setId}-${sha256.slice(0, 8)}`;
  return runAsOwner(ownerUrl, async (client) => {
    const set = await client.query<{ price_basis: string | null }>(
      'select price_basis from factor_book.factor_set where id = $1',
      [setId],
    );
    if (set.rows[0]?.price_basis !== 'basic' && set.rows[0]?.price_basis !== 'producer')
      throw new FactorSetProblem(null, setId, 'a set in basic or producer’s prices: only such a set is converted');
    const { rows } = await client.query<{ id: string }>(
      `select id from factor_book.factor where set_id = $1 and kind = 'spend'`,
      [setId],
    );
    requireFactorsOfSet(shares, new Set(rows.map((factor) => factor.id)), setId);
    const inserted = await client.query(
      `insert into factor_book.price_margin_set (id, set_id, title, source, source_url, licence, note, sha256) values ($1, $2, jsonb_build_object('nb', $3::text, 'nn', $3::text, 'en', $3::text), $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [id, setId, facts.title, facts.source, facts.sourceUrl, facts.licence, facts.note, sha256],
    );
    if (inserted.rowCount === 1) {
      await client.query(
        `insert into factor_book.price_margin (margin_set_id, set_id, factor_id, tax_share, margin_share, margin_factor_id)
         select $1, $2, s.factor, s.tax, s.margin, s.trade from jsonb_to_recordset($3::jsonb) as s (factor text, tax numeric, margin numeric, trade text)`,
        [id, setId, JSON.stringify(shares)],
      );
    }
    return { id, factors: shares.length, added: inserted.rowCount === 1 };
  });
}

async function readMargins(source: ByteSource, fileName: string): Promise<PriceMargin[]> {
  const shares = new Map<string, PriceMargin>();
  for await (const { row, of } of recordsOf(source, fileName, ['factor', 'taxShare', 'marginShare', 'tradeFactor'], {
    delimiter: null,
  })) {
    const [factor, tax, margin, trade] = [
      toId(of('factor')),
      parseFigure(of('taxShare'), row),
      parseFigure(of('marginShare'), row),
      toId(of('tradeFactor')) || null,
    ];
    if (shares.has(factor)) throw new FactorSetProblem(row, factor, 'each factor once');
    if (Number(tax) < 0 || Number(margin) < 0 || Number(tax) + Number(margin) >= 1)
      throw new FactorSetProblem(row, `${tax} and ${margin}`, 'shares of 0 or more that come to less than 1');
    if (Number(margin) > 0 && trade === null)
      throw new FactorSetProblem(row, 'no tradeFactor', 'the factor that trade and transport take');
    shares.set(factor, { row, factor, tax, margin, trade });
  }
  return [...shares.values()];
}

function requireFactorsOfSet(shares: readonly PriceMargin[], known: ReadonlySet<string>, setId: string): void {
  for (const { row, factor, trade } of shares) {
    const unknownFactor = [factor, trade].find((each) => each !== null && !known.has(each));
    if (unknownFactor !== undefined && unknownFactor !== null)
      throw new FactorSetProblem(row, unknownFactor, `a factor per krone of ${setId}`);
  }
}

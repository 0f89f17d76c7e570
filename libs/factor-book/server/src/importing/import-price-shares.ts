import { sha256Hex } from '@tallgrunn/values';
import type { ByteSource } from '@tallgrunn/tabular';
import { asOwner } from './as-owner.ts';
import type { VersionFacts } from './import-series.ts';
import { asId } from './readers.ts';
import { figureOf, recordsOf, ReleaseProblem } from './release-file.ts';

interface PriceShare {
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
 * @throws ReleaseProblem, ReadProblem
 */
export async function importPriceShares(
  ownerUrl: string,
  setId: string,
  facts: VersionFacts,
  source: ByteSource,
  fileName: string,
): Promise<{ id: string; factors: number; added: boolean }> {
  const sha256 = sha256Hex(await source.read(0, source.size));
  const shares = await readShares(source, fileName);
  const id = `shares-${setId}-${sha256.slice(0, 8)}`;
  return asOwner(ownerUrl, async (client) => {
    const set = await client.query<{ price_basis: string | null }>(
      'select price_basis from factor_book.factor_set where id = $1',
      [setId],
    );
    if (set.rows[0]?.price_basis !== 'basic' && set.rows[0]?.price_basis !== 'producer')
      throw new ReleaseProblem(null, setId, 'a set in basic or producer’s prices: only such a set is converted');
    const { rows } = await client.query<{ id: string }>(
      `select id from factor_book.factor where set_id = $1 and kind = 'spend'`,
      [setId],
    );
    mustBeOfSet(shares, new Set(rows.map((factor) => factor.id)), setId);
    const made = await client.query(
      `insert into factor_book.price_shares (id, set_id, title, source, source_url, licence, note, sha256) values ($1, $2, jsonb_build_object('nb', $3::text, 'nn', $3::text, 'en', $3::text), $4, $5, $6, $7, $8) on conflict (id) do nothing`,
      [id, setId, facts.title, facts.source, facts.sourceUrl, facts.licence, facts.note, sha256],
    );
    if (made.rowCount === 1) {
      await client.query(
        `insert into factor_book.price_share (shares_id, set_id, factor_id, tax_share, margin_share, trade_factor_id)
         select $1, $2, s.factor, s.tax, s.margin, s.trade from jsonb_to_recordset($3::jsonb) as s (factor text, tax numeric, margin numeric, trade text)`,
        [id, setId, JSON.stringify(shares)],
      );
    }
    return { id, factors: shares.length, added: made.rowCount === 1 };
  });
}

async function readShares(source: ByteSource, fileName: string): Promise<PriceShare[]> {
  const shares = new Map<string, PriceShare>();
  for await (const { row, of } of recordsOf(source, fileName, ['factor', 'taxShare', 'marginShare', 'tradeFactor'], {
    delimiter: null,
  })) {
    const [factor, tax, margin, trade] = [
      asId(of('factor')),
      figureOf(of('taxShare'), row),
      figureOf(of('marginShare'), row),
      asId(of('tradeFactor')) || null,
    ];
    if (shares.has(factor)) throw new ReleaseProblem(row, factor, 'each factor once');
    if (Number(tax) < 0 || Number(margin) < 0 || Number(tax) + Number(margin) >= 1)
      throw new ReleaseProblem(row, `${tax} and ${margin}`, 'shares of 0 or more that come to less than 1');
    if (Number(margin) > 0 && trade === null)
      throw new ReleaseProblem(row, 'no tradeFactor', 'the factor that trade and transport take');
    shares.set(factor, { row, factor, tax, margin, trade });
  }
  return [...shares.values()];
}

function mustBeOfSet(shares: readonly PriceShare[], known: ReadonlySet<string>, setId: string): void {
  for (const { row, factor, trade } of shares) {
    const strange = [factor, trade].find((each) => each !== null && !known.has(each));
    if (strange !== undefined && strange !== null)
      throw new ReleaseProblem(row, strange, `a factor per krone of ${setId}`);
  }
}

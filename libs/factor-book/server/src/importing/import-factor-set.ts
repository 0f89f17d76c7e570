import type { Client } from 'pg';
import { sha256Hex } from '@tallgrunn/values';
import type { ByteSource } from '@tallgrunn/tabular';
import { runAsOwner } from './run-as-owner.ts';
import { readAgribalyse, readEpa, readTable, readUkGovernment } from './readers.ts';
import type { FactorRow } from './factor-set-file.ts';

const localText = (nb: string, nn: string, en: string) => ({ nb, nn, en });
const unchanged = localText(
  'Alle rader er lest inn som de står; tonn er delt med tusen.',
  'Alle rader er lesne inn som dei står; tonn er delt med tusen.',
  'Every row is read as it stands; tonnes are divided by a thousand.',
);

/** Publishers with a known file format, and the information required with their figures. */
export const publishers = {
  epa: {
    read: readEpa,
    title: localText(
      'EPA: utslipp i leverandørkjeder, USA, hele utgivelsen',
      'EPA: utslepp i leverandørkjeder, USA, heile utgivinga',
      'EPA supply chain emission factors, USA, the whole release',
    ),
    boundary: localText(
      'Råvare til salg, med avanse, amerikansk økonomi.',
      'Råvare til sal, med avanse, amerikansk økonomi.',
      'Raw material to sale, with margins, the economy of the United States.',
    ),
    region: 'US',
    dataYear: 2022,
    currency: 'USD',
    priceBasis: 'purchaser',
    unit: 'kg CO2e/USD',
    method: 'input-output',
    licence: 'US Government work (public domain)',
    url: 'https://catalog.data.gov/dataset/supply-chain-greenhouse-gas-emission-factors-v1-3-by-naics-6',
    attribution:
      'US Environmental Protection Agency: Supply Chain GHG Emission Factors v1.3.0, 2022 USD purchaser price',
  },
  'uk-government': {
    read: readUkGovernment,
    title: localText(
      'Den britiske regjeringens omregningsfaktorer 2025, hele utgivelsen',
      'Omrekningsfaktorane til den britiske regjeringa 2025, heile utgivinga',
      'UK Government GHG conversion factors 2025, the whole release',
    ),
    boundary: localText(
      'Ulik for hver rad: se navnet.',
      'Ulik for kvar rad: sjå namnet.',
      'Differs by row: see its name.',
    ),
    region: 'UK',
    dataYear: 2025,
    currency: 'GBP',
    priceBasis: null,
    unit: 'kg CO2e per unit',
    method: 'process',
    licence: 'OGL-UK-3.0',
    url: 'https://www.gov.uk/government/collections/government-conversion-factors-for-company-reporting',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0: UK Government GHG conversion factors 2025 (DESNZ/DEFRA)',
  },
  agribalyse: {
    read: readAgribalyse,
    title: localText('Agribalyse 3: mat i Frankrike', 'Agribalyse 3: mat i Frankrike', 'Agribalyse 3: food in France'),
    boundary: localText(
      'Gård til ferdig vare, fransk forbruk.',
      'Gard til ferdig vare, fransk forbruk.',
      'Farm to finished goods, as consumed in France.',
    ),
    region: 'FR',
    dataYear: 2020,
    currency: 'EUR',
    priceBasis: null,
    unit: 'kg CO2e/kg',
    method: 'process',
    licence: 'Licence Ouverte 2.0',
    url: 'https://agribalyse.ademe.fr',
    attribution: 'ADEME: Agribalyse 3',
  },
} as const;

export type Publisher = keyof typeof publishers;

/**
 * Price basis of a spend factor (SNA 2008): purchaser's price, producer's price (includes taxes on products) or basic
 * price (excludes them).
 */
export const priceBases = ['purchaser', 'producer', 'basic'] as const;
export type PriceBasis = (typeof priceBases)[number];

/** Information required for a table of spend factors without a known publisher format. */
export interface TableFacts {
  readonly title: string;
  readonly region: string;
  readonly dataYear: number;
  /** ISO 4217 code. The factors are per unit of it, excl. VAT, in prices of the data year. */
  readonly currency: string;
  readonly priceBasis: PriceBasis;
  readonly licence: string;
  readonly url: string;
  readonly attribution: string;
}

interface FactorSetFacts {
  readonly title: Readonly<Record<'nb' | 'nn' | 'en', string>>;
  readonly boundary: Readonly<Record<'nb' | 'nn' | 'en', string>>;
  readonly region: string;
  readonly dataYear: number;
  readonly currency: string;
  readonly priceBasis: PriceBasis | null;
  readonly unit: string;
  readonly method: string;
  readonly licence: string;
  readonly url: string;
  readonly attribution: string;
}

export interface FactorSetImported {
  readonly id: string;
  readonly factors: number;
  /** False when the same file was imported before. */
  readonly added: boolean;
}

/**
 * Imports a publisher's file as an immutable factor set, as the owner of the database: the application can only read
 * sets. The set is not in force; it appears in the comparison and can be used in an assignment.
 * @param copiedFrom source of a third-party copy; null = the publisher's own file
 * @throws FactorSetProblem, ReadProblem
 */
export function importFactorSet(
  ownerUrl: string,
  publisher: Publisher,
  source: ByteSource,
  fileName: string,
  copiedFrom: string | null,
): Promise<FactorSetImported> {
  const { read, ...facts } = publishers[publisher];
  return insertFactorSet(ownerUrl, publisher, facts, read(source, fileName), source, copiedFrom);
}

/**
 * Imports a table of spend factors in the same way. Headings: factor, name, value and, optionally, category and gsd.
 */
export function importFactorTable(
  ownerUrl: string,
  { title, ...told }: TableFacts,
  source: ByteSource,
  fileName: string,
  copiedFrom: string | null,
): Promise<FactorSetImported> {
  const boundary = localText(
    'Slik utgiveren sier: se kilden.',
    'Slik utgjevaren seier: sjå kjelda.',
    'As the publisher says: see the source.',
  );
  const facts = {
    ...told,
    title: localText(title, title, title),
    boundary,
    unit: `kg CO2e/${told.currency}`,
    method: 'input-output',
  };
  return insertFactorSet(ownerUrl, 'table', facts, readTable(source, fileName, told.currency), source, copiedFrom);
}

async function insertFactorSet(
  ownerUrl: string,
  prefix: string,
  facts: FactorSetFacts,
  read: AsyncIterable<FactorRow>,
  source: ByteSource,
  copiedFrom: string | null,
): Promise<FactorSetImported> {
  const sha256 = sha256Hex(await source.read(0, source.size));
  const id = `${prefix}-${facts.dataYear}-${sha256.slice(0, 8)}`;
  const rows: FactorRow[] = [];
  const usedIds = new Set<string>();
  for await (const row of read) {
    const own = usedIds.has(row.id) ? `${row.id}-${rows.length + 1}` : row.id;
    usedIds.add(own);
    rows.push({ ...row, id: own });
  }
  return runAsOwner(ownerUrl, async (client) => {
    const inserted = await client.query(
      `insert into factor_book.factor_set (id, title, region, data_year, price_level, currency, vat_basis, vat_basis_stated, price_basis, price_basis_stated, unit, boundary, method, licence, licence_url, source_url, repository, sha256, attributions, changes)
       values ($1, $2, $3, $4::int, ($4::int)::text, $5, 'net', false, $14::text, $14::text is not null, $6, $7, $8, $9, $10, $10, $11, $12, $13, $15) on conflict (id) do nothing`,
      [
        id,
        facts.title,
        facts.region,
        facts.dataYear,
        facts.currency,
        facts.unit,
        facts.boundary,
        facts.method,
        facts.licence,
        facts.url,
        copiedFrom,
        sha256,
        JSON.stringify([facts.attribution]),
        facts.priceBasis,
        unchanged,
      ],
    );
    if (inserted.rowCount === 1) await addFactors(client, id, facts, rows, copiedFrom !== null);
    return { id, factors: rows.length, added: inserted.rowCount === 1 };
  });
}

async function addFactors(
  client: Client,
  id: string,
  facts: FactorSetFacts,
  rows: readonly FactorRow[],
  copied: boolean,
): Promise<void> {
  await client.query(
    `insert into factor_book.factor (set_id, id, name, kind, value, unit, source, basis, data_year, published_value, per, stage, boundary, region, category_code, gsd, flags)
     select $1, r.id, r.name, r.kind, r.value, r.unit, $2, 'published', $3, r.published, r.per, r.stage, r.boundary, $4, r.category, r.gsd, case when $5 then array['third-party-copy'] else '{}' end
     from jsonb_to_recordset($6::jsonb) as r (id text, name text, kind text, value numeric, published numeric, unit text, per text, stage text, boundary text, category text, gsd numeric)`,
    [id, facts.attribution, facts.dataYear, facts.region, copied, JSON.stringify(rows)],
  );
}

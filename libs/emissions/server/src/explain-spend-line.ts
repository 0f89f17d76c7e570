import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { formatInstant, formatMoney, formatShare, formatAmount, type Language } from '@tallgrunn/values';
import { exact, priceLevelName, type Alternative, type Explanation } from './explanation.ts';
import { words } from './words/words.ts';

type Said = Readonly<Record<Language, string>>;

interface Row {
  readonly run: number;
  readonly finished_at: Date;
  readonly engine: string;
  readonly rule_set_id: string;
  readonly factor_set_id: string;
  readonly source: 'posting' | 'invoice-line' | 'remainder';
  readonly amount: string;
  readonly currency: string;
  readonly vat_status: 'net' | 'gross' | 'unknown';
  readonly vat_rate: string | null;
  readonly spent_on: string | null;
  readonly account_system: string | null;
  readonly account_code: string | null;
  readonly method: 'spend-account' | 'ask' | 'no-factor' | 'not-spend' | 'not-converted';
  readonly reason: string;
  readonly data_class: number | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly rule_name: Said | null;
  readonly rule_reason: Said | null;
  readonly factor: { readonly name: string; readonly value: string; readonly unit: string; readonly published: string | null } | null;
  readonly factors: FactorSetRow;
  readonly file_name: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
}

export interface FactorSetRow {
  readonly title: Said;
  readonly boundary: Said;
  readonly attributions: readonly string[];
  readonly licence: string;
  readonly licenceUrl: string;
  readonly sourceUrl: string;
  readonly dataYear: number;
  readonly priceLevel: string;
  readonly vatBasisStated: boolean;
  /** How much prices rose from the data year to the price level, 0.1513 for 15.13 %; null when not known. */
  readonly rise: string | null;
}

const systemNames: Record<string, string> = { kostra: 'KOSTRA', ns4102: 'NS 4102', dfo: 'DFØ' };

/** The factor set of a run as the explanations show it; `s` is factor_book.door_factor_set. */
export const FACTOR_SET = `jsonb_build_object('title', s.title, 'boundary', s.boundary, 'attributions', s.attributions, 'licence', s.licence, 'licenceUrl', s.licence_url,
  'sourceUrl', s.source_url, 'dataYear', s.data_year, 'priceLevel', s.price_level, 'vatBasisStated', s.vat_basis_stated,
  'rise', round((s.price_index ->> 'priceLevel')::numeric / (s.price_index ->> 'dataYear')::numeric - 1, 4)::text)`;

/** Why a krone line weighs what it weighs, or why it has no number; in a given run or in the last. */
@Injectable()
export class ExplainSpendLine {
  constructor(private readonly database: Database) {}

  async run(batchId: string, lineNo: number, language: Language, run: number | null): Promise<Explanation> {
    const row = await this.#row(batchId, lineNo, run);
    if (!row) throw notFound('emission-line');
    const alternatives = await this.#alternatives(batchId, lineNo, row.run);
    const t = words(language);
    return {
      formula: formulaOf(row, alternatives, language),
      steps: stepsOf(row, language),
      caveats: caveatsOf(row, language),
      sources: sourcesOf(row.factors, language),
      versions: [
        { label: t.version.run, value: String(row.run) },
        { label: t.version.finished, value: formatInstant(row.finished_at, language) },
        { label: t.version.engine, value: row.engine },
        { label: t.version.factorSet, value: row.factor_set_id },
        { label: t.version.ruleSet, value: row.rule_set_id },
        { label: t.version.dataYear, value: String(row.factors.dataYear) },
        { label: t.version.quality, value: row.data_class === null ? t.version.none : String(row.data_class) },
      ],
      wayDown: { label: t.wayDown.spend, file: row.file_name, sheet: row.sheet, row: row.row_no, batchId, lineNo },
      alternatives,
      figure: { kg: row.kg, amount: row.amount, currency: row.currency, multiplier: row.multiplier, method: row.method, dataClass: row.data_class },
    };
  }

  #row(batchId: string, lineNo: number, run: number | null): Promise<Row | undefined> {
    return this.database.one<Row>(
      `select u.number as run, u.finished_at, u.engine, u.rule_set_id, u.factor_set_id,
              r.source, r.amount::text as amount, r.currency, r.vat_status, r.vat_rate::text as vat_rate, r.spent_on, r.account_system, r.account_code, r.method, r.reason, r.data_class,
              r.multiplier::text as multiplier, r.kg::text as kg, a.name as rule_name, a.reason as rule_reason,
              case when f.id is not null then jsonb_build_object('name', f.name, 'value', f.value::text, 'unit', f.unit, 'published', f.published_value::text) end as factor,
              ${FACTOR_SET} as factors, l.file_name, l.sheet, l.row_no
       from emissions.run u
       join emissions.result r on r.batch_id = $1 and r.line_no = $2 and r.from_run <= u.number and (r.until_run is null or r.until_run > u.number)
       join factor_book.door_factor_set s on s.id = u.factor_set_id
       left join factor_book.door_account_rule a on a.rule_set_id = u.rule_set_id and a.account_system = r.account_system and a.account_code = r.account_code
       left join factor_book.door_factor f on f.set_id = r.factor_set_id and f.id = r.factor_id
       left join spend.door_line l on l.batch_id = r.batch_id and l.line_no = r.line_no
       where u.number = coalesce($3::int, (select max(number) from emissions.run))`,
      [batchId, lineNo, run],
    );
  }

  /** What the line would be with each of the rows its account's rule weighed. */
  #alternatives(batchId: string, lineNo: number, run: number): Promise<Alternative[]> {
    return this.database.query<Alternative>(
      `select f.name as factor, f.value::text as value, f.unit, round(r.amount * m.value, 6)::text as kg, coalesce(f.id = r.factor_id, false) as chosen
       from emissions.run u
       join emissions.result r on r.batch_id = $1 and r.line_no = $2 and r.from_run <= u.number and (r.until_run is null or r.until_run > u.number)
       join factor_book.door_factor_set s on s.id = u.factor_set_id
       join factor_book.door_account_rule a on a.rule_set_id = u.rule_set_id and a.account_system = r.account_system and a.account_code = r.account_code
       cross join lateral unnest(a.candidates) with ordinality as c (id, position)
       join factor_book.door_factor f on f.set_id = u.factor_set_id and f.id = c.id
       join factor_book.door_multiplier m on m.set_id = f.set_id and m.factor_id = f.id and m.price_level = s.price_level
         and m.vat_rate = case when r.vat_status = 'gross' then a.gross_vat else 0 end
       where u.number = $3 and r.method in ('spend-account', 'ask')
       order by c.position`,
      [batchId, lineNo, run],
    );
  }
}

function formulaOf({ method, amount, currency, multiplier, kg }: Row, alternatives: readonly Alternative[], language: Language): string {
  const t = words(language);
  const money = formatMoney(amount, currency, language);
  if (method === 'spend-account') return t.formula({ amount: money, multiplier: exact(multiplier ?? '0', language), kg: exact(kg ?? '0', language) });
  if (method !== 'ask') return t.noFormula[method]({ amount: money });
  const sorted = alternatives.toSorted((a, b) => Number(a.kg) - Number(b.kg));
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? t.noFormula.ask({ amount: money, low: formatAmount(low.kg, language, 1), high: formatAmount(high.kg, language, 1) }) : t.noFormula.askOpen({ amount: money });
}

function stepsOf(row: Row, language: Language): string[] {
  const t = words(language);
  const account = row.account_code === null ? null : { system: systemNames[row.account_system ?? ''] ?? row.account_system ?? '', code: row.account_code };
  const steps = [t.from[row.source]({ amount: formatMoney(row.amount, row.currency, language) })];
  if (!account) steps.push(t.accountMissing);
  else steps.push(row.rule_name ? t.account({ ...account, name: row.rule_name[language] }) : t.accountUnknown(account));
  if (row.rule_reason) steps.push(row.rule_reason[language]);
  if (!row.factor) return steps;
  steps.push(t.factor({ name: row.factor.name, value: exact(row.factor.value, language), unit: row.factor.unit.replace('CO2e', ' CO₂e').replace('  ', ' ') }));
  if (row.factor.published !== null) {
    steps.push(t.published({ published: exact(row.factor.published, language), year: String(row.factors.dataYear), level: priceLevelName(row.factors.priceLevel, language) }));
  }
  steps.push(row.vat_status === 'gross' ? t.vat.gross({ rate: formatShare(row.vat_rate ?? '0', language) }) : t.vat[row.vat_status]);
  return steps;
}

function caveatsOf(row: Row, language: Language): string[] {
  const t = words(language);
  if (row.method !== 'spend-account') return [];
  const { priceLevel, rise, vatBasisStated, boundary } = row.factors;
  const earlier = row.spent_on !== null && row.spent_on.slice(0, 7) < priceLevel.replace('M', '-');
  return [
    t.caveat.screening,
    boundary[language],
    ...(earlier && rise !== null ? [t.caveat.prices({ year: (row.spent_on ?? '').slice(0, 4), level: priceLevelName(priceLevel, language), share: formatShare(rise, language) })] : []),
    ...(vatBasisStated ? [] : [t.caveat.vatReading]),
    ...(row.amount.startsWith('-') ? [t.caveat.credit] : []),
  ];
}

/** Who is to be credited, with the licence: stands beside every figure made with the factors. */
export function sourcesOf({ attributions, sourceUrl, licence, licenceUrl }: FactorSetRow, language: Language): { label: string; link?: string }[] {
  return [...attributions.map((label, index) => (index === 0 ? { label, link: sourceUrl } : { label })), { label: words(language).source.licence({ licence }), link: licenceUrl }];
}

import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@tallgrunn/platform';
import { formatDate, formatInstant, formatMoney, formatQuantity, type Language } from '@tallgrunn/values';
import { decidersSql, describeDeciders, withoutFullStop, type Deciders } from '../deciders.ts';
import { declaredBasis, declaredName } from './explain-part.ts';
import { formatExact, type Explanation } from './explanation.ts';
import { WAS_ACCEPTED } from './line-part-row.ts';
import { explanationTexts } from '../texts/explanation-texts.ts';
import { inForceAt } from '../at-run.ts';

interface Row extends Deciders {
  readonly decision_reason: string | null;
  readonly run: number;
  readonly finished_at: Date;
  readonly engine: string;
  readonly item_number: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly standing: 'counted' | 'not-valid-then' | 'unit-not-convertible' | 'quantity-missing' | 'implausible';
  readonly conversion: 'same-kind' | 'content' | 'pack' | 'net-weight' | 'mass-per-declared-unit' | null;
  readonly conversion_factor: string | null;
  readonly accepted: boolean;
  /** The footprint had been accepted when the run was calculated, for this item or for others. */
  readonly accepted_then: boolean;
  readonly data_quality_score: number | null;
  readonly multiplier: string | null;
  readonly kg: string | null;
  readonly product: string;
  readonly company: string | null;
  readonly declaration: string;
  readonly declaration_file: string;
  readonly per_unit: string;
  readonly declared_unit: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly is_validity_assumed: boolean;
  readonly epd_basis: string | null;
  readonly report: string | null;
  readonly file_name: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
}

/**
 * Explains why a report line has a supplier-specific result alongside, or why it has none although a footprint exists.
 * For a given run or the latest (null).
 */
@Injectable()
export class ExplainReportedLine {
  constructor(private readonly database: Database) {}

  async run(versionId: string, lineNo: number, language: Language, run: number | null): Promise<Explanation> {
    const row = await this.#row(versionId, lineNo, run);
    if (!row) throw notFound('supplier-footprint-line');
    const t = explanationTexts(language);
    return {
      formula: formulaOf(row, language),
      steps: stepsOf(row, language),
      caveats: [
        t.beside.notCounted,
        ...(row.standing === 'counted' ? [row.data_quality_score === 1 ? t.beside.verified : t.beside.unverified] : []),
        ...(row.accepted ? [] : [row.accepted_then ? t.beside.linkNotAccepted : t.beside.notAccepted]),
      ],
      sources: [{ label: [t.source.declaration, row.company, row.declaration_file].filter(Boolean).join(' · ') }],
      versions: [
        { label: t.version.run, value: String(row.run) },
        { label: t.version.finished, value: formatInstant(row.finished_at, language) },
        { label: t.version.engine, value: row.engine },
        { label: t.version.declaration, value: row.declaration },
        ...(row.report ? [{ label: t.version.reportVersion, value: row.report }] : []),
        {
          label: t.version.quality,
          value: row.data_quality_score === null ? t.version.none : String(row.data_quality_score),
        },
      ],
      wayDown: { label: t.wayDown.reported, file: row.file_name, sheet: row.sheet, row: row.row_no, versionId, lineNo },
      alternatives: [],
      figure: {
        kg: row.kg,
        amount: row.amount,
        currency: row.currency,
        multiplier: row.multiplier,
        method: row.standing,
        dataClass: row.data_quality_score,
      },
    };
  }

  #row(versionId: string, lineNo: number, run: number | null): Promise<Row | undefined> {
    return this.database.one<Row>(
      `select u.number as run, u.finished_at, u.engine, b.item_number, b.quantity::text as quantity, b.unit, b.amount::text as amount, b.currency, b.standing, b.accepted, coalesce(${WAS_ACCEPTED}, false) as accepted_then, b.conversion,
              trim_scale(b.conversion_factor)::text as conversion_factor, b.data_quality_score, b.multiplier::text as multiplier, b.kg::text as kg,
              coalesce(d.product_name, d.publisher_id) as product, d.company_name as company, d.number as declaration, d.file_name as declaration_file,
              d.per_unit::text as per_unit, d.declared_unit, d.valid_from, d.valid_to, d.is_validity_assumed, d.epd_basis,
              v.number as report, l.file_name, l.sheet, l.row_no, w.reason as decision_reason, ${decidersSql('n.name', 'b.footprint_id', 'null::text', 'null::uuid', 'w.decided_at')}
       from emissions.run u
       join emissions.supplier_footprint_result b on b.version_id = $1 and b.line_no = $2 and ${inForceAt('u.number', 'b')}
       join declarations.door_declaration d on d.footprint_id = b.footprint_id
       left join declarations.door_footprint_review w on w.footprint_id = b.footprint_id
       left join identity.door_person n on n.id = w.decided_by
       left join reporting.door_report_line l on l.version_id = b.version_id and l.line_no = b.line_no
       left join reporting.door_report_version v on v.id = b.version_id
       where u.number = coalesce($3::int, (select max(number) from emissions.run))`,
      [versionId, lineNo, run],
    );
  }
}

function formulaOf(
  { standing, quantity, unit, multiplier, kg, valid_from, valid_to, declared_unit, per_unit, amount, currency }: Row,
  language: Language,
): string {
  const t = explanationTexts(language).beside;
  if (standing === 'counted')
    return t.formula({
      quantity: `${formatQuantity(quantity ?? '0', language)} ${unit ?? ''}`.trim(),
      multiplier: formatExact(multiplier ?? '0', language),
      kg: formatExact(kg ?? '0', language),
    });
  if (standing === 'implausible')
    return t.standing.implausible({
      value: formatExact(per_unit, language),
      declared: declaredName(declared_unit, language),
      amount: formatMoney(amount ?? '0', currency, language),
    });
  if (standing === 'quantity-missing') return t.standing['quantity-missing'];
  if (standing === 'unit-not-convertible')
    return t.standing['unit-not-convertible']({
      unit: unit ?? explanationTexts(language).notStated,
      declared: declaredName(declared_unit, language),
    });
  return t.standing['not-valid-then']({ from: formatDate(valid_from, language), to: formatDate(valid_to, language) });
}

function stepsOf(row: Row, language: Language): string[] {
  const t = explanationTexts(language).beside;
  const declared = declaredName(row.declared_unit, language);
  const validity = { from: formatDate(row.valid_from, language), to: formatDate(row.valid_to, language) };
  const steps =
    row.quantity === null
      ? []
      : [t.quantity({ quantity: formatQuantity(row.quantity, language), unit: row.unit ?? '', item: row.item_number })];
  steps.push(
    t.footprint[declaredBasis(row.epd_basis)]({
      product: row.product,
      value: formatExact(row.per_unit, language),
      unit: declared,
      number: row.declaration,
    }),
  );
  steps.push(row.is_validity_assumed ? t.validAssumed(validity) : t.valid(validity));
  if (row.conversion && row.conversion_factor !== null) {
    steps.push(
      t.conversion[row.conversion]({
        unit: row.unit ?? '',
        count: formatExact(row.conversion_factor, language),
        declared,
      }),
    );
  }
  if (row.accepted_then)
    steps.push(
      explanationTexts(language).decided.declaration({
        about: row.declaration,
        reason: withoutFullStop(row.decision_reason ?? ''),
        who: describeDeciders('declaration', row, language),
      }),
    );
  return steps;
}

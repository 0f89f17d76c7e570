import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound, Problem } from '@tallgrunn/platform';
import { osloDate, round, sum } from '@tallgrunn/values';
import { varianceLines } from '../variances/variance-lines.ts';
import { firstPreviewDay, storedLimits, type ToleranceDraft } from './tolerance-draft.ts';
import { isWithinSql, STORED_TOLERANCES, toleranceJoinSql, tolerancePeriodsSql } from './tolerance-sql.ts';

/** A number of lines, and their differences in NOK excl. VAT, without sign, decimal text. */
export interface LineTotal {
  readonly lineCount: number;
  readonly amount: string;
}

/** Lines that limits move from one side of the tolerance to the other. */
export interface ToleranceMoves {
  readonly toWithin: LineTotal;
  readonly toFollowUp: LineTotal;
}

export interface ToleranceEffect {
  /** Linked booked lines with a difference in the period of the preview. */
  readonly lines: LineTotal;
  /** Those within tolerance today. */
  readonly within: LineTotal;
  /** What saving moves: lines from the first day on. */
  readonly onSaving: ToleranceMoves;
  /** What the limits would move if they had been in force in the whole period. */
  readonly wholePeriod: ToleranceMoves;
}

export interface SupplierToleranceEffect extends ToleranceEffect {
  readonly supplierId: string;
  readonly supplier: string | null;
}

export interface TolerancePreview {
  /** Hash of the draft and its effect. Saving states it, so that nothing is saved that was not shown. */
  readonly basis: string;
  /** First and last day of the period: the last twelve months. Later lines count too. */
  readonly from: string;
  readonly to: string;
  /** Last day of the new version, where a later one exists; null where it has no end. */
  readonly validTo: string | null;
  readonly total: ToleranceEffect;
  /** Suppliers with a line that differs, largest amounts first. */
  readonly suppliers: readonly SupplierToleranceEffect[];
}

/** SQL: a version from a draft. $4: agreement; $5: first day; $6: inherited; $7 to $10: limits. */
const draftFrom = (day: string) =>
  `select $4::uuid, ${day}, null::uuid, true, $6::boolean, $7::numeric, $8::numeric, $9::numeric, $10::numeric`;

const totalSql = (condition: string) =>
  `jsonb_build_object('lineCount', count(*) filter (where ${condition}), 'amount', coalesce(sum(m.size) filter (where ${condition}), 0)::numeric(18, 2)::text)`;

const movesSql = (after: string) =>
  `jsonb_build_object('toWithin', ${totalSql(`${after} and not m.is_within`)}, 'toFollowUp', ${totalSql(`not ${after} and m.is_within`)})`;

/** SQL after the CTEs of the lines. $1: first day of the preview. */
const EFFECT = `${tolerancePeriodsSql('before', STORED_TOLERANCES)},
  ${tolerancePeriodsSql('after', `${STORED_TOLERANCES} union all ${draftFrom('$5::date')}`)},
  ${tolerancePeriodsSql('throughout', `select s.* from (${STORED_TOLERANCES}) s where s.agreement_id is distinct from $4::uuid or s.valid_from < $1::date union all ${draftFrom('$1::date')}`)},
  moved as (
    select l.supplier_id, abs(l.linked - l.amount) as size, ${isWithinSql('before', 'l')} as is_within, ${isWithinSql('after', 'l')} as is_within_after, ${isWithinSql('throughout', 'l')} as is_within_throughout
    from variance_line l ${toleranceJoinSql('before', 'l')} ${toleranceJoinSql('after', 'l')} ${toleranceJoinSql('throughout', 'l')}
  )
  select m.supplier_id as "supplierId", s.name as supplier, ${totalSql('true')} as lines, ${totalSql('m.is_within')} as within, ${movesSql('m.is_within_after')} as "onSaving", ${movesSql('m.is_within_throughout')} as "wholePeriod"
  from moved m left join identity.door_organisation s on s.id = m.supplier_id
  group by m.supplier_id, s.name order by sum(m.size) desc, s.name, m.supplier_id`;

/** Calculates which lines new tolerance limits move, by supplier. Stores nothing. */
@Injectable()
export class PreviewTolerance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the effect of a draft.
   * @throws Problem 'not-found' (404) for an unknown agreement
   * @throws Problem 'tolerance-too-early' (422) for a first day before the period of the preview
   */
  async run(draft: ToleranceDraft): Promise<TolerancePreview> {
    const to = osloDate(this.clock.now());
    const from = firstPreviewDay(to);
    await this.#validate(draft, from);
    const stored = await this.#stored(draft);
    const suppliers = await this.#effects(draft, from);
    const total = addUp(suppliers);
    const { validTo, newest } = stored;
    const moves = suppliers
      .filter(({ onSaving, wholePeriod }) => movedLines(onSaving) + movedLines(wholePeriod) > 0)
      .map(({ supplierId, onSaving, wholePeriod }) => [supplierId, onSaving, wholePeriod]);
    const basis = createHash('sha256')
      .update(JSON.stringify([draft, newest, validTo, moves]))
      .digest('hex');
    return { basis, from, to, validTo, total, suppliers };
  }

  async #validate({ agreementId, validFrom, isInherited }: ToleranceDraft, from: string): Promise<void> {
    if (agreementId === null) {
      if (isInherited) throw new Problem(422, 'tolerance-without-agreement');
    } else if (!(await this.database.one('select 1 from agreements.door_agreement where id = $1', [agreementId])))
      throw notFound('agreement');
    if (validFrom < from) throw new Problem(422, 'tolerance-too-early', { from });
  }

  async #stored({
    agreementId,
    validFrom,
  }: ToleranceDraft): Promise<{ newest: string | null; validTo: string | null }> {
    const row = await this.database.one<{ newest: string | null; validTo: string | null }>(
      `select max(t.id::text) as newest, (min(t.valid_from) filter (where t.agreement_id is not distinct from $1::uuid and t.valid_from > $2::date) - 1)::text as "validTo" from matching.tolerance t`,
      [agreementId, validFrom],
    );
    return row ?? { newest: null, validTo: null };
  }

  async #effects(draft: ToleranceDraft, from: string): Promise<SupplierToleranceEffect[]> {
    const { ctes, params } = await varianceLines(this.database, {
      condition: 'b.day >= $1::date',
      params: [from],
    });
    const { pricePercent, priceAmount, quantityPercent, quantityAmount } = storedLimits(draft);
    return this.database.query<SupplierToleranceEffect>(`with ${ctes}, ${EFFECT}`, [
      ...params,
      draft.agreementId,
      draft.validFrom,
      draft.isInherited,
      pricePercent,
      priceAmount,
      quantityPercent,
      quantityAmount,
    ]);
  }
}

const movedLines = ({ toWithin, toFollowUp }: ToleranceMoves): number => toWithin.lineCount + toFollowUp.lineCount;

function addUp(effects: readonly ToleranceEffect[]): ToleranceEffect {
  const total = (of: (effect: ToleranceEffect) => LineTotal): LineTotal => ({
    lineCount: effects.reduce((count, effect) => count + of(effect).lineCount, 0),
    amount: round(sum(effects.map((effect) => of(effect).amount)), 2),
  });
  const moves = (of: (effect: ToleranceEffect) => ToleranceMoves): ToleranceMoves => ({
    toWithin: total((effect) => of(effect).toWithin),
    toFollowUp: total((effect) => of(effect).toFollowUp),
  });
  return {
    lines: total(({ lines }) => lines),
    within: total(({ within }) => within),
    onSaving: moves(({ onSaving }) => onSaving),
    wholePeriod: moves(({ wholePeriod }) => wholePeriod),
  };
}

import { Injectable } from '@nestjs/common';
import {
  defaultReport,
  type DeclarationRequirement,
  type LocalText,
  type OfferCommitment,
  type Terms,
} from '@tallgrunn/checks';
import { Database } from '@tallgrunn/platform';
import { countsInTotalsSql, isOfGoods, lineLots, ReadDeliveredShare } from '@tallgrunn/reporting-server';
import { divide, signOf } from '@tallgrunn/values';

export interface CommitmentRow {
  readonly attribute: LocalText;
  readonly field: string;
  readonly value: string | null;
  readonly lots: readonly string[];
  /** Committed share of the amount, 0 to 1; 1 = all lines. */
  readonly promised: string;
  /** Measured share of the amount; null if it cannot be measured. */
  readonly measured: string | null;
  /** The amount measured, and the part of it for which the field is empty. */
  readonly of: string;
  readonly unanswered: string;
  readonly lines: number;
  readonly cannot: 'no-lines' | 'field-not-in-reports' | null;
  /** The same by quarter of delivery, latest first. */
  readonly quarters: readonly QuarterRead[];
}

export interface QuarterRead {
  /** 2026-Q1. */
  readonly key: string;
  readonly measured: string | null;
  readonly of: string;
  readonly unanswered: string;
  readonly lines: number;
}

export interface DeclarationRequirementRow {
  readonly of: 'items' | 'spend';
  readonly by: string;
  readonly lots: readonly string[];
  readonly standards: readonly string[];
  readonly demanded: string;
  readonly measured: string | null;
  /** Items, or amount, with a valid footprint; and the total. */
  readonly with: string;
  readonly all: string;
}

const TERMS = `
  select distinct on (coalesce(document ->> 'report', '${defaultReport}')) document
  from agreements.door_terms_version where agreement_id = $1 and applies_from <= $2
  order by coalesce(document ->> 'report', '${defaultReport}'), applies_from desc, version desc`;

const DECLARED = `
  with ${lineLots.tables}
  select count(*)::text as items, count(*) filter (where declared)::text as "itemsWith", coalesce(sum(amount), 0)::text as spend, coalesce(sum(amount) filter (where declared), 0)::text as "spendWith"
  from (
    select sum(l.amount) as amount,
      exists (
        select 1 from declarations.door_footprint f
        where f.cooperative_id = l.cooperative_id and f.supplier_id = l.supplier_id and f.item_number = l.item_number and $4::date between f.valid_from and f.valid_to
      ) as declared
    from reporting.door_report_line l ${lineLots.join('l')}
    where l.agreement_id = $1 and ${countsInTotalsSql('l', '$2')} and ${isOfGoods('l')} and l.item_number is not null and ${lineLots.isOf('l', '$3::text[]')}
      and l.counts_on > $4::date - interval '1 year'
    group by l.cooperative_id, l.supplier_id, l.item_number
  ) item`;

const SHARE_SCALE = 6;
const shareOf = (part: string, whole: string): string | null =>
  signOf(whole) > 0 ? divide(part, whole, SHARE_SCALE) : null;

/** Compares tender commitments and required declarations with reports and footprints. */
@Injectable()
export class ReadCommitments {
  constructor(
    private readonly database: Database,
    private readonly delivered: ReadDeliveredShare,
  ) {}

  async run(
    agreementId: string,
    currency: string,
    today: string,
  ): Promise<{ promises: CommitmentRow[]; demands: DeclarationRequirementRow[] }> {
    const terms = await this.database.query<{ document: Terms }>(TERMS, [agreementId, today]);
    const promises: CommitmentRow[] = [];
    const demands: DeclarationRequirementRow[] = [];
    for (const { document } of terms) {
      for (const promise of document.promises ?? [])
        promises.push(await this.#readStored(agreementId, currency, promise));
      for (const demand of document.declarations ?? [])
        demands.push(await this.#declared(agreementId, currency, today, demand));
    }
    return { promises, demands };
  }

  async #readStored(
    agreementId: string,
    currency: string,
    { attribute, field, value, share, lots = [] }: OfferCommitment,
  ): Promise<CommitmentRow> {
    const { total, hasField, quarters } = await this.delivered.run({
      agreementId,
      currency,
      field,
      value: value ?? null,
      lots,
    });
    const cannot = total.lines === 0 ? 'no-lines' : hasField ? null : 'field-not-in-reports';
    return {
      attribute,
      field,
      value: value ?? null,
      lots,
      promised: String(share ?? 1),
      measured: cannot ? null : total.measured,
      of: total.of,
      unanswered: cannot ? total.of : total.unanswered,
      lines: total.lines,
      cannot,
      quarters: cannot ? [] : quarters,
    };
  }

  async #declared(
    agreementId: string,
    currency: string,
    today: string,
    { of, by, share, standards, lots = [] }: DeclarationRequirement,
  ): Promise<DeclarationRequirementRow> {
    const found = await this.database.one<Record<'items' | 'itemsWith' | 'spend' | 'spendWith', string>>(DECLARED, [
      agreementId,
      currency,
      lots,
      today,
    ]);
    const { items = '0', itemsWith = '0', spend = '0', spendWith = '0' } = found ?? {};
    const [part, all] = of === 'items' ? [itemsWith, items] : [spendWith, spend];
    return { of, by, lots, standards, demanded: String(share), measured: shareOf(part, all), with: part, all };
  }
}

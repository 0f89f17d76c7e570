import { Injectable } from '@nestjs/common';
import { defaultReport, type LocalText, type Terms } from '@tallgrunn/checks';
import { Database } from '@tallgrunn/platform';
import { ReadDeliveredShare, type DeliveredShare } from '@tallgrunn/reporting-server';
import { dayAfterPeriod, earlierDay, firstDayOf, type SheetPeriod } from './sheet-period.ts';

/** A commitment of the tender, and what the supplier delivered in the period and the same months a year before. */
export interface SheetCommitment {
  readonly agreement: { readonly number: string; readonly title: string };
  readonly attribute: LocalText;
  /** The value that every line should have; null = yes. */
  readonly value: string | null;
  /** Promised share of the amount, 0 to 1; 1 = all lines. */
  readonly promised: string;
  /** Null: the reports do not have the field. */
  readonly now: DeliveredShare | null;
  readonly before: DeliveredShare | null;
}

const TERMS = `
  select distinct on (a.id, coalesce(t.document ->> 'report', '${defaultReport}')) a.id, a.number, a.title, t.document
  from agreements.door_agreement_supplier s
  join agreements.door_agreement a on a.cooperative_id = s.cooperative_id and a.id = s.agreement_id
  join agreements.door_terms_version t on t.cooperative_id = a.cooperative_id and t.agreement_id = a.id and t.applies_from < $3::date
  where s.supplier_id = $1 and s.valid_from < $3::date and coalesce(s.valid_to, a.ends_on, 'infinity') >= $2::date
  order by a.id, coalesce(t.document ->> 'report', '${defaultReport}'), t.applies_from desc, t.version desc`;

interface TermsRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly document: Terms;
}

/** Reads the commitments of a supplier's agreements, by the terms in force at the end of the period. */
@Injectable()
export class ReadSheetCommitments {
  constructor(
    private readonly database: Database,
    private readonly delivered: ReadDeliveredShare,
  ) {}

  async run(
    supplierId: string,
    period: SheetPeriod,
    { yearBefore, today, currency }: { yearBefore: SheetPeriod; today: string; currency: string },
  ): Promise<SheetCommitment[]> {
    const rows = await this.database.query<TermsRow & Record<string, unknown>>(TERMS, [
      supplierId,
      firstDayOf(period),
      dayAfterPeriod({ from: period.from, to: earlierDay(period.to, today.slice(0, 'yyyy-mm'.length)) }),
    ]);
    const commitments: SheetCommitment[] = [];
    for (const { id, number, title, document } of rows.toSorted((a, b) => a.number.localeCompare(b.number)))
      for (const { attribute, field, value = null, share = 1, lots = [] } of document.promises ?? []) {
        const inMonths = async (months: SheetPeriod) => {
          const query = { agreementId: id, currency, field, value, lots, supplierId };
          const days = { from: firstDayOf(months), before: dayAfterPeriod(months) };
          const { total, hasField } = await this.delivered.run({ ...query, ...days });
          return total.lines > 0 && !hasField ? null : total;
        };
        const [now, before] = [await inMonths(period), await inMonths(yearBefore)];
        const isOfOtherLots = lots.length > 0 && now?.lines === 0 && before?.lines === 0;
        if (!isOfOtherLots)
          commitments.push({ agreement: { number, title }, attribute, value, promised: String(share), now, before });
      }
    return commitments;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@tallgrunn/platform';
import type { Terms } from '@tallgrunn/checks';
import { osloDate, uuidv7 } from '@tallgrunn/values';
import { dutyPeriods, type DutyPeriod } from './duty-periods.ts';

interface Holding {
  readonly agreement_id: string;
  readonly supplier_id: string;
  readonly from_on: string;
  readonly until_on: string | null;
  readonly lots: string[];
}

interface TermsRow {
  readonly id: string;
  readonly agreement_id: string;
  readonly holds_from: string;
  readonly document: Terms;
}

/**
 * Opens the duties that have come about by now: one per supplier and period of every agreement with terms.
 * Running it again changes nothing, but for periods that still run: they follow the newest terms that hold for them.
 */
@Injectable()
export class OpenDuties {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const today = osloDate(this.clock.now());
    const holdings = await this.database.query<Holding>(
      `select s.agreement_id, s.supplier_id, min(s.from_on) as from_on,
         case when bool_or(s.until_on is null) then null else max(s.until_on) end as until_on,
         coalesce(array_agg(l.key order by l.key) filter (where l.key is not null), '{}') as lots
       from agreements.agreement_supplier s
       left join agreements.lot l on l.cooperative_id = s.cooperative_id and l.id = s.lot_id
       group by s.cooperative_id, s.agreement_id, s.supplier_id`,
    );
    const terms = await this.database.query<TermsRow>('select id, agreement_id, holds_from, document from agreements.terms_version order by version desc');
    for (const holding of holdings) await this.#open(holding, terms.filter((row) => row.agreement_id === holding.agreement_id), today);
  }

  async #open(holding: Holding, versions: readonly TermsRow[], today: string): Promise<void> {
    for (const terms of versions) {
      const { frequency, due } = terms.document;
      const periods = dutyPeriods({ frequency, due, from: holding.from_on, until: holding.until_on, today });
      for (const period of periods.filter(({ start }) => versions.find((row) => row.holds_from <= start) === terms)) {
        await this.#owe(holding, terms.id, period, today);
      }
    }
  }

  async #owe({ agreement_id, supplier_id, lots }: Holding, termsId: string, { key, start, end, dueOn }: DutyPeriod, today: string): Promise<void> {
    await this.database.query(
      `insert into agreements.duty as d (id, agreement_id, supplier_id, terms_version_id, period_key, period_start, period_end, due_on, lots, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (cooperative_id, agreement_id, supplier_id, period_key) do update
       set terms_version_id = excluded.terms_version_id, due_on = excluded.due_on, period_end = excluded.period_end, lots = excluded.lots
       where d.period_end > $11::date and (d.terms_version_id, d.due_on, d.period_end, d.lots) is distinct from (excluded.terms_version_id, excluded.due_on, excluded.period_end, excluded.lots)`,
      [uuidv7(this.clock.now()), agreement_id, supplier_id, termsId, key, start, end, dueOn, lots, this.clock.now(), today],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { CheckContext } from '@tallgrunn/checks';

const HEADINGS_MAX = 200;

/**
 * What a supplier's columns were once said to be: by pointing them out, or by saying yes to a guess. Holds for its reports of the
 * same agreement from when that report is accepted; of two that disagree about a heading the newest does.
 */
@Injectable()
export class TaughtColumns {
  constructor(private readonly database: Database) {}

  async run(agreementId: string, supplierId: string): Promise<CheckContext['taughtColumns']> {
    const rows = await this.database.query<{ field: string; heading: string }>(
      `select field, heading from (
         select distinct on (lower(h.value)) h.key as field, h.value as heading, v.period_start, v.id
         from reporting.version v
         join reporting.verdict c on c.cooperative_id = v.cooperative_id and c.version_id = v.id
         cross join lateral jsonb_array_elements(c.columns) as s (sheet)
         cross join lateral jsonb_each_text(s.sheet -> 'headings') as h
         where v.agreement_id = $1 and v.supplier_id = $2 and v.state = 'accepted' and length(h.value) between 1 and 200
           and (v.answers ? 'mapping' or v.answers -> 'patches' @> '[{"set": "column"}]'
             or exists (select 1 from reporting.confirmation f where f.cooperative_id = v.cooperative_id and f.version_id = v.id and f.code = 'column-guessed'))
         order by lower(h.value), v.submitted_at desc, v.id
       ) newest order by heading, field limit ${HEADINGS_MAX}`,
      [agreementId, supplierId],
    );
    return rows.length === 0 ? undefined : { field: rows.map(({ field }) => field), heading: rows.map(({ heading }) => heading) };
  }
}

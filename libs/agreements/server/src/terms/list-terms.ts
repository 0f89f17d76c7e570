import { Injectable } from '@nestjs/common';
import { Clock, Database, notFound } from '@tallgrunn/platform';
import { osloDate } from '@tallgrunn/values';
import type { TermsOfReportDto } from './terms.dto.ts';

/** Lists the versions of an agreement's terms by report, newest first: future, in force, and past. */
@Injectable()
export class ListTerms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(agreementId: string): Promise<TermsOfReportDto[]> {
    const agreement = await this.database.one('select id from agreements.agreement where id = $1', [agreementId]);
    if (!agreement) throw notFound('agreement');
    const today = osloDate(this.clock.now());
    return this.database.query<TermsOfReportDto>(
      `select report, (array_agg(title order by version desc))[1] as title,
         json_agg(json_build_object('id', id, 'version', version, 'holdsFrom', applies_from, 'sha256', sha256, 'publishedAt', published_at,
           'state', case when applies_from > $2::date then 'coming' when version = in_force then 'in-force' else 'past' end) order by version desc) as versions
       from (
         select t.*, coalesce(t.document -> 'reportTitle', t.document -> 'title') as title,
           -- Of several versions that apply from the same day, the newest counts.
           first_value(version) over (partition by report order by (applies_from <= $2::date) desc, applies_from desc, version desc) as in_force
         from agreements.terms_version t where t.agreement_id = $1
       ) v
       group by report order by (report <> 'deliveries'), report`,
      [agreementId, today],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import type { IndexSeriesDto } from './adjustments.dto.ts';

/** Lists the latest version of each index, with its period range. */
@Injectable()
export class ListIndexSeries {
  constructor(private readonly database: Database) {}

  run(): Promise<IndexSeriesDto[]> {
    return this.database.query<IndexSeriesDto>(
      `select distinct on (s.code) s.code, s.version, s.title, s.source, s.licence, s.made_at as "madeAt", v.periods, v.first, v.last
       from agreements.index_series s
       join lateral (
         select count(*)::int as periods, min(x.period) as first, max(x.period) as last from agreements.index_value x
         where x.cooperative_id = s.cooperative_id and x.code = s.code and x.version = s.version) v on true
       order by s.code, s.version desc`,
    );
  }
}

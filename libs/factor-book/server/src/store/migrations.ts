import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import release from '../data/dfo-2022-ns4102-2026m08.json';
import kostra from '../data/kostra-rules.json';
import sets from '../data/reference-sets.json';
import releaseAccounts from '../data/release-account-rules.json';
import series from '../data/series.json';
import laterSeries from '../data/series-2026-2.json';
import standard from '../data/standard-factors.json';
import baseline from './0001-baseline.sql';
import factors from './0002-factors.sql';

const title = {
  nb: 'KOSTRA-arter og kontoer mot faktorboka, gjennomgått 2026',
  nn: 'KOSTRA-artar og kontoar mot faktorboka, gjennomgått 2026',
  en: 'KOSTRA arts and accounts against the factor book, reviewed 2026',
};

export const migrations: readonly RoomMigration[] = [
  ['0001-baseline', baseline],
  [
    '0002-factors',
    fillSeedSql(factors, {
      set: release.set,
      factors: release.factors,
      title,
      rules: [...kostra.rules, ...releaseAccounts.rules],
      reasons: { ...kostra.reasons, ...releaseAccounts.reasons },
      sets,
      series: [...series, ...laterSeries],
      standard,
    }),
  ],
];

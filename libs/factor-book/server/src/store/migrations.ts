import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import release from '../data/dfo-2022-ns4102-2026m08.json';
import kostra from '../data/kostra-rules.json';
import referenceSets from '../data/reference-sets.json';
import releaseAccounts from '../data/release-account-rules.json';
import series from '../data/series.json';
import series2 from '../data/series-2026-2.json';
import standard from '../data/standard-factors.json';
import tables from './0001-tables.sql';
import dfo2022 from './0002-dfo-2022.sql';
import accounts from './0003-accounts-2026-1.sql';
import references from './0004-reference-sets.sql';
import choices from './0005-choices.sql';
import deputies from './0006-deputies-and-withdrawals.sql';
import priceConcept from './0007-price-concept.sql';
import moreYears from './0008-series-2026-2.sql';
import momentOfDecision from './0009-moment-of-decision.sql';
import burningApart from './0010-burning-apart.sql';
import erasableTexts from './0011-erasable-texts.sql';
import standardNames from './0080-standard-names.sql';

const title = {
  nb: 'KOSTRA-arter og kontoer mot faktorboka, gjennomgått 2026',
  nn: 'KOSTRA-artar og kontoar mot faktorboka, gjennomgått 2026',
  en: 'KOSTRA arts and accounts against the factor book, reviewed 2026',
};

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-dfo-2022', fillSeedSql(dfo2022, { set: release.set, factors: release.factors })],
  [
    '0003-accounts-2026-1',
    fillSeedSql(accounts, {
      title,
      rules: [...kostra.rules, ...releaseAccounts.rules],
      reasons: { ...kostra.reasons, ...releaseAccounts.reasons },
    }),
  ],
  ['0004-reference-sets', fillSeedSql(references, { sets: referenceSets, series, standard })],
  ['0005-choices', choices],
  ['0006-deputies-and-withdrawals', deputies],
  ['0007-price-concept', priceConcept],
  ['0008-series-2026-2', fillSeedSql(moreYears, { series: series2 })],
  ['0009-moment-of-decision', momentOfDecision],
  ['0010-burning-apart', burningApart],
  ['0011-erasable-texts', erasableTexts],
  ['0080-standard-names', standardNames],
];

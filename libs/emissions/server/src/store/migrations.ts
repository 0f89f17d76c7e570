import { fillSeedSql, type RoomMigration } from '@tallgrunn/platform';
import units from '../data/units.json';
import baseline from './0001-baseline.sql';
import unitNames from './0002-units.sql';
import purchaseMonth from './0003-purchase-month.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-baseline', baseline],
  ['0002-units', fillSeedSql(unitNames, { units })],
  ['0003-purchase-month', purchaseMonth],
];

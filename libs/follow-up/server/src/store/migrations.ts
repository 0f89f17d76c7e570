import type { RoomMigration } from '@tallgrunn/platform';
import notifications from './0001-notifications.sql';
import calendar from './0002-calendar.sql';
import cases from './0010-cases.sql';
import penalties from './0020-penalties.sql';
import priceDeviations from './0021-price-deviations.sql';
import claims from './0022-claims.sql';
import readers from './0030-readers.sql';
import performanceStatements from './0031-performance-statements.sql';
import receivedPenalties from './0032-received-penalties.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-notifications', notifications],
  ['0002-calendar', calendar],
  ['0010-cases', cases],
  ['0020-penalties', penalties],
  ['0021-price-deviations', priceDeviations],
  ['0022-claims', claims],
  ['0030-readers', readers],
  ['0031-performance-statements', performanceStatements],
  ['0032-received-penalties', receivedPenalties],
  ['0080-standard-names', standardNames],
];

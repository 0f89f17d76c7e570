import type { RoomMigration } from '@tallgrunn/platform';
import cases from './0010-cases.sql';
import penalties from './0020-penalties.sql';
import priceDeviations from './0021-price-deviations.sql';
import claims from './0022-claims.sql';

export const migrations: readonly RoomMigration[] = [
  ['0010-cases', cases],
  ['0020-penalties', penalties],
  ['0021-price-deviations', priceDeviations],
  ['0022-claims', claims],
];

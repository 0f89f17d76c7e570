import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import lineKey from './0002-line-key.sql';
import partsOfLines from './0003-parts-of-lines.sql';
import merges from './0014-merged-organisations.sql';
import partsOfBookedLines from './0020-parts-of-booked-lines.sql';
import followedRuns from './0021-followed-runs.sql';
import population from './0022-population.sql';
import netBasis from './0030-net-basis.sql';
import accountClass from './0031-account-class.sql';
import combinedSums from './0040-combined-sums.sql';
import pageOrders from './0041-page-orders.sql';
import daysOfMonths from './0042-days-of-months.sql';
import rowIds from './0043-row-ids.sql';
import targetsAndMeasures from './0050-targets-and-measures.sql';
import sortColumns from './0051-sort-columns.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-line-key', lineKey],
  ['0003-parts-of-lines', partsOfLines],
  ['0014-merged-organisations', merges],
  ['0020-parts-of-booked-lines', partsOfBookedLines],
  ['0021-followed-runs', followedRuns],
  ['0022-population', population],
  ['0030-net-basis', netBasis],
  ['0031-account-class', accountClass],
  ['0040-combined-sums', combinedSums],
  ['0041-page-orders', pageOrders],
  ['0042-days-of-months', daysOfMonths],
  ['0043-row-ids', rowIds],
  ['0050-targets-and-measures', targetsAndMeasures],
  ['0051-sort-columns', sortColumns],
  ['0080-standard-names', standardNames],
];

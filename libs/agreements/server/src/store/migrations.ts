import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import register from './0002-register.sql';
import parties from './0003-parties.sql';
import partyNames from './0003b-party-names.sql';
import prices from './0004-prices.sql';
import terms from './0005-terms.sql';
import obligations from './0006-duties.sql';
import unitLessons from './0007-unit-lessons.sql';
import decidedByHand from './0008-decided-by-hand.sql';
import newestLine from './0009-newest-line.sql';
import columnLessons from './0010-column-lessons.sql';
import erasableTexts from './0011-erasable-texts.sql';
import merges from './0022-merged-organisations.sql';
import openingAmounts from './0025-opening-amounts.sql';
import lessonsForgotten from './0026-lessons-forgotten.sql';
import openTemplates from './0027-open-templates.sql';
import extensionsAndOwners from './0030-extensions-and-owners.sql';
import exercisedOptions from './0035-exercised-options.sql';
import clauseNotStated from './0062-clause-not-stated.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-register', register],
  ['0003-parties', parties],
  ['0003b-party-names', partyNames],
  ['0004-prices', prices],
  ['0005-terms', terms],
  ['0006-duties', obligations],
  ['0007-unit-lessons', unitLessons],
  ['0008-decided-by-hand', decidedByHand],
  ['0009-newest-line', newestLine],
  ['0010-column-lessons', columnLessons],
  ['0011-erasable-texts', erasableTexts],
  ['0022-merged-organisations', merges],
  ['0025-opening-amounts', openingAmounts],
  ['0026-lessons-forgotten', lessonsForgotten],
  ['0027-open-templates', openTemplates],
  ['0030-extensions-and-owners', extensionsAndOwners],
  ['0035-exercised-options', exercisedOptions],
  ['0062-clause-not-stated', clauseNotStated],
  ['0080-standard-names', standardNames],
];

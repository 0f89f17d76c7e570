import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import states from './0002-states.sql';
import statements from './0003-statements.sql';
import saidOnce from './0004-said-once.sql';
import evidence from './0005-evidence.sql';
import plainLinks from './0006-plain-links.sql';
import answeredAtOnce from './0007-answered-at-once.sql';
import erasableTexts from './0008-erasable-texts.sql';
import alonePerDay from './0009-alone-per-day.sql';
import merges from './0020-merged-organisations.sql';
import runChanges from './0022-run-changes.sql';
import outsideSums from './0029-outside-sums.sql';
import numberForms from './0034-number-forms.sql';
import periodSums from './0036-period-sums.sql';
import dayShifts from './0037-day-shifts.sql';
import ruleDecisions from './0041-rule-decisions.sql';
import bulkAnswers from './0042-bulk-answers.sql';
import sumsOfParts from './0043-sums-of-parts.sql';
import tolerances from './0050-tolerances.sql';
import dayReach from './0061-day-reach.sql';
import standardNames from './0080-standard-names.sql';
import linksOfBookedLines from './0090-links-of-booked-lines.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-states', states],
  ['0003-statements', statements],
  ['0004-said-once', saidOnce],
  ['0005-evidence', evidence],
  ['0006-plain-links', plainLinks],
  ['0007-answered-at-once', answeredAtOnce],
  ['0008-erasable-texts', erasableTexts],
  ['0009-alone-per-day', alonePerDay],
  ['0020-merged-organisations', merges],
  ['0022-run-changes', runChanges],
  ['0029-outside-sums', outsideSums],
  ['0034-number-forms', numberForms],
  ['0036-period-sums', periodSums],
  ['0037-day-shifts', dayShifts],
  ['0041-rule-decisions', ruleDecisions],
  ['0042-bulk-answers', bulkAnswers],
  ['0043-sums-of-parts', sumsOfParts],
  ['0050-tolerances', tolerances],
  ['0061-day-reach', dayReach],
  ['0080-standard-names', standardNames],
  ['0090-links-of-booked-lines', linksOfBookedLines],
];

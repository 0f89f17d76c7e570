import type { RoomMigration } from '@tallgrunn/platform';
import tables from './0001-tables.sql';
import drafts from './0002-drafts.sql';
import sharedFiles from './0003-shared-files.sql';
import sendings from './0004-sendings.sql';
import loadingVersion from './0005-loading-version.sql';
import cuttings from './0006-cuttings.sql';
import corrections from './0007-corrections.sql';
import nilVerdicts from './0008-nil-verdicts.sql';
import typedLines from './0009-typed-lines.sql';
import missingBranches from './0010-missing-branches.sql';
import begunFromInvoices from './0011-begun-from-invoices.sql';
import erasableTexts from './0012-erasable-texts.sql';
import correctionMovement from './0013-correction-movement.sql';
import columnsLeftHome from './0014-columns-left-home.sql';
import nilQuestions from './0015-nil-questions.sql';
import merges from './0026-merged-organisations.sql';
import lineSums from './0041-line-sums.sql';
import rememberedAnswers from './0042-remembered-answers.sql';
import decidedBy from './0050-decided-by.sql';
import checkIds from './0070-check-ids.sql';
import standardNames from './0080-standard-names.sql';

export const migrations: readonly RoomMigration[] = [
  ['0001-tables', tables],
  ['0002-drafts', drafts],
  ['0003-shared-files', sharedFiles],
  ['0004-sendings', sendings],
  ['0005-loading-version', loadingVersion],
  ['0006-cuttings', cuttings],
  ['0007-corrections', corrections],
  ['0008-nil-verdicts', nilVerdicts],
  ['0009-typed-lines', typedLines],
  ['0010-missing-branches', missingBranches],
  ['0011-begun-from-invoices', begunFromInvoices],
  ['0012-erasable-texts', erasableTexts],
  ['0013-correction-movement', correctionMovement],
  ['0014-columns-left-home', columnsLeftHome],
  ['0015-nil-questions', nilQuestions],
  ['0026-merged-organisations', merges],
  ['0041-line-sums', lineSums],
  ['0042-remembered-answers', rememberedAnswers],
  ['0050-decided-by', decidedBy],
  ['0070-check-ids', checkIds],
  ['0080-standard-names', standardNames],
];

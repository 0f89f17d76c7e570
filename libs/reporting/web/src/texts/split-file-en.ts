import { plural } from '@tallgrunn/values';
import type { SeveralTexts } from './split-file-nb.ts';
import { count, lines } from './terms/en.ts';

const belong = (n: number) => plural('en', n, { one: 'one line belongs', other: `${count(n)} lines belong` });
const reports = (n: number) => plural('en', n, { one: 'one report', other: `${count(n)} reports` });

export const en: SeveralTexts = {
  drop: 'Drop a file for several reports',
  dropHelp:
    'All months of the quarter, for example, or everything from your sales system. We find out which lines belong to which report. First remove lines for customers that are not ours.',
  title: 'One file for several reports',
  lead: 'Lines are divided by agreement, item, customer and date. Each part is checked and submitted separately.',
  found: (p) =>
    `${p.count === 0 ? 'None of the lines belongs to an open report' : `The file has lines for ${reports(p.count)}`}. We read ${lines(p.lines)}${p.none > 0 ? `; ${belong(p.none)} to none of the reports` : ''}.`,
  part: (p) => `${lines(p.lines)}, ${p.amount}`,
  check: 'Check and submit',
  checkOf: (p) => `Check and submit: ${p.name}`,
  sent: 'Submitted',
  goOn: (p) => `Continue with the rest of the file (${reports(p.count)})`,
  ownShare: (p) =>
    `${count(p.lines)} of the file’s ${lines(p.of)} ${p.lines === 1 ? 'belongs' : 'belong'} to this report.`,
  othersShare: (p) => `${belong(p.lines)} to ${p.count === 1 ? 'one more report' : `${count(p.count)} more reports`}.`,
  divided: 'The file has lines for several reports',
  unclaimed: (p) => `${lines(p.count)} that ${p.count === 1 ? 'belongs' : 'belong'} to none of the reports`,
  unclaimedHelp:
    'These lines are not included in any report. Correct them in the file and drop it again, or drop the file on the card of the report they should be in.',
  unclaimedMore: (p) => `These are the first ${count(p.told)} of ${count(p.count)}.`,
  unread: (p) => `The sheet «${p.sheet}» (${count(p.rows)} rows) cannot be read as lines in any of the reports.`,
  stays:
    'The file is only on your computer until you submit a part. Then the whole file is sent, and our server divides the lines again.',
  heads: { row: 'Row', item: 'Item', buyer: 'Customer', date: 'Date', amount: 'Amount', reason: 'Why' },
  reasons: {
    'agreement-unknown': (p) => `The agreement «${p.found}» has no open report`,
    'lot-unknown': (p) => `The lot «${p.found}» is not yours in any of the reports`,
    'branch-unknown': (p) =>
      p.found === '' ? 'The line does not state a branch' : `The branch «${p.found}» has no open report`,
    'item-unknown': (p) => `The item «${p.found}» is on none of the agreements, and several agreements are possible`,
    'date-missing': () => 'The line has no date',
    'date-outside': (p) => `${p.found} is not in a period with an open report`,
    several: () => 'Several reports may have the line. Add a column with agreement numbers',
  },
};

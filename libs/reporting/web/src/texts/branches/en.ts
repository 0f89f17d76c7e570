import { formatInstant, listing, plural } from '@tallgrunn/values';
import { count, capital, lines } from '../terms/en.ts';
import type { BranchTexts } from './nb.ts';

const branches = (n: number) => plural('en', n, { one: 'one branch', other: `${count(n)} branches` });

export const en = {
  title: ({ period, agreement }) => capital(`${period} · ${agreement}, all branches`),
  card: 'All branches together',
  cardHelp: ({ waiting, of }) =>
    `${capital(branches(waiting))} of ${count(of)} have not reported. Drop the files for all of them in one place.`,
  cardOpen: 'View and submit for the branches',
  sum: ({ done, ready, of, missing }) =>
    [
      `${count(done)} of ${branches(of)} have submitted`,
      ...(ready > 0
        ? [plural('en', ready, { one: 'one is ready to be sent', other: `${count(ready)} are ready to be sent` })]
        : []),
      ...(missing.length > 0 ? [`missing: ${listing('en', missing)}`] : []),
    ].join(' · ') + '.',
  dropHelp:
    'Drop the files of several branches at once. We recognise the branch by the organisation number or name in the file, or by the file name, and ask when we are not sure. Each file is checked separately on your computer; nothing is sent before you choose to.',
  kinds: 'the files, one for each branch,',
  sorting: 'Finding which branch the files belong to …',
  looseTitle: (p) =>
    plural('en', p.count, { one: 'One file without a branch', other: `${count(p.count)} files without a branch` }),
  why: {
    none: 'it does not state which branch it is for.',
    several: 'it has lines for several branches.',
    taken: 'the branch already has a file here.',
    same: 'it is identical to a file that is already here.',
    delivered: 'the branch has submitted. Correct its report on the page of the branch.',
  },
  whose: 'Which branch?',
  choose: 'Choose a branch',
  replaces: ' (replaces the file that is there)',
  divide: 'Divide the lines among the branches',
  removeOf: ({ name }) => `Remove the file ${name}`,
  orgNumber: ({ number }) => `Org. no. ${number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}`,
  missing: 'Missing',
  results: {
    waiting: 'Waiting',
    checking: 'Being checked',
    ready: 'Ready',
    asks: 'Needs answers',
    stopped: 'Must be corrected',
    failed: 'Not read',
    sending: 'Being sent',
    differs: 'Must be reviewed',
  },
  hows: {
    number: 'recognised by the organisation number in the file',
    column: 'recognised by the branch column',
    'file-name': 'recognised by the file name',
    asked: 'chosen by you',
  },
  lines: (p) => `${lines(p.lines)}, ${p.amount}`,
  found: ({ questions, stops }) =>
    capital(
      [
        ...(stops > 0 ? [plural('en', stops, { one: 'one stop', other: `${count(stops)} stops` })] : []),
        ...(questions > 0
          ? [plural('en', questions, { one: 'one question', other: `${count(questions)} questions` })]
          : []),
      ].join(' and ') + '.',
    ),
  differs:
    'The server check gave a different result. Review it, and resubmit. None of the branches has been submitted.',
  said: ({ who, at, reason }) =>
    `${who === '' ? 'The chain' : who} reported on ${formatInstant(new Date(at), 'en')} that the report will come later: ${reason}`,
  open: 'Open and answer',
  notIts: 'Does not belong here',
  toReport: 'To the report',
  correct: 'Correct',
  whole: 'All branches are included.',
  without: ({ names }) => `Submit without ${listing('en', names)}. They must still report later.`,
  reason: 'Why are they missing?',
  reasonHelp: 'The contract manager sees the answer.',
  reasonMissing: 'Write why the branches are missing.',
  sayMissing: ({ names }) => `Submit for ${listing('en', names)} too, or tick that they will report later.`,
  act: (p) => `Submit ${branches(p.count)}`,
  sending: 'Sending and checking the branches',
  wereSent: (p) => `${capital(branches(p.count))} submitted. Each has its own receipt.`,
} satisfies BranchTexts;

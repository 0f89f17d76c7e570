import { formatInstant, listing, plural } from '@tallgrunn/values';
import { count, capital, lines } from '../terms/en.ts';
import type { BranchTexts } from './nb.ts';

const branches = (n: number) => plural('en', n, { one: 'one branch', other: `${count(n)} branches` });

export const en = {
  title: ({ period, agreement }) => capital(`${period} · ${agreement}, all branches`),
  card: 'All branches together',
  cardHelp: ({ waiting, of }) =>
    `${capital(branches(waiting))} of ${count(of)} owe a report. Drop the files for all of them in one place.`,
  cardOpen: 'See and deliver for the branches',
  sum: ({ done, ready, of, missing }) =>
    [
      `${count(done)} of ${branches(of)} have delivered`,
      ...(ready > 0
        ? [plural('en', ready, { one: 'one is ready to be sent', other: `${count(ready)} are ready to be sent` })]
        : []),
      ...(missing.length > 0 ? [`missing: ${listing('en', missing)}`] : []),
    ].join(' · ') + '.',
  dropHelp:
    'Drop the files of several branches at once. We know the branch by the organisation number or name in the file, else by the name of the file, and ask when we do not know. Each file is checked by itself on your machine; nothing is sent before you choose to.',
  kinds: 'the files, one for each branch,',
  sorting: 'Looking for which branch the files belong to …',
  looseTitle: (p) =>
    plural('en', p.count, { one: 'One file without a branch', other: `${count(p.count)} files without a branch` }),
  why: {
    none: 'it does not say which branch it is about.',
    several: 'it has lines for several branches.',
    taken: 'the branch has a file here already.',
    same: 'it is the very same as a file that is here already.',
    delivered: 'the branch has delivered. Correct what it has delivered on the page of the branch.',
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
    differs: 'Must be seen to',
  },
  hows: {
    number: 'known by the organisation number in the file',
    column: 'known by the branch column',
    'file-name': 'known by the name of the file',
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
    'Our own check came to something else. Open it and look, and submit again. None of the branches has been sent.',
  said: ({ who, at, reason }) =>
    `${who === '' ? 'The chain' : who} said on ${formatInstant(new Date(at), 'en')} that the report comes later: ${reason}`,
  open: 'Open and answer',
  notIts: 'Does not belong here',
  toReport: 'To the report',
  correct: 'Correct',
  whole: 'All branches are here.',
  without: ({ names }) => `Submit without ${listing('en', names)}. They come later, and still owe a report.`,
  reason: 'Why are they missing?',
  reasonHelp: 'The contract manager sees the answer.',
  reasonMissing: 'Write why the branches are missing.',
  sayMissing: ({ names }) => `Deliver for ${listing('en', names)} too, or tick that they come later.`,
  act: (p) => `Submit ${branches(p.count)}`,
  sending: 'Sending and checking the branches',
  wereSent: (p) => `${capital(branches(p.count))} submitted. Each has its own receipt.`,
} satisfies BranchTexts;

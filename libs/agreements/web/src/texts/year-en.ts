import { formatCount, formatDate, listing, plural } from '@tallgrunn/values';
import type { claimsNb, forecastNb, membershipNb, optionNb, sampleNb, startNb } from './year-nb.ts';

const count = (n: number) => formatCount(n, 'en');
const day = (date: string) => formatDate(date, 'en');
const agreements = (n: number) => plural('en', n, { one: 'one agreement', other: `${count(n)} agreements` });
const suppliers = (n: number) => plural('en', n, { one: 'one supplier', other: `${count(n)} suppliers` });

export const optionEn = {
  acts: { taken: 'Exercise …', left: 'Do not exercise' },
  remove: (p) => `Remove option ${p.number}`,
  decide: (p) => `Option ${p.number}: ${p.decision}`,
  reopen: 'Undo',
  reopenOf: (p) => `Undo the decision on option ${p.number}`,
  exerciseTitle: (p) => `Exercise option ${p.number}`,
  revokeTitle: (p) => `Undo the exercise of option ${p.number}`,
  noticePassed: (p) =>
    `The last day for notice was ${day(p.day)}. Find out whether the supplier accepts the extension before you exercise the option.`,
  lastDay: (p) =>
    p.before === p.after
      ? 'No dates move: the agreement has no last day, or it already runs longer.'
      : `The last day of the agreement moves from ${p.before ? day(p.before) : 'none'} to ${p.after ? day(p.after) : 'none'}.`,
  suppliersMove: (p) => `Moving with it: ${suppliers(p.count)}`,
  participantsMove: (p) =>
    `Moving with it: ${plural('en', p.count, { one: 'one participant', other: `${count(p.count)} participants` })}`,
  unchanged: (p) => `With another last day, which stays: ${count(p.count)}`,
  pricesEnd: (p) => `Prices end with the agreement and must be renewed: ${suppliers(p.count)}`,
  party: (p) =>
    [p.name, p.lot ? `lot ${p.lot}` : '', p.lastDay ? `last day now ${day(p.lastDay)}` : '']
      .filter((part) => part !== '')
      .join(', '),
  reversible: 'It can be undone. The changes are recorded in the audit log.',
  exercise: 'Exercise the option and move the dates',
  revoke: 'Move the dates back',
  letterTitle: 'Draft of the notice',
  letterHelp: 'Copy the text and send it as the agreement requires. Check it against the option clause first.',
  letter: (p) => `To ${listing('en', p.suppliers)}

Notice of exercise of option ${p.option}, ${p.agreement}

We refer to the agreement and give notice that option ${p.option} is exercised. The agreement is extended until and including ${p.until ? day(p.until) : '…'}. The terms apply unchanged in the option period.

Please confirm in writing that you have received this notice.

Kind regards
[name, organisation]`,
} satisfies typeof optionNb;

export const membershipEn = {
  title: 'Joining and leaving the cooperative',
  help: 'Let the buyer join the agreements, or leave all of them, from one day. Earlier reports are not changed.',
  begin: { join: 'Join agreements …', leave: 'Leave the cooperative …' },
  titles: { join: (p) => `${p.name} joins`, leave: (p) => `${p.name} leaves` },
  days: { join: 'First day', leave: 'Last day' },
  nothing: {
    join: 'The buyer takes part in all agreements that are in force on this day.',
    leave: 'The buyer takes part in no agreement after this day.',
  },
  agreements: {
    join: (p) => `The buyer can join ${agreements(p.count)}. Remove those that do not apply.`,
    leave: (p) => `The buyer leaves ${agreements(p.count)}`,
  },
  later: (p) =>
    `Participation that begins later is ended on the agreement: ${listing(
      'en',
      p.agreements.map((each) => `${each.number} ${each.title}`),
    )}.`,
  users: (p) =>
    p.names.length === 0
      ? 'The buyer has no users.'
      : `${listing('en', p.names)}: access lasts until an administrator ends it under “Users”.`,
  acts: { join: (p) => `Join ${agreements(p.count)}`, leave: (p) => `Leave ${agreements(p.count)}` },
  left: (p) => `${p.name} leaves ${agreements(p.count)} after ${day(p.day)}.`,
  joined: (p) => `${p.name} takes part in ${agreements(p.count)} from ${day(p.day)}.`,
  leaving: (p) => `Last day in the cooperative: ${day(p.day)}`,
  undo: 'Undo, and let the buyer take part until the agreements end',
  undone: (p) => `${p.name} takes part in ${agreements(p.count)} again.`,
  cancel: 'Cancel',
} satisfies typeof membershipNb;

export const forecastEn = {
  act: 'Show how many reports this gives',
  says: (p) =>
    p.count === 0
      ? 'This gives no new reports today.'
      : `This gives ${plural('en', p.count, { one: 'one report', other: `${count(p.count)} reports` })} from ${suppliers(p.suppliers)}${
          p.overdueCount > 0 ? `, ${count(p.overdueCount)} of them with a due date that has passed` : ''
        }.${p.firstDueOn ? ` The first due date is ${day(p.firstDueOn)}.` : ''}`,
  late: 'The reports cannot be submitted in time. Choose a later day if suppliers should not report that far back. Press publish once more to continue.',
} satisfies typeof forecastNb;

export const claimsEn = {
  title: 'The clause package also suggests this',
  help: 'None of it is included until you confirm that it is in the agreement.',
  agreed: 'Agreed',
  notAgreed: 'Not agreed',
} satisfies typeof claimsNb;

export const startEn = {
  ended: (p) => `Ended without terms: ${agreements(p.count)}. They are not included here.`,
  all: 'Include all',
  nothing: 'Remove all',
  include: (p) => `Include ${p.agreement}`,
  says: (p) => `What is required: ${p.clause} (${agreements(p.count)})`,
  notAgreed:
    'The package also suggests this. It is not included, because it has not been confirmed as agreed. Add it to the agreement’s terms when it is in the contract:',
} satisfies typeof startNb;

export const sampleEn = {
  title: 'Check a sample file',
  help: 'Drop a file like the ones the supplier creates. It is read on your machine and not sent. Prices and customers are not checked here.',
  kinds: 'the Excel or CSV file',
  count: 'Count',
  example: 'Example',
  mistakes: 'Correct the mistakes in the terms first.',
  reading: (p) => `Reading ${p.name}`,
  done: (p) => `${p.name} is read: ${count(p.accepted)} of ${count(p.rows)} rows would be accepted.`,
  unread: (p) => `${p.name} could not be read. Try another file.`,
} satisfies typeof sampleNb;

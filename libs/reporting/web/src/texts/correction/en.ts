import { plural } from '@tallgrunn/values';
import { count, day, instant } from '../terms/en.ts';
import type { CorrectionTexts } from './nb.ts';

/** Texts of corrections and of on-behalf uploads. */
export const correctionEn = {
  title: (p: { number: string }) => `This corrects ${p.number}`,
  way: 'What is in the file?',
  ways: {
    replaces: 'The whole report. It replaces what has been submitted.',
    amends: 'Only lines that are new or changed. The rest of what has been submitted is kept.',
  },
  compare: 'Compare with what has been submitted',
  compareHelp:
    'The file is sent to us for checking and compared line by line. Nothing is submitted until you have seen the changes and confirmed.',
  changes: (p: { added: number; removed: number; changed: number }) => {
    const parts = [
      ...(p.added > 0 ? [plural('en', p.added, { one: 'one new line', other: `${count(p.added)} new lines` })] : []),
      ...(p.removed > 0 ? [`${count(p.removed)} removed`] : []),
      ...(p.changed > 0 ? [`${count(p.changed)} changed`] : []),
    ];
    return parts.length === 0 ? 'No lines are changed' : parts.join(' · ');
  },
  effect: (p: { money: string }) => `Effect on the amount: ${p.money}`,
  kinds: { added: 'New', removed: 'Removed', changed: 'Changed' },
  all: 'All changes',
  filter: 'Show',
  caption: 'Lines that are changed, those with the largest effect first',
  heads: {
    kind: 'Change',
    item: 'Item',
    buyer: 'Customer',
    date: 'Date',
    quantity: 'Quantity',
    price: 'Price',
    amount: 'Amount',
    effect: 'Effect',
  },
  from: (p: { before: string; after: string }) =>
    p.before === p.after ? p.after : `${p.before === '' ? '–' : p.before} → ${p.after === '' ? '–' : p.after}`,
  more: 'Show more changes',
  file: 'Download all changes (Excel)',
  reason: 'Why is the report corrected?',
  choose: 'Choose a reason',
  reasons: {
    'wrong-price': 'Wrong price',
    'wrong-quantity': 'Wrong quantity',
    'wrong-buyer': 'Wrong customer',
    'lines-missing': 'Lines were missing',
    'lines-too-many': 'Lines were included by mistake',
    'late-credit': 'A credit or line that arrived later',
    returned: 'The report was returned',
    other: 'Something else',
  },
  words: 'Explain briefly',
  wordsHelp: 'The contract manager sees what you write.',
  reasonMissing: 'Choose why the report is corrected',
  wordsMissing: 'Explain briefly why the report is corrected',
  asks: {
    'large-effect':
      'The effect is so large that the contract manager must review the correction before it takes effect.',
    'period-closed': 'The period is closed, so the contract manager must review the correction before it takes effect.',
  },
  atOnce: 'The correction takes effect when you submit it, if the check has no questions.',
  act: 'Submit the correction',
  closed: (p: { date: string }) => `The period was closed on ${day(p.date)}.`,
  late: {
    'open-period':
      'Credits and lines that arrive late go into the report for the period that is open, with a reference to the original invoice.',
    'own-period': 'By the agreement, lines that arrive late belong in their own period: correct the report here.',
  },
  corrects: 'Corrects',
  why: 'Reason',
  how: 'How',
  howWords: { replaces: 'The whole report', amends: 'New and changed lines; the rest is kept' },
  askedWhy: { 'large-effect': 'Large effect', 'period-closed': 'The period is closed' },
  askedTitle: 'Review reason',
  shown: 'Show the changes',
  hidden: 'Hide the changes',
  behalf: {
    act: 'Submit on behalf of the supplier …',
    title: 'Submit on behalf of the supplier',
    lead: 'Use this when the supplier has sent you the file some other way. The supplier is notified by e-mail, sees who submitted it, when and why, and can confirm it or submit a new version. You cannot change anything in the file.',
    from: 'Who did the file come from?',
    fromHelp: 'A name and how it came, such as “Kari Nordmann, e-mail”.',
    on: 'Which day did it arrive?',
    why: 'Why are you submitting it?',
    missing: {
      from: 'Enter who the file came from',
      on: 'Enter the day the file arrived',
      why: 'Enter why you are submitting it',
    },
    cancel: 'Cancel',
    done: (p: { by: string; at: string }) => `Submitted on behalf of the supplier by ${p.by}, ${instant(p.at)}`,
    manager: 'the contract manager',
    received: (p: { from: string; on: string }) => `The file came from ${p.from} on ${day(p.on)}.`,
    reason: (p: { reason: string }) => `Reason: ${p.reason}`,
    question: 'Is what was submitted for you correct?',
    agree: 'Yes, it is correct',
    disagree: 'No, it is not correct …',
    whatIsWrong: 'What is not correct?',
    whatIsWrongHelp:
      'The contract manager sees the answer. You can also submit a new version, which replaces this one.',
    wordsMissing: 'Enter what is not correct',
    send: 'Send the answer',
    agreed: (p: { at: string }) => `The supplier has confirmed that it is correct, ${instant(p.at)}.`,
    disagreed: (p: { at: string }) => `The supplier has responded that it is not correct, ${instant(p.at)}:`,
    noAnswer: 'The supplier has not responded.',
  },
} satisfies CorrectionTexts;

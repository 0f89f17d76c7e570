import type { CheckerTexts } from './nb.ts';

export const en: CheckerTexts = {
  list: 'Check a file',
  listLead:
    'Choose the template your file should follow. You do not need to sign in, and the file stays on your machine.',
  listCaption: 'Templates that anyone can check a file against',
  heads: { title: 'Template', cooperative: 'From', holdsFrom: 'In force from' },
  noneTitle: 'No templates are published',
  none: 'When a purchasing cooperative publishes a template, it is listed here.',
  goneTitle: 'This template cannot be used',
  toList: 'View the published templates',
  lead: (p) => `A template from ${p.cooperative}. Check a file against it here, before you send it anywhere.`,
  staysTitle: 'The file does not leave your machine',
  stays:
    'The check runs in your browser. Nothing of the file is sent or stored, neither with us nor with the purchasing cooperative.',
  workbook: 'Download the template as an Excel file',
  columns: 'The columns of the template, explained',
  columnsOf: (p) => `The columns of ${p.table}`,
  columnHeads: { column: 'Column', fill: 'How to fill it in' },
  withheld: (p) =>
    `The template lists what may be written in ${p.fields.join(', ')}. These lists are not public, and are checked when you submit.`,
  another: 'Choose another file',
  remove: 'Remove the file',
  checkHelp:
    'Correct the file and drop it again, or use the corrections here to see what is left. The file on your machine is not changed.',
  totals: 'Totals',
  totalsWait: 'We add up what can be accepted',
  totalsSummary: (p) => `${p.accepted} can be accepted · ${p.amount}`,
  facts: {
    lines: 'Lines read',
    accepted: 'Lines that can be accepted',
    keptOut: 'Lines to correct',
    amount: 'Total that can be accepted',
    credit: 'Of which credited',
    fees: 'Of which fees and freight',
    quarantined: 'Total of lines to correct',
  },
  notJudgedTitle: 'What cannot be checked here',
  notJudged:
    'Without a sign-in we do not know who you are. So prices are not checked against the agreement, nor whether the items are agreed, whether the customer may use the agreement, or whether the lines were reported before.',
  whatToDo: (p) =>
    `All of this is checked when you sign in and drop the file on your report. If you have no access, ask ${p.cooperative} for an invitation.`,
  signIn: 'Sign in',
  version: (p) => `Version ${p.version}, in force from ${p.from}. Checksum ${p.hash}.`,
};

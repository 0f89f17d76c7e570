import { formatInstant, listing } from '@tallgrunn/values';
import { count, lines } from '../terms/en.ts';
import type { TypedTexts } from './nb.ts';

const at = (row: number | null) => (row === null ? '' : ` in row ${count(row)}`);
const value = (text: string) => (text === '' ? 'nothing' : `“${text}”`);

export const en = {
  open: 'Type the lines here',
  goOn: ({ rows }) => `Continue what you have typed (${lines(rows)})`,
  limit: ({ max }) =>
    `You can type up to ${count(max)} lines here. They are saved as you type, and your colleagues can continue where you left off. Lines not changed for 90 days are removed.`,
  toFile: 'Send a file instead',
  count: ({ rows, max }) => `${count(rows)} of ${lines(max)}`,
  nothingYet: 'Nothing has been typed yet',
  saving: 'Saving …',
  saved: ({ at: time, by }) =>
    `Saved ${formatInstant(new Date(time), 'en')}${by === '' ? '' : ` by ${by}`}. Not submitted.`,
  notSaved: ({ why }) => `Not saved. ${why} What you have typed is still here, and we are trying again.`,
  notOpened: 'The lines that have been typed could not be fetched. They are stored with us.',
  onlyWithAccount: 'To type the lines here you need an account with the supplier, because they are saved as you type.',
  severalTables: 'This agreement asks for lines in several tables. They are submitted as a file.',
  sentAs: ({ number }) =>
    `${number} was submitted with the lines here. If you change something and resubmit, it becomes a correction.`,
  standsOtherwise: ({ number }) =>
    `${number} is already submitted for the period. What you type here becomes a correction of it.`,
  helpTitle: 'How to type with the keyboard',
  help: 'The arrow keys move. Start typing, or press Enter. Tab saves and moves to the next cell, Enter saves and moves down, Escape cancels. Ctrl+D copies from the line above, Ctrl+Delete removes the line, Ctrl+Z undoes. You can paste from a spreadsheet.',
  caption: 'Lines of the report',
  required: 'must be filled in',
  newLine: 'New',
  fromAbove: 'Copy from the line above',
  removeLine: 'Remove the line',
  offers: 'Suggestions',
  leftOut: ({ rows, max }) =>
    `There was no room for ${lines(rows)}: the limit is ${count(max)}. Send the rest together with these as a file.`,
  download: 'Download the lines as a CSV file',
  othersWrote: ({ names }) => `${listing('en', names)} just typed here.`,
  clashes: {
    title: 'Two of you typed in the same cell',
    somebody: 'A colleague',
    cell: ({ who, row, column, mine, theirs }) =>
      `${who} typed ${value(theirs)} in ${column}${at(row)} before you. You typed ${value(mine)}.`,
    line: ({ who, row }) => `${who} changed the line${at(row)} while you removed it. The line was kept.`,
    keep: (p) => `Keep ${value(p.value)}`,
    use: (p) => `Use ${value(p.value)}`,
    keepLine: 'Keep the line',
    removeLine: 'Remove it',
  },
} satisfies TypedTexts;

import { formatInstant, listing } from '@tallgrunn/values';
import { count, lines } from '../terms/en.ts';
import type { TypedTexts } from './nb.ts';

const at = (row: number | null) => (row === null ? '' : ` in row ${count(row)}`);
const value = (text: string) => (text === '' ? 'nothing' : `“${text}”`);

export const en = {
  open: 'Type the lines here',
  goOn: ({ rows }) => `Go on with what you have typed (${lines(rows)})`,
  limit: ({ max }) =>
    `You can type up to ${count(max)} lines here. They are saved as you type, and your colleagues can go on where you left off. Lines that nobody touches for 90 days are removed.`,
  toFile: 'Send a file instead',
  count: ({ rows, max }) => `${count(rows)} of ${lines(max)}`,
  nothingYet: 'Nothing has been typed yet',
  saving: 'Saving …',
  saved: ({ at: time, by }) =>
    `Saved ${formatInstant(new Date(time), 'en')}${by === '' ? '' : ` by ${by}`}. Not submitted.`,
  notSaved: ({ why }) => `Not saved. ${why} What you have typed stands here, and we try again.`,
  notOpened: 'The lines that have been typed could not be fetched. They are safe with us.',
  onlyWithAccount: 'To type the lines here you need an account with the supplier, because they are saved as you type.',
  severalTables: 'This agreement asks for lines in several tables. They are delivered as a file.',
  sentAs: ({ number }) =>
    `${number} was submitted with the lines here. If you change something and submit again, it becomes a correction.`,
  standsOtherwise: ({ number }) =>
    `${number} has been delivered for the period already. What you type here becomes a correction of it.`,
  helpTitle: 'How to type by the keyboard',
  help: 'The arrow keys move. Start typing, or press Enter. Tab keeps and goes on in the next cell, Enter keeps and goes down, Escape takes back what you are typing. Ctrl+D copies from the line above, Ctrl+Delete removes the line, Ctrl+Z undoes. You can paste from a spreadsheet.',
  caption: 'Lines of the report',
  required: 'must be filled in',
  newLine: 'New',
  fromAbove: 'Copy from the line above',
  removeLine: 'Remove the line',
  offers: 'Suggestions',
  leftOut: ({ rows, max }) =>
    `There was no room for ${lines(rows)}: this form holds ${count(max)}. Send the rest together with these as a file.`,
  download: 'Download the lines as a CSV file',
  othersWrote: ({ names }) => `${listing('en', names)} just typed here.`,
  clashes: {
    title: 'Two of you typed in the same cell',
    somebody: 'A colleague',
    cell: ({ who, row, column, mine, theirs }) =>
      `${who} typed ${value(theirs)} in ${column}${at(row)} before you. You typed ${value(mine)}.`,
    line: ({ who, row }) => `${who} changed the line${at(row)} while you removed it. It still stands.`,
    keep: (p) => `Keep ${value(p.value)}`,
    use: (p) => `Use ${value(p.value)}`,
    keepLine: 'Keep the line',
    removeLine: 'Remove it',
  },
} satisfies TypedTexts;

import { catalogue, formatCount, plural, type Language } from '@tallgrunn/values';

const lines = {
  nb: { one: 'én linje', other: 'linjer' },
  nn: { one: 'éi linje', other: 'linjer' },
  en: { one: 'one line', other: 'lines' },
};
const linesOf = (language: Language, count: number) =>
  plural(language, count, {
    one: lines[language].one,
    other: `${formatCount(count, language)} ${lines[language].other}`,
  });

interface Summary {
  rows: number;
  accepted: number;
  amount: string;
}

/** Texts of the checker's output for people. */
export const checkerTexts = catalogue({
  nb: {
    summary: (p: Summary) => `${linesOf('nb', p.rows)} lest, ${formatCount(p.accepted, 'nb')} kan tas med: ${p.amount}`,
    quarantined: (p: { amount: string }) => `Må rettes først: ${p.amount}`,
    fine: 'Ingenting å rette eller spørre om.',
    blocksFile: 'Stopper filen',
    blocksRow: 'Stopper rader',
    confirm: 'Må forklares eller rettes',
    info: 'Merknad',
    wholeFile: 'hele filen',
    row: (p: { row: number }) => `rad ${p.row}`,
    more: (p: { count: number }) => `og ${formatCount(p.count, 'nb')} til`,
    morePlaces: (p: { count: number }) => `og ${formatCount(p.count, 'nb')} steder til`,
  },
  nn: {
    summary: (p: Summary) =>
      `${linesOf('nn', p.rows)} lesne, ${formatCount(p.accepted, 'nn')} kan takast med: ${p.amount}`,
    quarantined: (p: { amount: string }) => `Må rettast først: ${p.amount}`,
    fine: 'Ingenting å rette eller spørje om.',
    blocksFile: 'Stoppar fila',
    blocksRow: 'Stoppar rader',
    confirm: 'Må forklarast eller rettast',
    info: 'Merknad',
    wholeFile: 'heile fila',
    row: (p: { row: number }) => `rad ${p.row}`,
    more: (p: { count: number }) => `og ${formatCount(p.count, 'nn')} til`,
    morePlaces: (p: { count: number }) => `og ${formatCount(p.count, 'nn')} stader til`,
  },
  en: {
    summary: (p: Summary) =>
      `${linesOf('en', p.rows)} read, ${formatCount(p.accepted, 'en')} can be accepted: ${p.amount}`,
    quarantined: (p: { amount: string }) => `To correct first: ${p.amount}`,
    fine: 'Nothing to correct or ask about.',
    blocksFile: 'Stops the file',
    blocksRow: 'Stops rows',
    confirm: 'Explain or correct',
    info: 'Note',
    wholeFile: 'the whole file',
    row: (p: { row: number }) => `row ${p.row}`,
    more: (p: { count: number }) => `and ${formatCount(p.count, 'en')} more`,
    morePlaces: (p: { count: number }) => `and ${formatCount(p.count, 'en')} more places`,
  },
});

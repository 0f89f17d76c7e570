import { plural } from '@tallgrunn/values';
import { count, dayOf, rows } from '../terms/nb.ts';

const quoted = (text: string) => `«${text}»`;

/** Texts of remembered answers to earlier files. */
export const rememberedNb = {
  title: 'Slik dere svarte før',
  help: 'Svarene er brukt i denne filen også. Opphever du et svar, spør vi på nytt, i denne filen og i de neste. Rapporter som er sendt inn, endres ikke.',
  given: (p: { at: string; by: string | null; report: string | null }) =>
    `som dere svarte ${dayOf(p.at)}${p.by || p.report ? ` (${[p.by, p.report].filter(Boolean).join(', ')})` : ''}`,
  column: (p: { heading: string; field: string }) => `${quoted(p.heading)} er ${p.field}`,
  means: (p: { text: string; meaning: string }) => `${quoted(p.text)} er ${p.meaning}`,
  fillDown: (p: { field: string }) => `${p.field} gjelder nedover, til neste rad som er fylt ut`,
  decimal: (p: { field: string; sign: string }) => `${p.field}: ${quoted(p.sign)} er desimaltegnet`,
  dayFirst: (p: { field: string }) => `${p.field}: dagen står først`,
  monthFirst: (p: { field: string }) => `${p.field}: måneden står først`,
  inPeriod: (p: { field: string }) => `${p.field}: tabellen har ingen, alt er levert i perioden`,
  tableOfKroner: 'Tallene i tabellen er kroner',
  tableOfQuantities: 'Tallene i tabellen er antall',
  question: (p: { title: string; cause: string; reason: string }) =>
    `${p.title}${p.cause === '' ? '' : `, ${p.cause}`}: «${p.reason}»`,
  ours: (p: { name: string; rows: number }) => `${p.name} er med i avtalen (${rows(p.rows)})`,
  notOurs: (p: { name: string; rows: number }) => `${p.name} er ikke vår kunde: ${rows(p.rows)} blir på maskinen din`,
  someOfOurs: 'En kunde som er med i avtalen',
  someOther: 'En kunde som ikke er vår',
  someCustomerHelp: 'Navn på kunder lagres ikke, bare et avtrykk. De vises når de finnes i filen.',
  others: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Vi husker ett svar til, om noe som ikke finnes i denne filen',
      other: `Vi husker ${count(p.count)} svar til, om noe som ikke finnes i denne filen`,
    }),
  undo: 'Opphev svaret',
  undoOf: (p: { answer: string }) => `Opphev svaret: ${p.answer}`,
  failed: 'Svaret ble ikke opphevet. Prøv igjen.',
};

export type RememberedTexts = typeof rememberedNb;

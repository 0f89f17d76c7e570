import { plural } from '@tallgrunn/values';
import { count, dayOf, rows } from '../terms/nn.ts';
import type { RememberedTexts } from './nb.ts';

const quoted = (text: string) => `«${text}»`;

/** Texts of remembered answers to earlier files. */
export const rememberedNn: RememberedTexts = {
  title: 'Slik de svarte før',
  help: 'Svara er brukte i denne fila òg. Opphevar du eit svar, spør vi på nytt, i denne fila og i dei neste. Rapportar som er sende inn, blir ikkje endra.',
  given: (p: { at: string; by: string | null; report: string | null }) =>
    `som de svarte ${dayOf(p.at)}${p.by || p.report ? ` (${[p.by, p.report].filter(Boolean).join(', ')})` : ''}`,
  column: (p: { heading: string; field: string }) => `${quoted(p.heading)} er ${p.field}`,
  means: (p: { text: string; meaning: string }) => `${quoted(p.text)} er ${p.meaning}`,
  fillDown: (p: { field: string }) => `${p.field} gjeld nedover, til neste rad som er fylt ut`,
  decimal: (p: { field: string; sign: string }) => `${p.field}: ${quoted(p.sign)} er desimalteiknet`,
  dayFirst: (p: { field: string }) => `${p.field}: dagen står først`,
  monthFirst: (p: { field: string }) => `${p.field}: månaden står først`,
  inPeriod: (p: { field: string }) => `${p.field}: tabellen har ingen, alt er levert i perioden`,
  tableOfKroner: 'Tala i tabellen er kroner',
  tableOfQuantities: 'Tala i tabellen er tal på varer',
  question: (p: { title: string; cause: string; reason: string }) =>
    `${p.title}${p.cause === '' ? '' : `, ${p.cause}`}: «${p.reason}»`,
  ours: (p: { name: string; rows: number }) => `${p.name} er med i avtalen (${rows(p.rows)})`,
  notOurs: (p: { name: string; rows: number }) =>
    `${p.name} er ikkje kunden vår: ${rows(p.rows)} blir verande på maskina di`,
  someOfOurs: 'Ein kunde som er med i avtalen',
  someOther: 'Ein kunde som ikkje er vår',
  someCustomerHelp: 'Namn på kundar blir ikkje lagra, berre eit avtrykk. Dei blir viste når dei finst i fila.',
  others: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Vi hugsar eitt svar til, om noko som ikkje finst i denne fila',
      other: `Vi hugsar ${count(p.count)} svar til, om noko som ikkje finst i denne fila`,
    }),
  undo: 'Opphev svaret',
  undoOf: (p: { answer: string }) => `Opphev svaret: ${p.answer}`,
  failed: 'Svaret vart ikkje oppheva. Prøv igjen.',
};

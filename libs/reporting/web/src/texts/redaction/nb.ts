import { listing, plural } from '@tallgrunn/values';
import { count, rows } from '../terms/nb.ts';

/** Texts of the redaction before upload and before storage. */
export const cutNb = {
  rowsStay: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'én rad gjelder andre kunder og sendes ikke fra maskinen din',
      other: `${count(p.count)} rader gjelder andre kunder og sendes ikke fra maskinen din`,
    }),
  customers: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Vis kunden som holdes tilbake',
      other: `Vis de ${count(p.count)} kundene som holdes tilbake`,
    }),
  customersHelp:
    'Bare du ser disse navnene. De blir ikke sendt, heller ikke som del av filen. Linjer med summer for alle kunder holdes også tilbake.',
  columnsStay: (p: { headings: readonly string[] }) =>
    plural('nb', p.headings.length, {
      one: `Kolonnen ${listing('nb', p.headings)} kan inneholde personopplysninger. Den brukes ikke og sendes ikke.`,
      other: `Kolonnene ${listing('nb', p.headings)} kan inneholde personopplysninger. De brukes ikke og sendes ikke.`,
    }),
  cellsMasked: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Én celle inneholder personopplysninger, som navn, telefon eller fødselsnummer. De sendes ikke.',
      other: `${count(p.count)} celler inneholder personopplysninger, som navn, telefon eller fødselsnummer. De sendes ikke.`,
    }),
  unusedStay: (p: { headings: readonly string[]; count: number }) =>
    plural('nb', p.count, {
      one: `Kolonnen ${listing('nb', p.headings)} brukes ikke, og innholdet sendes ikke.`,
      other:
        p.headings.length > 0
          ? `${count(p.count)} kolonner brukes ikke, og innholdet sendes ikke: ${listing('nb', p.headings)}.`
          : `${count(p.count)} kolonner brukes ikke, og innholdet sendes ikke.`,
    }),
  sheetsStay: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Ett ark uten varelinjer sendes ikke.',
      other: `${count(p.count)} ark uten varelinjer sendes ikke.`,
    }),
  notOurs: 'Nei, ikke vår kunde',
  notOursOf: (p: { name: string }) => `Nei, ikke vår kunde: ${p.name}`,
  saidNo: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Du har svart nei for én kunde. Radene sendes ikke, og vi spør ikke neste gang.',
      other: `Du har svart nei for ${count(p.count)} kunder. Radene sendes ikke, og vi spør ikke neste gang.`,
    }),
  unusedColumns: (p: { count: number; headings: readonly string[] }) =>
    `${plural('nb', p.count, { one: 'én kolonne som ikke brukes', other: `${count(p.count)} kolonner som ikke brukes` })}${p.headings.length > 0 ? ` (${listing('nb', p.headings)})` : ''}`,
  unusedSheets: (p: { count: number }) => `${count(p.count)} ark uten varelinjer`,
  rowsNotRight: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'én linje som ikke kunne tas med',
      other: `${count(p.count)} linjer som ikke kunne tas med`,
    }),
  asked: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Hører denne kunden til innkjøpssamarbeidet?',
      other: `Hører disse ${count(p.count)} kundene til innkjøpssamarbeidet?`,
    }),
  askedHelp: 'De ligner på noe vi kjenner, men vi er ikke sikre. Svarer du nei, sendes ikke radene fra maskinen din.',
  yes: 'Ja',
  no: 'Nei',
  yesOf: (p: { name: string }) => `Ja, ${p.name} hører til`,
  noOf: (p: { name: string }) => `Nei, ${p.name} hører ikke til`,
  yesToRest: (p: { count: number }) => `Ja til ${count(p.count)} uten svar`,
  noToRest: (p: { count: number }) => `Nei til ${count(p.count)} uten svar`,
  belongs: 'Hører til likevel',
  belongsOf: (p: { name: string }) => `${p.name} hører til likevel`,
  takenAlong: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Én kunde er tatt med etter svar fra deg.',
      other: `${count(p.count)} kunder er tatt med etter svar fra deg.`,
    }),
  askAgain: 'Trekk tilbake svarene',
  nobody: 'Rader uten kunde',
  rowsOf: (p: { count: number }) => rows(p.count),
  more: (p: { left: number }) => `Vis flere (${count(p.left)} igjen)`,
  answerFirst: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Svar på om én kunde hører til innkjøpssamarbeidet, i steg 1',
      other: `Svar på om ${count(p.count)} kunder hører til innkjøpssamarbeidet, i steg 1`,
    }),
  wholeSha256: 'Kontrollsum for filen slik den var hos leverandøren',
  sentSha256: 'Kontrollsum for det som ble sendt (SHA-256)',
  columnNeedsFile:
    'Skal en kolonne som ikke ble sendt, brukes likevel, trengs filen på nytt: åpne rapporten, velg filen og velg felt for kolonnen i steg 2.',
  neverLeft: 'Sendt uten',
  notKept: 'Lagret uten',
  rowsOfOthers: (p: { count: number }) => `${rows(p.count)} om andre kunder`,
  columnsOfPersons: (p: { headings: readonly string[] }) =>
    plural('nb', p.headings.length, {
      one: `kolonnen ${listing('nb', p.headings)}`,
      other: `kolonnene ${listing('nb', p.headings)}`,
    }),
  numbersMasked: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'personopplysninger i én celle',
      other: `personopplysninger i ${count(p.count)} celler`,
    }),
};
export type CutTexts = typeof cutNb;

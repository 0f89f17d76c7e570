import { listing, plural } from '@tallgrunn/values';
import { count, rows } from '../terms/nn.ts';
import type { CutTexts } from './nb.ts';

/** Texts of the redaction before upload and before storage. */
export const cutNn = {
  rowsStay: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'éi rad gjeld andre kundar og blir ikkje send frå maskina di',
      other: `${count(p.count)} rader gjeld andre kundar og blir ikkje sende frå maskina di`,
    }),
  customers: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Vis kunden som blir halden tilbake',
      other: `Vis dei ${count(p.count)} kundane som blir haldne tilbake`,
    }),
  customersHelp:
    'Berre du ser desse namna. Dei blir ikkje sende, heller ikkje som del av fila. Linjer med summar for alle kundar blir òg haldne tilbake.',
  columnsStay: (p: { headings: readonly string[] }) =>
    plural('nn', p.headings.length, {
      one: `Kolonnen ${listing('nn', p.headings)} kan innehalde personopplysningar. Han blir ikkje brukt og ikkje send.`,
      other: `Kolonnane ${listing('nn', p.headings)} kan innehalde personopplysningar. Dei blir ikkje brukte og ikkje sende.`,
    }),
  cellsMasked: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Éi celle inneheld personopplysningar, som namn, telefon eller fødselsnummer. Dei blir ikkje sende.',
      other: `${count(p.count)} celler inneheld personopplysningar, som namn, telefon eller fødselsnummer. Dei blir ikkje sende.`,
    }),
  unusedStay: (p: { headings: readonly string[]; count: number }) =>
    plural('nn', p.count, {
      one: `Kolonnen ${listing('nn', p.headings)} blir ikkje brukt, og innhaldet blir ikkje sendt.`,
      other:
        p.headings.length > 0
          ? `${count(p.count)} kolonnar blir ikkje brukte, og innhaldet blir ikkje sendt: ${listing('nn', p.headings)}.`
          : `${count(p.count)} kolonnar blir ikkje brukte, og innhaldet blir ikkje sendt.`,
    }),
  sheetsStay: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Eitt ark utan varelinjer blir ikkje sendt.',
      other: `${count(p.count)} ark utan varelinjer blir ikkje sende.`,
    }),
  notOurs: 'Nei, ikkje vår kunde',
  notOursOf: (p: { name: string }) => `Nei, ikkje vår kunde: ${p.name}`,
  saidNo: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Du har svart nei for éin kunde. Radene blir ikkje sende, og vi spør ikkje neste gong.',
      other: `Du har svart nei for ${count(p.count)} kundar. Radene blir ikkje sende, og vi spør ikkje neste gong.`,
    }),
  unusedColumns: (p: { count: number; headings: readonly string[] }) =>
    `${plural('nn', p.count, { one: 'éin kolonne som ikkje blir brukt', other: `${count(p.count)} kolonnar som ikkje blir brukte` })}${p.headings.length > 0 ? ` (${listing('nn', p.headings)})` : ''}`,
  unusedSheets: (p: { count: number }) => `${count(p.count)} ark utan varelinjer`,
  rowsNotRight: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'éi linje som ikkje kunne takast med',
      other: `${count(p.count)} linjer som ikkje kunne takast med`,
    }),
  asked: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Høyrer denne kunden til innkjøpssamarbeidet?',
      other: `Høyrer desse ${count(p.count)} kundane til innkjøpssamarbeidet?`,
    }),
  askedHelp:
    'Dei liknar på noko vi kjenner, men vi er ikkje sikre. Svarer du nei, blir ikkje radene sende frå maskina di.',
  yes: 'Ja',
  no: 'Nei',
  yesOf: (p: { name: string }) => `Ja, ${p.name} høyrer til`,
  noOf: (p: { name: string }) => `Nei, ${p.name} høyrer ikkje til`,
  yesToRest: (p: { count: number }) => `Ja til ${count(p.count)} utan svar`,
  noToRest: (p: { count: number }) => `Nei til ${count(p.count)} utan svar`,
  belongs: 'Høyrer til likevel',
  belongsOf: (p: { name: string }) => `${p.name} høyrer til likevel`,
  takenAlong: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Éin kunde er teken med etter svar frå deg.',
      other: `${count(p.count)} kundar er tekne med etter svar frå deg.`,
    }),
  askAgain: 'Trekk tilbake svara',
  nobody: 'Rader utan kunde',
  rowsOf: (p: { count: number }) => rows(p.count),
  more: (p: { left: number }) => `Vis fleire (${count(p.left)} att)`,
  answerFirst: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'Svar på om éin kunde høyrer til innkjøpssamarbeidet, i steg 1',
      other: `Svar på om ${count(p.count)} kundar høyrer til innkjøpssamarbeidet, i steg 1`,
    }),
  wholeSha256: 'Kontrollsum for fila slik ho var hos leverandøren',
  sentSha256: 'Kontrollsum for det som vart sendt (SHA-256)',
  columnNeedsFile:
    'Skal ein kolonne som ikkje vart send, brukast likevel, trengst fila på nytt: opne rapporten, vel fila og vel felt for kolonnen i steg 2.',
  neverLeft: 'Sendt utan',
  notKept: 'Lagra utan',
  rowsOfOthers: (p: { count: number }) => `${rows(p.count)} om andre kundar`,
  columnsOfPersons: (p: { headings: readonly string[] }) =>
    plural('nn', p.headings.length, {
      one: `kolonnen ${listing('nn', p.headings)}`,
      other: `kolonnane ${listing('nn', p.headings)}`,
    }),
  numbersMasked: (p: { count: number }) =>
    plural('nn', p.count, {
      one: 'personopplysningar i éi celle',
      other: `personopplysningar i ${count(p.count)} celler`,
    }),
} satisfies CutTexts;

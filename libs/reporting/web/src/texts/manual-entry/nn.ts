import { formatInstant, listing } from '@tallgrunn/values';
import { count, lines } from '../terms/nn.ts';
import type { TypedTexts } from './nb.ts';

const at = (row: number | null) => (row === null ? '' : ` på rad ${count(row)}`);
const value = (text: string) => (text === '' ? 'tomt' : `«${text}»`);

export const nn = {
  open: 'Skriv linjene her',
  goOn: ({ rows }) => `Hald fram med det du har skrive (${lines(rows)})`,
  limit: ({ max }) =>
    `Her kan du skrive inntil ${count(max)} linjer. Dei blir lagra medan du skriv, og kollegaene dine kan halde fram der du slapp. Linjer som ikkje er endra på 90 dagar, blir fjerna.`,
  toFile: 'Send ei fil i staden',
  count: ({ rows, max }) => `${count(rows)} av ${lines(max)}`,
  nothingYet: 'Ingenting er skrive enno',
  saving: 'Lagrar …',
  saved: ({ at: time, by }) =>
    `Lagra ${formatInstant(new Date(time), 'nn')}${by === '' ? '' : ` av ${by}`}. Ikkje sendt inn.`,
  notSaved: ({ why }) => `Ikkje lagra. ${why} Det du har skrive, er framleis her, og vi prøver igjen.`,
  notOpened: 'Vi fekk ikkje henta linjene som er skrivne. Dei er lagra hos oss.',
  onlyWithAccount: 'For å skrive linjene her må du ha konto hos leverandøren, for dei blir lagra medan du skriv.',
  severalTables: 'Denne avtalen ber om linjer i fleire tabellar. Dei blir leverte som fil.',
  sentAs: ({ number }) =>
    `${number} vart sendt inn med linjene her. Endrar du noko og sender inn igjen, blir det ei retting.`,
  standsOtherwise: ({ number }) =>
    `${number} er allereie levert for perioden. Det du skriv her, blir ei retting av den.`,
  helpTitle: 'Slik skriv du med tastaturet',
  help: 'Piltastane flyttar. Byrja å skrive, eller trykk Enter. Tab lagrar og går til neste celle, Enter lagrar og går ned, Escape avbryt. Ctrl+D hentar frå linja over, Ctrl+Delete tek bort linja, Ctrl+Z angrar. Du kan lime inn frå eit rekneark.',
  caption: 'Linjer i rapporten',
  required: 'må fyllast ut',
  newLine: 'Ny',
  fromAbove: 'Hent frå linja over',
  removeLine: 'Ta bort linja',
  offers: 'Framlegg',
  leftOut: ({ rows, max }) =>
    `${lines(rows)} fekk ikkje plass: grensa er ${count(max)}. Send resten saman med desse som fil.`,
  download: 'Last ned linjene som CSV-fil',
  othersWrote: ({ names }) => `${listing('nn', names)} har skrive her no.`,
  clashes: {
    title: 'To har skrive i same celle',
    somebody: 'Ein kollega',
    cell: ({ who, row, column, mine, theirs }) =>
      `${who} skreiv ${value(theirs)} i ${column}${at(row)} før deg. Du skreiv ${value(mine)}.`,
    line: ({ who, row }) => `${who} endra linja${at(row)} medan du tok ho bort. Linja er behalden.`,
    keep: (p) => `Behald ${value(p.value)}`,
    use: (p) => `Bruk ${value(p.value)}`,
    keepLine: 'Behald linja',
    removeLine: 'Ta ho bort',
  },
} satisfies TypedTexts;

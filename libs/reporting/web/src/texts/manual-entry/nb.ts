import { formatInstant, listing } from '@tallgrunn/values';
import { count, lines } from '../terms/nb.ts';

const at = (row: number | null) => (row === null ? '' : ` på rad ${count(row)}`);
const value = (text: string) => (text === '' ? 'tomt' : `«${text}»`);

interface Where {
  readonly who: string;
  readonly row: number | null;
  readonly column: string;
}

export const nb = {
  open: 'Skriv linjene her',
  goOn: (p: { rows: number }) => `Fortsett på det du har skrevet (${lines(p.rows)})`,
  limit: (p: { max: number }) =>
    `Her kan du skrive inntil ${count(p.max)} linjer. De lagres mens du skriver, og kollegene dine kan fortsette der du slapp. Linjer som ikke er endret på 90 dager, fjernes.`,
  toFile: 'Send en fil i stedet',
  count: (p: { rows: number; max: number }) => `${count(p.rows)} av ${lines(p.max)}`,
  nothingYet: 'Ingenting er skrevet ennå',
  saving: 'Lagrer …',
  saved: (p: { at: string; by: string }) =>
    `Lagret ${formatInstant(new Date(p.at), 'nb')}${p.by === '' ? '' : ` av ${p.by}`}. Ikke sendt inn.`,
  notSaved: (p: { why: string }) => `Ikke lagret. ${p.why} Det du har skrevet, er fortsatt her, og vi prøver igjen.`,
  notOpened: 'Vi fikk ikke hentet linjene som er skrevet. De er lagret hos oss.',
  onlyWithAccount: 'For å skrive linjene her må du ha konto hos leverandøren, for de lagres mens du skriver.',
  severalTables: 'Denne avtalen ber om linjer i flere tabeller. De leveres som fil.',
  sentAs: (p: { number: string }) =>
    `${p.number} ble sendt inn med linjene her. Endrer du noe og sender inn igjen, blir det en rettelse.`,
  standsOtherwise: (p: { number: string }) =>
    `${p.number} er allerede levert for perioden. Det du skriver her, blir en rettelse av den.`,
  helpTitle: 'Slik skriver du med tastaturet',
  help: 'Piltastene flytter. Begynn å skrive, eller trykk Enter. Tab lagrer og går til neste celle, Enter lagrer og går ned, Escape avbryter. Ctrl+D henter fra linjen over, Ctrl+Delete tar bort linjen, Ctrl+Z angrer. Du kan lime inn fra et regneark.',
  caption: 'Linjer i rapporten',
  required: 'må fylles ut',
  newLine: 'Ny',
  fromAbove: 'Hent fra linjen over',
  removeLine: 'Ta bort linjen',
  offers: 'Forslag',
  leftOut: (p: { rows: number; max: number }) =>
    `${lines(p.rows)} fikk ikke plass: grensen er ${count(p.max)}. Send resten sammen med disse som fil.`,
  download: 'Last ned linjene som CSV-fil',
  othersWrote: (p: { names: readonly string[] }) => `${listing('nb', p.names)} har skrevet her nå.`,
  clashes: {
    title: 'To har skrevet i samme celle',
    somebody: 'En kollega',
    cell: (p: Where & { mine: string; theirs: string }) =>
      `${p.who} skrev ${value(p.theirs)} i ${p.column}${at(p.row)} før deg. Du skrev ${value(p.mine)}.`,
    line: (p: Where) => `${p.who} endret linjen${at(p.row)} mens du tok den bort. Linjen er beholdt.`,
    keep: (p: { value: string }) => `Behold ${value(p.value)}`,
    use: (p: { value: string }) => `Bruk ${value(p.value)}`,
    keepLine: 'Behold linjen',
    removeLine: 'Ta den bort',
  },
};

export type TypedTexts = typeof nb;

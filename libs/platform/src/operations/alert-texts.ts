import type { AlertNameDto } from './alert-conditions.ts';

/** Description of a fault: what is wrong and what to do. */
export interface AlertText {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

type Describe = (subject: string) => AlertText;

const describe: Readonly<Record<AlertNameDto, Describe>> = {
  'database-unreachable': (subject) => ({
    nb: `Databasen svarer ikke (${subject}). Se om PostgreSQL kjører og om disken er full.`,
    nn: `Databasen svarer ikkje (${subject}). Sjå om PostgreSQL køyrer og om disken er full.`,
    en: `The database does not answer (${subject}). See whether PostgreSQL runs and whether its disk is full.`,
  }),
  'schema-missing': (subject) => ({
    nb: `Databasen er ikke klargjort (${subject}). Kjør migrate.`,
    nn: `Databasen er ikkje klargjord (${subject}). Køyr migrate.`,
    en: `The database has not been migrated (${subject}). Run migrate.`,
  }),
  'schema-older': (subject) => ({
    nb: `Databasen er eldre enn programmet (${subject}). Kjør migrate.`,
    nn: `Databasen er eldre enn programmet (${subject}). Køyr migrate.`,
    en: `The database is older than the program (${subject}). Run migrate.`,
  }),
  'schema-changed': (subject) => ({
    nb: `Databasen er laget av andre steg enn programmet har (${subject}). Se «Upgrade» i docs/operators.md.`,
    nn: `Databasen er laga av andre steg enn programmet har (${subject}). Sjå «Upgrade» i docs/operators.md.`,
    en: `The database was made by other steps than the program has (${subject}). See "Upgrade" in docs/operators.md.`,
  }),
  'files-not-writable': (subject) => ({
    nb: `Datamappen kan ikke skrives til (${subject}). Se hvem som eier den, og om disken er montert.`,
    nn: `Datamappa kan ikkje skrivast til (${subject}). Sjå kven som eig ho, og om disken er montert.`,
    en: `The data folder cannot be written to (${subject}). See who owns it and whether its disk is mounted.`,
  }),
  'disk-low': (subject) => ({
    nb: `Det er for lite plass igjen på disken (${subject}). Filer tas ikke imot. Lag plass.`,
    nn: `Det er for lite plass igjen på disken (${subject}). Filer blir ikkje tekne imot. Lag plass.`,
    en: `There is too little room on the disk (${subject}). Files are not taken in. Make room.`,
  }),
  'disk-full-soon': (subject) => ({
    nb: `Disken er full om mindre enn tre måneder hvis veksten fortsetter (${subject}). Gi den mer plass, eller flytt filer. Se siden Drift.`,
    nn: `Disken er full om mindre enn tre månader om veksten held fram (${subject}). Gi han meir plass, eller flytt filer. Sjå sida Drift.`,
    en: `The disk will be full in less than three months if growth goes on (${subject}). Give it more room, or move files. See the page Operations.`,
  }),
  'store-unavailable': (subject) => ({
    nb: `Fillageret som maskinene deler, svarer ikke som det skal (${subject}). Filer tas ikke imot og kan ikke hentes. Grunnen står i loggen. Se S3_ENDPOINT.`,
    nn: `Fillageret som maskinene deler, svarer ikkje som det skal (${subject}). Filer blir ikkje tekne imot og kan ikkje hentast. Grunnen står i loggen. Sjå S3_ENDPOINT.`,
    en: `The file store that the machines share does not respond as it should (${subject}). Files are not received and cannot be downloaded. The log states the reason. See S3_ENDPOINT.`,
  }),
  'scanner-unreachable': (subject) => ({
    nb: `Virusskanneren svarer ikke (${subject}). Filer tas ikke imot. Start clamd på nytt.`,
    nn: `Virusskannaren svarer ikkje (${subject}). Filer blir ikkje tekne imot. Start clamd på nytt.`,
    en: `The virus scanner does not answer (${subject}). Files are not taken in. Restart clamd.`,
  }),
  'mail-unreachable': (subject) => ({
    nb: `E-posttjeneren svarer ikke, eller tar ikke passordet (${subject}). E-post venter. Se SMTP_URL.`,
    nn: `E-posttenaren svarer ikkje, eller tek ikkje passordet (${subject}). E-post ventar. Sjå SMTP_URL.`,
    en: `The mail server does not answer, or refuses the password (${subject}). E-mails wait. See SMTP_URL.`,
  }),
  'mail-stuck': () => ({
    nb: 'E-post har ventet i mer enn en halvtime, eller er gitt opp den siste timen. Se siden Drift.',
    nn: 'E-post har venta i meir enn ein halvtime, eller er gitt opp den siste timen. Sjå sida Drift.',
    en: 'E-mails have waited for more than half an hour, or were given up within the last hour. See the page Operations.',
  }),
  'queue-late': () => ({
    nb: 'Jobber har ventet i mer enn en time. Se om work kjører og hva som er foran i køen, på siden Drift.',
    nn: 'Jobbar har venta i meir enn ein time. Sjå om work køyrer og kva som er framfor i køen, på sida Drift.',
    en: 'Jobs have waited for more than an hour. See whether work runs and what is ahead of them, on the page Operations.',
  }),
  'jobs-failing': (subject) => ({
    nb: `Flere jobber i køen ${subject} er gitt opp den siste timen. Se hvorfor på siden Drift, og kjør dem på nytt.`,
    nn: `Fleire jobbar i køen ${subject} er gitt opp den siste timen. Sjå kvifor på sida Drift, og køyr dei på nytt.`,
    en: `Several jobs of the queue ${subject} were given up within the last hour. See why on the page Operations, and retry them.`,
  }),
  'program-absent': (subject) => ({
    nb: `Programmet ${subject} har ikke gitt lyd fra seg på halvannet minutt. Start det, og se i loggen.`,
    nn: `Programmet ${subject} har ikkje gitt lyd frå seg på halvtanna minutt. Start det, og sjå i loggen.`,
    en: `The program ${subject} has given no sign for a minute and a half. Start it, and see its log.`,
  }),
};

export const alertText = (name: AlertNameDto, subject: string): AlertText => describe[name](subject);

/** Prefix of the sentence for a fault that is over. */
export const RESOLVED: AlertText = { nb: 'I orden igjen:', nn: 'I orden att:', en: 'Resolved:' };

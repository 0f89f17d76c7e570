import { normaliseName } from '@tallgrunn/values';
import { unspecificContact } from './unspecific-contact.ts';

/** The fields that an agreement register can have, with their headings in exports, in order of precedence. */
export const registerFields = {
  caseNumber: [
    'saksnummer',
    'saksnr',
    'sak',
    'arkivsak',
    'arkivsaksnummer',
    'arkivreferanse',
    'saksreferanse',
    'case number',
    'case no',
    'case id',
    'kontraktsnummer',
    'kontraktsnr',
    'kontrakt id',
    'avtalenummer',
    'avtalenr',
    'avtale id',
    'reference',
    'referanse',
  ],
  number: [
    'avtalenummer',
    'avtalenr',
    'avtale id',
    'avtaleid',
    'kontraktsnummer',
    'kontraktsnr',
    'kontrakt id',
    'agreement number',
    'contract number',
    'contract id',
  ],
  documentNumber: ['dokumentnummer', 'dokumentnr', 'journalpost', 'dok nr', 'document number'],
  title: [
    'avtalenavn',
    'avtale',
    'avtaletittel',
    'kontraktsnavn',
    'kontrakt',
    'tittel',
    'navn pa avtale',
    'rammeavtale',
    'title',
    'agreement',
    'contract title',
    'contract name',
  ],
  cpv: ['cpv', 'cpv kode', 'cpv koder', 'cpv code', 'hoved cpv'],
  startsOn: [
    'avtalestart',
    'startdato',
    'start',
    'fra dato',
    'fra',
    'gyldig fra',
    'gjelder fra',
    'kontraktstart',
    'oppstart',
    'start date',
    'valid from',
  ],
  endsOn: [
    'avtaleslutt',
    'sluttdato',
    'slutt',
    'til dato',
    'til',
    'gyldig til',
    'gjelder til',
    'utlop',
    'utloper',
    'utlopsdato',
    'kontraktslutt',
    'end date',
    'expiry',
    'expires',
    'valid to',
  ],
  duration: ['varighet', 'varighet mnd', 'avtaleperiode', 'duration', 'duration months'],
  signedOn: ['signert', 'signert dato', 'avtaledato', 'kontraktsdato', 'inngatt', 'signed on', 'signature date'],
  options: ['opsjon', 'opsjoner', 'opsjon til', 'opsjonsperiode', 'forlengelse', 'options', 'extension'],
  noticeBy: [
    'varslingsfrist',
    'frist opsjon',
    'opsjonsfrist',
    'varsel opsjon',
    'frist for varsel',
    'notice by',
    'notice date',
  ],
  lotMaximumValue: [
    'maksverdi delkontrakt',
    'maks verdi delkontrakt',
    'maksimalverdi delkontrakt',
    'maksverdi per delkontrakt',
    'maks verdi per delkontrakt',
    'delkontrakt maksverdi',
    'delkontrakt maks verdi',
    'delkontraktverdi',
    'delkontraktsverdi',
    'delkontrakt verdi',
    'verdi delkontrakt',
    'verdi per delkontrakt',
    'ramme delkontrakt',
    'lot maximum value',
    'lot value',
  ],
  lotTechnique: [
    'avropsmekanisme delkontrakt',
    'avropsmekanisme per delkontrakt',
    'delkontrakt avropsmekanisme',
    'avrop delkontrakt',
    'avrop per delkontrakt',
    'delkontrakt avrop',
    'avropsform delkontrakt',
    'delkontrakt avropsform',
    'tildeling delkontrakt',
    'lot technique',
    'lot call off',
  ],
  maximumValue: [
    'maksverdi',
    'maksimalverdi',
    'maksimal verdi',
    'maks verdi',
    'totalverdi',
    'ramme',
    'rammeverdi',
    'okonomisk ramme',
    'avtaleverdi',
    'kontraktsverdi',
    'estimert verdi',
    'verdi',
    'maximum value',
    'value',
    'contract value',
  ],
  technique: [
    'avropsmekanisme',
    'avrop',
    'avropsform',
    'avropsmetode',
    'type rammeavtale',
    'tildelingsmekanisme',
    'technique',
    'call off',
  ],
  lotKey: [
    'delkontrakt',
    'delkontrakt nr',
    'delkontraktnr',
    'delkontraktnummer',
    'del',
    'delavtale',
    'delavtale nr',
    'lot',
    'lot number',
    'lot no',
  ],
  lotTitle: ['delkontraktnavn', 'navn pa delkontrakt', 'delkontrakt navn', 'delavtalenavn', 'lot title', 'lot name'],
  supplierName: [
    'leverandor',
    'leverandornavn',
    'leverandorens navn',
    'kontraktspart',
    'motpart',
    'firma',
    'supplier',
    'supplier name',
    'vendor',
  ],
  supplierNumber: [
    'orgnr',
    'org nr',
    'organisasjonsnummer',
    'organisasjonsnr',
    'org nummer',
    'leverandor orgnr',
    'leverandorens orgnr',
    'leverandor org nr',
    'orgnr leverandor',
    'foretaksnummer',
    'supplier org no',
    'organisation number',
    'organization number',
  ],
  rank: ['rangering', 'rang', 'prioritet', 'rank', 'ranking'],
  share: ['andel', 'fordeling', 'fordelingsnokkel', 'prosentandel', 'share'],
  supplierFrom: ['leverandor fra', 'leverandor fra dato', 'supplier from'],
  supplierUntil: ['leverandor til', 'leverandor til dato', 'supplier until'],
  buyers: [
    'deltakere',
    'deltaker',
    'kommuner',
    'kommune',
    'oppdragsgivere',
    'oppdragsgiver',
    'innkjoper',
    'brukere',
    'omfatter',
    'buyers',
    'participants',
    'contracting authority',
  ],
  clauseStatus: [
    'rapporteringsklausul',
    'klausul',
    'statistikklausul',
    'statistikk klausul',
    'rapportering',
    'klausulstatus',
    'reporting clause',
    'clause',
  ],
  contactName: [
    'avtaleansvarlig',
    'ansvarlig',
    'kontraktsansvarlig',
    'saksbehandler',
    'contract manager',
    'responsible',
  ],
  contactEmail: ['avtaleansvarlig e post', 'e post ansvarlig', 'ansvarlig e post', 'contract manager email'],
  supplierContact: [
    'leverandorkontakt',
    'kontakt leverandor',
    'kontaktperson leverandor',
    'leverandorens kontaktperson',
    'supplier contact',
  ],
  supplierEmail: [
    'leverandor e post',
    'e post',
    'epost',
    'e post leverandor',
    'leverandorens e post',
    'supplier email',
    'email',
  ],
  noticeId: ['kunngjoring', 'doffin', 'doffin referanse', 'ted', 'kunngjoringsnummer', 'notice'],
} as const satisfies Record<string, readonly string[]>;

export type RegisterField = keyof typeof registerFields;
export const registerFieldNames = Object.keys(registerFields) as RegisterField[];

/**
 * Column mapping of a register: the heading of each field, as written. Fields without a heading are not in the file.
 */
export interface RegisterProfile {
  readonly columns: Readonly<Partial<Record<RegisterField, string>>>;
}

/** Fields required for creating an agreement. */
export const mandatoryFields: readonly RegisterField[] = ['caseNumber', 'title', 'startsOn', 'supplierName'];

/** Maps headings to fields by known names. Each heading is used once, for the first field that it fits best. */
export function proposeColumns(headings: readonly string[]): RegisterProfile['columns'] {
  const free = new Map(
    headings.filter((heading) => heading.trim() !== '').map((heading) => [heading, normaliseName(heading)]),
  );
  const columns: Partial<Record<RegisterField, string>> = {};
  for (const reach of [exact, startsWith]) {
    for (const field of registerFieldNames) {
      if (columns[field] !== undefined) continue;
      const heading = best(free, registerFields[field], reach);
      if (heading === null) continue;
      columns[field] = heading;
      free.delete(heading);
    }
  }
  return { ...columns, ...unspecificContact(columns, [...free.keys()]) };
}

const exact = (heading: string, name: string) => heading === name;
/** "Sluttdato (uten opsjon)" counts as "sluttdato"; short names are too ambiguous for that. */
const startsWith = (heading: string, name: string) => name.length >= 5 && heading.startsWith(`${name} `);

function best(
  free: ReadonlyMap<string, string>,
  names: readonly string[],
  fits: (heading: string, name: string) => boolean,
): string | null {
  for (const name of names) for (const [heading, folded] of free) if (fits(folded, normaliseName(name))) return heading;
  return null;
}

/** Returns whether a file with these headings has all columns of a stored profile. */
export const fitsHeadings = (profile: RegisterProfile, headings: readonly string[]): boolean =>
  Object.values(profile.columns).every((heading) => headings.includes(heading));

import { formatCount, formatDate, listing, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const day = (date: string) => formatDate(date, 'nb');
const agreements = (n: number) => plural('nb', n, { one: 'én avtale', other: `${count(n)} avtaler` });
const suppliers = (n: number) => plural('nb', n, { one: 'én leverandør', other: `${count(n)} leverandører` });

/** Texts for exercising an option: its effect, and the draft of the notice. */
export const optionNb = {
  acts: { taken: 'Utløs …', left: 'Ikke utløs' },
  remove: (p: { number: number }) => `Ta bort opsjon ${p.number}`,
  decide: (p: { number: number; decision: string }) => `Opsjon ${p.number}: ${p.decision}`,
  reopen: 'Gjør om',
  reopenOf: (p: { number: number }) => `Gjør om avgjørelsen om opsjon ${p.number}`,
  exerciseTitle: (p: { number: number }) => `Utløs opsjon ${p.number}`,
  revokeTitle: (p: { number: number }) => `Gjør om at opsjon ${p.number} er utløst`,
  noticePassed: (p: { day: string }) =>
    `Siste dag for å varsle var ${day(p.day)}. Undersøk om leverandøren godtar forlengelsen, før du utløser opsjonen.`,
  lastDay: (p: { before: string | null; after: string | null }) =>
    p.before === p.after
      ? 'Ingen datoer flyttes: avtalen har ingen siste dag, eller den varer allerede lenger.'
      : `Avtalens siste dag flyttes fra ${p.before ? day(p.before) : 'ingen'} til ${p.after ? day(p.after) : 'ingen'}.`,
  suppliersMove: (p: { count: number }) => `Flyttes med: ${suppliers(p.count)}`,
  participantsMove: (p: { count: number }) =>
    `Flyttes med: ${plural('nb', p.count, { one: 'én deltaker', other: `${count(p.count)} deltakere` })}`,
  unchanged: (p: { count: number }) =>
    `Har en annen siste dag og beholder den: ${plural('nb', p.count, { one: 'én', other: count(p.count) })}`,
  pricesEnd: (p: { count: number }) => `Prisene slutter med avtalen og må fornyes: ${suppliers(p.count)}`,
  party: (p: { name: string; lot: string | null; lastDay: string | null }) =>
    [p.name, p.lot ? `delkontrakt ${p.lot}` : '', p.lastDay ? `siste dag nå ${day(p.lastDay)}` : '']
      .filter((part) => part !== '')
      .join(', '),
  reversible: 'Det kan gjøres om. Endringene føres i behandlingsloggen.',
  exercise: 'Utløs opsjonen og flytt datoene',
  revoke: 'Flytt datoene tilbake',
  letterTitle: 'Utkast til varsel',
  letterHelp: 'Kopier teksten og send den slik avtalen krever. Sjekk den mot opsjonsklausulen først.',
  letter: (p: { agreement: string; option: number; until: string; suppliers: readonly string[] }) =>
    `Til ${listing('nb', p.suppliers)}

Varsel om bruk av opsjon ${p.option}, ${p.agreement}

Vi viser til avtalen og varsler at opsjon ${p.option} tas i bruk. Avtalen forlenges til og med ${p.until ? day(p.until) : '…'}. Vilkårene gjelder uendret i opsjonsperioden.

Bekreft skriftlig at varselet er mottatt.

Vennlig hilsen
[navn, virksomhet]`,
};

/** Texts for a buyer joining or leaving the cooperative. */
export const membershipNb = {
  title: 'Inn og ut av samarbeidet',
  help: 'La kunden bli med i avtalene, eller gå ut av alle, fra én dag. Tidligere rapporter endres ikke.',
  begin: { join: 'Bli med i avtaler …', leave: 'Gå ut av samarbeidet …' },
  titles: {
    join: (p: { name: string }) => `${p.name} blir med`,
    leave: (p: { name: string }) => `${p.name} går ut`,
  },
  days: { join: 'Første dag', leave: 'Siste dag' },
  nothing: {
    join: 'Kunden er med i alle avtaler som gjelder denne dagen.',
    leave: 'Kunden er ikke med i noen avtale etter denne dagen.',
  },
  agreements: {
    join: (p: { count: number }) => `${agreements(p.count)} kan kunden bli med i. Ta bort dem som ikke gjelder.`,
    leave: (p: { count: number }) => `Kunden går ut av ${agreements(p.count)}`,
  },
  later: (p: { agreements: readonly { number: string; title: string }[] }) =>
    `Deltakelse som begynner senere, avsluttes på avtalen: ${listing(
      'nb',
      p.agreements.map((each) => `${each.number} ${each.title}`),
    )}.`,
  users: (p: { names: readonly string[] }) =>
    p.names.length === 0
      ? 'Kunden har ingen brukere.'
      : `${listing('nb', p.names)} har tilgang til en administrator avslutter den under «Brukere».`,
  acts: {
    join: (p: { count: number }) => `Bli med i ${agreements(p.count)}`,
    leave: (p: { count: number }) => `Gå ut av ${agreements(p.count)}`,
  },
  left: (p: { name: string; count: number; day: string }) =>
    `${p.name} går ut av ${agreements(p.count)} etter ${day(p.day)}.`,
  joined: (p: { name: string; count: number; day: string }) =>
    `${p.name} er med i ${agreements(p.count)} fra ${day(p.day)}.`,
  leaving: (p: { day: string }) => `Siste dag i samarbeidet: ${day(p.day)}`,
  undo: 'Angre, og la kunden være med til avtalene går ut',
  undone: (p: { name: string; count: number }) => `${p.name} er igjen med i ${agreements(p.count)}.`,
  cancel: 'Avbryt',
};

/** Texts of the obligation forecast, before terms are published. */
export const forecastNb = {
  act: 'Vis hvor mange rapporter dette gir',
  says: (p: { count: number; suppliers: number; overdueCount: number; firstDueOn: string | null }) =>
    p.count === 0
      ? 'Dette gir ingen nye rapporter i dag.'
      : `Dette gir ${plural('nb', p.count, { one: 'én rapport', other: `${count(p.count)} rapporter` })} fra ${suppliers(p.suppliers)}${
          p.overdueCount > 0 ? `, ${count(p.overdueCount)} av dem med frist som er gått` : ''
        }.${p.firstDueOn ? ` Den første fristen er ${day(p.firstDueOn)}.` : ''}`,
  late: 'Rapportene kan ikke leveres innen fristen. Velg en senere dag hvis leverandørene ikke skal rapportere så langt tilbake. Trykk på publiser en gang til for å gå videre.',
};

/** Texts of the rules that a clause package suggests and only the agreement can confirm. */
export const claimsNb = {
  title: 'Klausulpakken foreslår også dette',
  help: 'Ingenting av det er med før du bekrefter at det står i avtalen.',
  agreed: 'Avtalt',
  notAgreed: 'Ikke avtalt',
};

/** Texts for adding terms to many agreements at once. */
export const startNb = {
  ended: (p: { count: number }) => `Avsluttet uten vilkår: ${agreements(p.count)}. De er ikke med her.`,
  all: 'Ta med alle',
  nothing: 'Ta bort alle',
  include: (p: { agreement: string }) => `Ta med ${p.agreement}`,
  says: (p: { clause: string; count: number }) => `Hva som kreves: ${p.clause} (${agreements(p.count)})`,
  notAgreed:
    'Dette foreslår pakken også. Det er ikke med, fordi det ikke er bekreftet at det er avtalt. Legg det til på avtalen når det står der:',
};

/** Texts for checking a sample file against draft terms. */
export const sampleNb = {
  title: 'Prøv på en eksempelfil',
  help: 'Slipp en fil slik leverandøren lager den. Den leses på maskinen din og sendes ikke. Priser og kunder kontrolleres ikke her.',
  kinds: 'Excel- eller CSV-filen',
  count: 'Antall',
  example: 'Eksempel',
  mistakes: 'Rett feilene i vilkårene først.',
  reading: (p: { name: string }) => `Leser ${p.name}`,
  done: (p: { name: string; rows: number; accepted: number }) =>
    `${p.name} er lest: ${count(p.accepted)} av ${count(p.rows)} rader ville blitt godtatt.`,
  unread: (p: { name: string }) => `${p.name} kunne ikke leses. Prøv en annen fil.`,
};

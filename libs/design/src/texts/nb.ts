import { formatCount, formatDate, formatShare, listing, plural } from '@tallgrunn/values';
import { describeMissingMonths, formatMonthSpan } from './months-of-problems.ts';

const count = (n: number) => formatCount(n, 'nb');

/** Reasons why a password is too weak, by the server's code. */
const weaknesses: Readonly<Record<string, string>> = {
  common: 'dette er et av de vanligste, eller bygget av vanlige ord.',
  repeated: 'det gjentar de samme tegnene eller ordene.',
  sequence: 'det følger alfabetet, tallrekken eller tastaturet.',
  'own-words': 'det er bygget av navnet ditt, virksomheten eller tjenesten.',
  dated: 'det er et ord med et årstall eller en dato.',
  predictable: 'det er lett å gjette.',
};

/** Formats a waiting time: seconds up to 90, then whole minutes. */
function waitOf(seconds: unknown): string {
  const count = Number(seconds);
  if (count <= 90) return plural('nb', count, { one: 'ett sekund', other: `${count} sekunder` });
  const minutes = Math.ceil(count / 60);
  return plural('nb', minutes, { one: 'ett minutt', other: `${minutes} minutter` });
}

export const nb = {
  language: 'Språk',
  cancel: 'Avbryt',
  textMissing: 'Skriv hva det gjelder, med minst tre tegn.',
  dateMissing: 'Velg en dato.',
  youAreHere: 'Du er her:',
  backTo: (p: { page: string }) => `Tilbake til ${p.page}`,
  agreementFilter: {
    only: 'Viser bare avtalen',
    all: 'Vis alle avtaler',
  },
  loading: 'Henter …',
  failedTitle: 'Vi kunne ikke hente dette',
  failedSafe: 'Ingenting er endret eller gått tapt.',
  tryAgain: 'Prøv igjen',
  reference: (p: { traceId: string }) => `Referanse hvis du melder fra: ${p.traceId}`,
  missingTitle: 'Vi finner ikke dette',
  missing:
    'Lenken er kanskje ikke helt riktig, eller det den viser til, hører til en annen virksomhet. Ingenting er slettet.',
  toFront: 'Gå til forsiden',
  deniedTitle: 'Du har ikke tilgang til denne siden',
  deniedWho: (p: { who: string }) => `Tilgang kan gis av ${p.who}.`,
  deniedNobody:
    'Siden er for andre roller enn din. Administratoren i virksomheten din kan endre rollen din. Noen sider er bare for innkjøpere eller for innkjøpssamarbeidet.',
  errorsTitle: (p: { count: number }) =>
    plural('nb', p.count, {
      one: 'Rett én ting før du går videre',
      other: `Rett ${count(p.count)} ting før du går videre`,
    }),
  refusedTitle: 'Noe må rettes',
  optional: '(valgfritt)',
  dropHere: (p: { kinds: string }) => `Slipp ${p.kinds} her`,
  dropOr: 'eller',
  chooseFile: 'Velg fil',
  chooseFiles: 'Velg filer',
  dropLimit: (p: { size: string }) => `Inntil ${p.size}.`,
  tooLarge: (p: { name: string; size: string; limit: string }) =>
    `${p.name} er ${p.size}. Grensen er ${p.limit}. Del filen i flere, eller fjern ark som ikke skal være med.`,
  wrongKind: (p: { name: string; kinds: string }) =>
    `${p.name} er en filtype vi ikke kan lese her. Vi leser ${p.kinds}.`,
  onlyOne: 'Slipp én fil om gangen her.',
  emptyFile: (p: { name: string }) => `${p.name} er tom. Lagre filen på nytt, og prøv igjen.`,
  found: 'Fant',
  expected: 'Forventet',
  whatToDo: 'Slik retter du',
  places: (p: { count: number }) => plural('nb', p.count, { one: 'ett sted', other: `${count(p.count)} steder` }),
  showAllPlaces: (p: { count: number }) => `Vis alle ${count(p.count)} steder`,
  showFewer: 'Vis færre',
  rowPlace: (p: { sheet: string | null; row: number; column: string | null }) =>
    [p.sheet, `rad ${count(p.row)}`, p.column].filter((part) => part !== null && part !== '').join(' · '),
  severity: { blocksFile: 'Stopper filen', blocksRow: 'Stopper raden', confirm: 'Spørsmål', info: 'Merknad' },
  noFindings: 'Vi fant ingenting å rette.',
  notCalculated: 'ikke beregnet',
  notStated: 'ikke oppgitt',
  allMonths: 'alle importerte måneder',
  progressOf: (p: { done: number; total: number }) => `${count(p.done)} av ${count(p.total)}`,
  mayLeave: 'Du kan forlate siden. Arbeidet fortsetter.',
  columns: 'Kolonner',
  chooseColumns: 'Velg kolonner',
  sortBy: (p: { column: string }) => `Sorter etter ${p.column}`,
  rows: (p: { count: number }) => plural('nb', p.count, { one: 'én rad', other: `${count(p.count)} rader` }),
  rowsOf: (p: { count: number; total: number }) => `${count(p.count)} av ${count(p.total)} rader`,
  rowsFirst: (p: { count: number }) => `De første ${count(p.count)} radene`,
  selected: (p: { count: number }) => plural('nb', p.count, { one: 'én valgt', other: `${count(p.count)} valgt` }),
  download: {
    open: 'Last ned',
    xlsx: 'Last ned (Excel)',
    csv: 'Last ned (CSV)',
    scope: 'Radene og kolonnene som vises.',
    scopeAll: (p: { max: number }) => `Alle radene i utvalget, inntil ${count(p.max)}, med kolonnene som vises.`,
    scopeShown: (p: { count: number }) => `Bare de ${count(p.count)} radene som vises her.`,
    fetching: (p: { count: number }) => `Henter rader: ${count(p.count)} hittil`,
    done: (p: { count: number; isCut: boolean }) =>
      p.isCut
        ? `Lastet ned de første ${count(p.count)} radene. Det er flere: snevre inn utvalget for å få med resten.`
        : `Lastet ned ${plural('nb', p.count, { one: 'én rad', other: `${count(p.count)} rader` })}.`,
    title: (p: { day: string; count: number; isCut: boolean }) =>
      `Lastet ned ${p.day}. ${p.isCut ? `De første ${count(p.count)} radene; det er flere` : plural('nb', p.count, { one: 'Én rad', other: `${count(p.count)} rader` })}.`,
    failed: 'Vi kunne ikke lage filen. Prøv igjen.',
  },
  selectAll: 'Velg alle',
  selectRow: (p: { row: string }) => `Velg ${p.row}`,
  showTable: 'Vis som tabell',
  showChart: 'Vis som figur',
  share: 'Andel',
  shareOf: (p: { share: number }) => formatShare(String(p.share), 'nb'),
  basis: 'Grunnlag',
  why: 'Hvorfor?',
  whyOf: (p: { figure: string }) => `Hvorfor er tallet ${p.figure}?`,
  formula: 'Slik er det beregnet',
  caveats: 'Forbehold',
  sources: 'Kilder',
  versions: 'Versjoner',
  wayDown: 'Se grunnlaget',
  close: 'Lukk',
  problems: {
    'no-connection': () => 'Vi får ikke kontakt med tjenesten. Sjekk nettforbindelsen, og prøv igjen.',
    unexpected: () => 'Noe gikk galt hos oss. Prøv igjen om litt.',
    'not-found': () => 'Vi finner ikke det du ser etter. Det kan være flyttet, eller høre til en annen virksomhet.',
    'permission-denied': () => 'Rollen din har ikke tilgang til dette.',
    'not-authenticated': () => 'Du er logget ut. Logg inn på nytt for å fortsette.',
    'body-invalid': () => 'Noe av det du fylte ut, må rettes.',
    'sign-in-failed': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'E-postadressen eller passordet er feil.',
    'code-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'Koden er feil, brukt eller utløpt. Skriv koden som vises nå.',
    'password-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'Passordet er feil.',
    'recent-sign-in-required': () => 'Du må bekrefte at det er deg. Prøv igjen, og skriv passordet.',
    'sign-in-expired': () => 'Innloggingen tok for lang tid. Skriv e-postadresse og passord på nytt.',
    'passkey-refused': () => 'Passnøkkelen ble ikke godtatt. Prøv igjen, eller bruk en annen måte.',
    'passkey-challenge-expired': () => 'Det tok for lang tid å bruke passnøkkelen. Prøv igjen.',
    'passkey-already-added': () => 'Denne passnøkkelen er lagt til fra før.',
    'totp-already-added': () => 'Du har allerede en app for engangskoder. Fjern den først hvis du vil bytte.',
    'second-factor-required': () => 'Rollen din krever en ekstra faktor. Legg til én under Min konto.',
    'second-factor-needed': () => 'Rollen din krever en ekstra faktor. Legg til en annen før du fjerner denne.',
    'second-factor-missing': () => 'Legg til en passnøkkel eller engangskoder først.',
    'own-account': () => 'Dette er din egen konto. Be en annen administrator, eller bruk Min konto.',
    'person-in-other-organisations': () =>
      'Personen har også tilgang til andre virksomheter. Be systemansvarlig om å tilbakestille innloggingen.',
    'password-weak': (p: { reason?: unknown }) =>
      `Velg et annet passord: ${weaknesses[String(p.reason)] ?? weaknesses['predictable']} Fire eller flere ord som ikke hører sammen, er lett å huske og vanskelig å gjette.`,
    'too-many-attempts': () => 'Det er for mange forsøk på kort tid. Vent et minutt, og prøv igjen.',
    'no-active-membership': () => 'Velg først hvilken virksomhet du representerer.',
    'invitation-not-found': () => 'Lenken er ikke riktig. Sjekk at hele lenken er med, eller be om en ny.',
    'invitation-already-used': () => 'Invitasjonen er brukt. Logg inn med kontoen du opprettet.',
    'invitation-withdrawn': () =>
      'Invitasjonen gjelder ikke lenger: den er trukket tilbake eller erstattet av en nyere. Bruk den siste e-posten, eller be den som inviterte deg, om en ny.',
    'invitation-already-accepted': () => 'Invitasjonen er allerede besvart. Avslutt tilgangen i stedet.',
    'person-has-access': () => 'Personen har fortsatt tilgang. Avslutt tilgangen først.',
    'mention-too-short': () => 'Skriv minst fire tegn av navnet.',
    'last-administrator': () =>
      'Dette er den siste administratoren. Gi en kollega rollen først, så noen kan invitere nye brukere.',
    'invitation-expired': () => 'Invitasjonen har gått ut. Be den som inviterte deg, om en ny.',
    'reset-link-expired': () => 'Lenken er brukt eller har gått ut. Be om en ny.',
    'role-not-available': () => 'Rollen finnes ikke i denne virksomheten. Velg en annen.',
    'csrf-token-missing': () => 'Siden har vært åpen lenge. Last den på nytt, og prøv igjen.',
    'too-many-requests': () => 'Det er for mange forespørsler på kort tid. Vent litt, og prøv igjen.',
    'api-key-invalid': () => 'Nøkkelen kan ikke opprettes slik. Se over hva den skal kunne, og den siste dagen.',
    'api-key-limit-reached': (p: { max?: unknown }) =>
      `Dere har allerede ${String(p.max ?? '')} gyldige API-nøkler. Trekk tilbake en som ikke er i bruk, og prøv igjen.`,
    'option-effect-changed': () => 'Virkningen av opsjonen er endret siden du så den. Se over den på nytt.',
    'agreement-invalid': () => 'Noe i avtalen må rettes. Se over feltene, og prøv igjen.',
    'party-invalid': () => 'Organisasjonen kan ikke legges inn slik. Se over nummeret.',
    'organisation-correction-refused': () => 'Rettelsen ble ikke lagret. Se over navn, nummer og begrunnelse.',
    'organisation-number-taken': (p: { name?: unknown }) =>
      `${String(p.name ?? '')} har allerede dette nummeret. Er det den samme virksomheten, kan du slå de to sammen på siden til den som skal fjernes.`,
    'organisation-merge-refused': () => 'De to ble ikke slått sammen. Se over valget og begrunnelsen.',
    'organisation-numbers-differ': () =>
      'De to har ulike organisasjonsnumre. Bekreft at nummeret til den som skal fjernes, er feil.',
    'organisation-merge-conflicts': (p: { into?: unknown }) =>
      `De to kan ikke slås sammen ennå. Løs først konfliktene i det som er felles med ${String(p.into ?? '')}.`,
    'import-no-header-row': () =>
      'Vi finner ingen rad med overskrifter vi kjenner igjen. Filen må ha en rad med kolonneoverskrifter.',
    'import-too-many-rows': () => 'Filen har flere rader enn et avtaleregister kan ha. Del den opp.',
    'import-columns-unknown': () => 'Noen av kolonnene finnes ikke i filen. Velg dem på nytt.',
    'import-answers-invalid': () => 'Svaret kan ikke brukes. Se over det, og prøv igjen.',
    'import-questions-open': () => 'Noen spørsmål er ikke besvart ennå.',
    'import-closed': () => 'Filen er allerede importert eller forkastet. Last siden på nytt.',
    'notice-invalid': (p: { reason?: unknown }) =>
      `Kunngjøringen kan ikke importeres${typeof p.reason === 'string' ? ` (${p.reason})` : ''}. Last den ned på nytt fra Doffin eller TED.`,
    'file-missing': () => 'Velg en fil først.',
    'nil-but-booked': () =>
      'Kunder har bokført kjøp fra dere i perioden. Last opp linjene, eller forklar hva det gjelder.',
    'nil-return-not-allowed': () => 'På denne avtalen meldes det ikke «ingen leveranser».',
    'factor-assignment-invalid': () => 'Faktorvalget ble ikke lagret. Se over feltene som er merket.',
    'second-approver-required': () => 'Du kan ikke godkjenne dette selv. En annen person må gjøre det.',
    'approver-not-independent': (p: { person?: unknown; other?: unknown; origin?: unknown }) =>
      `${String(p.person ?? '')} og ${String(p.other ?? '')} regnes ikke som to uavhengige personer, fordi ${String(p.origin ?? 'den samme')} ga begge tilgang. Spør en annen kollega, eller be en uavhengig administrator eller driftsansvarlig gå god for den ene på siden Kolleger.`,
    'measure-state-invalid': () => 'Tiltaket kan ikke få denne statusen nå. Last siden på nytt for å se statusen.',
    'penalty-nothing-to-decide': () => 'Ingen dager regnes som for sent, så det er ikke noe å avgjøre.',
    'penalty-without-amount': () => 'Avtalen oppgir ikke noe beløp, så dagmulkt kan ikke kreves.',
    'penalty-amount-too-high': () => 'Beløpet kan ikke være høyere enn det som er beregnet.',
    'penalty-decision-already-withdrawn': () => 'Avgjørelsen er allerede trukket tilbake.',
    'statement-changed': () =>
      'Tallene er endret, eller noen har avgjort vurderingen, siden du åpnet siden. Se over dem og avgjør på nytt.',
    'statement-ratings-invalid': () => 'Vurder hvert av nøkkeltallene én gang.',
    'statement-year-in-future': () => 'Året er ikke begynt ennå.',
    'approval-not-pending': () => 'Dette venter ikke på godkjenning. Last siden på nytt.',
    'second-approval-pending': () => 'En annen person må godkjenne kravet før brevet kan brukes.',
    'period-reversed': () => 'Den siste dagen er før den første.',
    'period-too-long': (p: { months?: unknown }) => `Perioden er for lang. Velg høyst ${String(p.months)} måneder.`,
    'claim-without-lines': () => 'Ingen av linjene er åpne. Last siden på nytt.',
    'claim-amount-not-positive': () => 'Linjene gir ikke noe beløp å kreve.',
    'claim-too-many-lines': () => 'Kravet får for mange linjer. Velg færre måneder.',
    'claim-state-changed': () => 'Kravet har fått en annen status. Last siden på nytt.',
    'claim-amount-invalid': () => 'Skriv et beløp som ikke er høyere enn kravet.',
    'claim-response-text-required': () => 'Skriv hva dere er uenige i.',
    'second-person-required': () => 'En annen person enn du må godkjenne dette.',
    'voucher-not-independent': (p: { name?: unknown }) =>
      `Du kan ikke gå god for ${String(p.name ?? '')}, fordi dere fikk tilgang gjennom den samme personen. Be en annen administrator eller driftsansvarlig om det.`,
    'approval-not-assigned-to-you': () =>
      'Forslaget er sendt til en annen. Bare den personen, eller stedfortrederen, kan avgjøre det.',
    'factor-assignment-state-changed': () => 'Faktorvalget har fått en annen status. Last siden på nytt.',
    'notification-required': () => 'Avtalen krever disse varslene. De kan ikke slås av eller samles opp.',
    'notification-kind-unknown': () => 'Noen av varslene gjelder ikke rollen din. Last siden på nytt.',
    'template-invalid': (p: { allowed?: unknown }) =>
      `Teksten har en variabel som ikke finnes, eller en klamme for mye. Du kan bruke: ${String(p.allowed ?? '')}.`,
    'template-has-link': () => 'Teksten kan ikke inneholde lenker. Den personlige lenken kommer i tillegg.',
    'message-has-link': () => 'Meldingen kan ikke inneholde lenker.',
    'message-not-failed': () => 'Meldingen er ikke stoppet. Bare meldinger som ikke kom fram, kan sendes på nytt.',
    'calendar-feeds-too-many': (p: { max?: unknown }) =>
      `Du har allerede ${String(p.max ?? '')} kalenderadresser. Steng en før du lager en ny.`,
    'invitation-message-refused': (p: { max?: unknown }) =>
      `Meldingen kan ikke inneholde lenker, og har høyst ${String(p.max ?? '')} tegn.`,
    'invitation-limit-reached': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'open'
        ? `Dere har ${String(p.max ?? '')} ubesvarte invitasjoner. Trekk tilbake noen, eller vent på svar.`
        : `Grensen på ${String(p.max ?? '')} invitasjoner ${String(p.scope ?? '').endsWith('-day') ? 'i døgnet' : 'i timen'} er nådd. Vent litt, og prøv igjen. Adresser fra kontaktene i avtalene teller ikke med.`,
    'invitation-not-awaiting-approval': () => 'Invitasjonen venter ikke på godkjenning.',
    'invitation-already-decided': () => 'Invitasjonen er allerede avgjort. Last siden på nytt.',
    'self-approval-not-allowed': () => 'Du kan ikke godkjenne dette selv. En annen må godkjenne det.',
    'reason-required': () => 'Skriv en begrunnelse.',
    'membership-already-exists': () => 'Personen har allerede denne rollen.',
    'ending-already-decided': () => 'Forslaget er allerede avgjort. Last siden på nytt.',
    'account-not-invited': () =>
      'Du er logget inn med en annen adresse enn den invitasjonen er sendt til. Logg ut, og åpne lenken på nytt.',
    'invitation-invalid': () => 'Invitasjonen ble ikke sendt: velg en siste dag, fra i dag til høyst ett år fram.',
    'figure-proposal-already-decided': () => 'Forslaget er allerede avgjort eller trukket tilbake. Last siden på nytt.',
    'figure-proposal-of-another': () => 'Bare den som foreslo, kan trekke forslaget tilbake.',
    'external-figures-invalid': () => 'Tallene ble ikke lagt inn: et år, en kommune eller en kategori finnes ikke.',
    'method-policy-invalid': () => 'Regelen ble ikke lagret. Se over feltene som er merket.',
    'proposal-not-yours': () => 'Bare den som laget forslaget, kan trekke det tilbake.',
    'delegation-not-own': () =>
      'Du kan bare oppnevne stedfortreder for deg selv. En administrator kan gjøre det for andre.',
    'delegation-already-ended': () => 'Stedfortrederskapet er allerede avsluttet. Last siden på nytt.',
    'method-policy-already-proposed': () => 'Det samme forslaget venter allerede på godkjenning.',
    'method-policy-already-in-force': () =>
      'To personer har allerede godkjent det samme for kategorien fra denne dagen. Forslaget ville ikke endret noe.',
    'proposal-already-decided': () => 'Forslaget er allerede avgjort. Last siden på nytt.',
    'mapping-correction-invalid': () => 'Rettelsen ble ikke lagret. Se over feltene som er merket.',
    'preview-timed-out': () =>
      'Det tok for lang tid å beregne hva dette ville endre. Velg færre koder, eller prøv igjen senere.',
    'evidence-pack-in-progress': () =>
      'Du laster allerede ned en dokumentasjonspakke. Vent til den er ferdig, og prøv igjen.',
    'evidence-pack-queue-full': () => 'Andre laster ned dokumentasjonspakker nå. Prøv igjen om et minutt.',
    'uploads-in-progress': (p: { underWay?: unknown }) =>
      `${count(Number(p.underWay ?? 0))} filer fra virksomheten din venter eller leses. Vent til noen er ferdige, og send på nytt.`,
    'storage-full': () => 'Det er ikke plass til flere filer fra virksomheten din. Ta kontakt med avtaleforvalteren.',
    'downloads-in-progress': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'person'
        ? `Du laster allerede ned ${String(p.max)} store filer. Vent til én er ferdig, og prøv igjen.`
        : p.scope === 'organisation'
          ? `Virksomheten din laster allerede ned ${String(p.max)} store filer. Vent til én er ferdig, og prøv igjen.`
          : 'Mange store filer lastes ned nå. Prøv igjen om litt.',
    'database-unavailable': () =>
      'Databasen svarer ikke akkurat nå. Det du har fått bekreftet, er trygt lagret. Prøv igjen om litt.',
    'disk-full': () =>
      'Det er for lite lagringsplass igjen, så vi kan ikke ta imot filer nå. Filen er ikke lagret. Prøv igjen senere, eller kontakt systemansvarlig.',
    'cooperative-moving': () =>
      'Innkjøpssamarbeidet flyttes til et annet anlegg akkurat nå. Du kan lese alt, men ikke endre noe. Ingenting er endret. Prøv igjen om litt.',
    'cooperative-moved': (p: { address?: unknown }) =>
      p.address
        ? `Innkjøpssamarbeidet er flyttet. Logg inn på ${String(p.address)}.`
        : 'Innkjøpssamarbeidet er flyttet. Spør systemansvarlig om den nye adressen.',
    'file-store-unavailable': () =>
      'Fillageret svarer ikke akkurat nå, så filer kan ikke tas imot eller hentes. Ingenting er endret. Prøv igjen om litt.',
    'job-lost': () => 'Arbeidet ble borte før det var ferdig. Send filen på nytt.',
    'job-not-failed': () =>
      'Jobben kan ikke kjøres på nytt nå: den er ferdig, er i gang, eller kjøres på nytt automatisk. Last siden på nytt.',
    'server-busy': () => 'Tjenesten er opptatt og kunne ikke svare i tide. Ingenting er endret. Prøv igjen om litt.',
    'json-too-deep': (p: { depthMax?: unknown }) =>
      `Innholdet har mer enn ${String(p.depthMax)} nivåer av nøstede parenteser. Send det med færre nivåer.`,
    'line-too-large': (p: { line?: unknown; lineBytesMax?: unknown }) =>
      `Linje ${String(p.line)} er større enn ${String(p.lineBytesMax)} byte. Send den med kortere tekster.`,
    'evidence-pack-too-large': (p: { linesMax?: unknown }) =>
      `Beregningen har for mange linjer til å lastes ned som én pakke${p.linesMax ? `: grensen er ${count(Number(p.linesMax))}` : ''}.`,
    'factor-assignment-end-in-past': () =>
      'En godkjent faktor kan ikke avsluttes tilbake i tid. Velg dagen i dag eller en senere dag.',
    'mapping-correction-already-revoked': () => 'Rettelsen er allerede opphevet. Last siden på nytt.',
    'mapping-correction-superseded': () => 'Alt i rettelsen er rettet på nytt siden. Opphev den nyeste først.',
    'publication-required': () =>
      'Beregningen er publisert i flere deler. Åpne den delen du vil se, under Publiserte tall.',
    'publication-scope-empty': () =>
      'Ingen linjer i beregningen hører til dette omfanget, så det er ikke noe å publisere. Velg andre måneder, kommuner eller kategorier.',
    'nothing-published': () => 'Det er ikke publisert noe for kommunen her. Velg alle kommunene eller en annen.',
    'periods-not-comparable': (p: { before?: unknown; after?: unknown; missing?: unknown }) =>
      `Periodene ${formatMonthSpan(p.before, 'nb')} og ${formatMonthSpan(p.after, 'nb')} kan ikke sammenlignes: ingen kommune har regnskap som er komplett for de samme månedene i begge.${describeMissingMonths(p.missing, 'nb', 'mangler')}`,
    'run-not-reproducible': () =>
      'Beregningen ga ikke samme resultat da den ble kontrollberegnet, og er ikke publisert. Kontakt systemansvarlig.',
    'question-changed': () => 'Linjene er endret siden du så dem. Se på nytt hva svaret gjør.',
    'tolerance-effect-changed': () =>
      'Linjene eller grensene er endret siden du så virkningen. Se den på nytt, og lagre så.',
    'tolerance-too-early': (p: { from?: unknown }) =>
      `Grensene kan tidligst gjelde fra ${formatDate(String(p.from), 'nb')}. Virkningen vises for de siste tolv månedene.`,
    'tolerance-without-agreement': () => 'Velg avtalen som skal følge samarbeidets grenser.',
    'bulk-answer-already-revoked': () => 'Svaret er allerede opphevet.',
    'concurrent-decision': () =>
      'Noen andre har avgjort dette siden du åpnet det. Se avgjørelsen deres, og lagre på nytt hvis du fortsatt mener det samme.',
    'period-not-over': (p: { from?: unknown }) =>
      `Perioden er ikke over. Du kan sende inn fra og med ${typeof p.from === 'string' ? formatDate(p.from, 'nb') : 'dagen etter den siste dagen'}.`,
    'nil-return-already-submitted': () => 'Det er allerede meldt at det ikke er levert noe i perioden.',
    'version-not-checked': () =>
      'Rapporten er ikke ferdig kontrollert, eller den er allerede sendt inn. Last siden på nytt.',
    'submission-incomplete': () =>
      'Rapporten mangler svar på et spørsmål fra kontrollen. Se over steg 3 og send inn på nytt.',
    'correction-base-changed': () =>
      'En annen versjon er sendt inn etter at filen ble kontrollert. Velg filen på nytt, så sammenlignes den med versjonen som gjelder nå.',
    'nothing-to-amend': () => 'Det er ingen rapport med linjer å legge til i. Send hele rapporten.',
    'nothing-to-compare': () => 'Dette er den første versjonen for perioden. Det er ingenting å sammenligne med.',
    'not-submitted-on-behalf': () => 'Denne rapporten er ikke levert på vegne av leverandøren.',
    'on-behalf-malformed': () => 'Oppgi hvem filen kom fra, hvilken dag den kom, og hvorfor du leverer den.',
    'on-behalf-response-missing': () => 'Skriv hva som ikke stemmer.',
    'cursor-invalid': () => 'Siden finnes ikke. Last listen på nytt.',
    'redaction-malformed': () =>
      'Opplysningene om det som ble fjernet fra filen, kunne ikke leses. Velg filen på nytt.',
    'reading-options-malformed': () =>
      'Rettelsene kunne ikke leses sammen med filen. Rett i filen og velg den på nytt.',
    'supplier-response-reason-missing': () => 'Skriv kort hva som er riktig.',
    'supplier-response-has-no-cause': () =>
      'Svaret forklarer ikke hvorfor linjen mangler. Velg linjen som er samme kjøp, eller velg en årsak.',
    'supplier-response-superseded': () => 'Leverandøren har svart på nytt. Last siden på nytt og les det siste svaret.',
    'manual-entry-field-unknown': (p: { field: string }) =>
      `Vilkårene har ikke noe felt «${p.field}». Last siden på nytt.`,
    'manual-entry-full': (p: { rowsMax: number }) =>
      `Her er det plass til ${count(p.rowsMax)} linjer. Send større leveranser som fil.`,
    'manual-entry-changed': () => 'En kollega har endret linjene siden du så dem. Se over dem, og send inn på nytt.',
    'manual-entry-empty': () => 'Det er ingen linjer å sende inn ennå.',
    'manual-entry-multiple-tables': () => 'Denne avtalen ber om linjer i flere tabeller. Send dem som fil.',
    'branches-missing': (p: { names: readonly string[] }) =>
      `Disse filialene er ikke med: ${listing('nb', p.names)}. Lever for dem, eller oppgi at de kommer senere.`,
    'branch-not-missing': () => 'En filial som var oppgitt å mangle, har levert. Last siden på nytt.',
    'branches-overlap': (p: { names: readonly string[]; count: number }) =>
      `${plural('nb', p.count, { one: 'Én fakturalinje er', other: `${count(p.count)} fakturalinjer er` })} i rapportene fra både ${listing('nb', p.names)}. Hvis samme fil er levert for to filialer, fjerner du den ene. Hvis begge er riktige, sender du inn den ene først og den andre på egen side.`,
    'branch-duplicate': () => 'En filial kan bare ha én rapport i innsendingen.',
    'reports-of-different-suppliers': () =>
      'Filen kan bare deles mellom rapporter fra samme leverandør. Gå tilbake til Rapporter og velg filen der.',
    'file-not-stored': () => 'Filen er ikke lagret, fordi den kan inneholde personopplysninger.',
    'file-deleted': () => 'Filen er ikke lenger lagret hos oss. Send den på nytt.',
    'version-not-submitted': () => 'Rapporten er ikke lenger til godkjenning. Last siden på nytt.',
    'extension-not-later': (p: { expected?: string }) =>
      `Den nye fristen må være senere enn den som gjelder nå${p.expected ? ` (${formatDate(p.expected, 'nb')})` : ''}.`,
    'owner-not-a-contract-manager': () => 'Velg en avtaleforvalter som arbeider hos dere.',
    'hand-over-to-the-same': () => 'Velg to forskjellige personer.',
    'case-closed': () => 'Saken er lukket. Åpne den igjen for å skrive i den.',
    'note-for-cooperative-only': () => 'Notater skrives av innkjøpssamarbeidet. Skriv en melding i stedet.',
    'case-not-a-request': () => 'Saken er ikke et ønske fra leverandøren, så det er ingenting å godkjenne.',
    'request-incomplete': () => 'Noe mangler. Fyll ut alle feltene, og send på nytt.',
    'request-already-made': (p: { number: string }) =>
      `Dere har allerede spurt om dette i sak ${p.number}. Skriv videre i den.`,
    'line-already-challenged': (p: { number: string }) => `Linjen er allerede tatt opp i sak ${p.number}.`,
    'version-not-accepted': () => 'Du kan bare be om retting av en godkjent rapport. Last siden på nytt.',
    'correction-already-requested': (p: { number: string }) =>
      `Leverandøren er allerede bedt om å rette rapporten, i sak ${p.number}.`,
    'terms-invalid': () => 'Vilkårene har feil som må rettes før de kan publiseres.',
    'template-withdrawn': (p: { cooperative?: unknown }) =>
      `${typeof p.cooperative === 'string' ? p.cooperative : 'Innkjøpssamarbeidet'} har trukket malen tilbake. Spør dem hvilken mal som gjelder.`,
    'template-not-in-force': (p: { cooperative?: unknown }) =>
      `Vilkårene som malen bygger på, gjelder ikke ennå. Spør ${typeof p.cooperative === 'string' ? p.cooperative : 'innkjøpssamarbeidet'} når de gjør det.`,
    'template-already-published': () => 'Malen er allerede publisert. Last siden på nytt.',
    'slug-already-taken': (p: { slug?: unknown }) => `Adressen ${String(p.slug ?? '')} er i bruk. Velg en annen.`,
    'terms-not-in-force': () => 'Rapporten har ingen vilkår som gjelder i dag.',
    'terms-start-too-early': (p: { inForceFrom?: unknown }) =>
      typeof p.inForceFrom === 'string'
        ? `Vilkårene må gjelde fra en senere dag enn ${formatDate(p.inForceFrom, 'nb')}. De som gjelder nå, gjelder fra den dagen.`
        : 'Vilkårene må gjelde fra en senere dag enn de som gjelder nå.',
    'terms-dry-run-in-progress': () => 'En annen prøvekjøring er i gang. Prøv igjen om litt.',
    'price-form-invalid': () => 'Prisskjemaet har feil som må rettes før det kan importeres.',
    'price-period-reversed': () => 'Prisenes siste dag må være etter den første.',
    'price-model-invalid': () => 'Noe i prismodellen må rettes.',
    'price-model-date-taken': () =>
      'Det finnes allerede en prismodell fra denne dagen. Fjern den først, eller velg en annen dag.',
    'item-number-change-to-itself': () => 'Det gamle og det nye varenummeret er like.',
    'pack-content-incomplete': (p: { unit?: unknown }) =>
      `Skriv både hvor mye det er i ${(p.unit as string | undefined) ?? 'pakningen'}, og av hvilken enhet.`,
    'pack-conversion-circular': () => 'Omregningen viser tilbake til seg selv: enheten ville inneholdt seg selv.',
    'item-number-change-circular': () =>
      'Koblingen viser tilbake til seg selv: det nye nummeret leder tilbake til det gamle.',
    'item-number-already-changed': () => 'Det gamle nummeret er allerede koblet. Opphev den koblingen først.',
    'no-adjustment-clause': () => 'Prismodellen har ingen regulering av priser. Angi det i modellen først.',
    'adjustment-not-calculated': () => 'Reguleringen er ikke beregnet ennå: indeksen mangler.',
    'adjustment-already-decided': () => 'Saken er allerede avgjort. Last siden på nytt.',
    'no-prices-to-adjust': () => 'Leverandøren har ingen avtalte priser som gjelder fra denne dagen.',
    'index-series-invalid': () => 'Filen med indeksen har feil som må rettes.',
    'adjustment-too-early': (p: { earliest?: unknown }) =>
      typeof p.earliest === 'string'
        ? `Avtalen tillater ikke ny pris før ${formatDate(p.earliest, 'nb')}.`
        : 'Avtalen tillater ikke ny pris så tidlig.',
    'declaration-duplicate': (p: { number?: unknown }) =>
      `Denne filen er allerede levert${p.number ? ` som ${p.number as string}` : ''}.`,
    'declaration-reason-missing':
      'Skriv hvorfor: sjekklisten foreslår noe annet, eller leverandøren trenger en forklaring.',
    'declaration-not-usable': (p: { products?: unknown }) =>
      `Kan ikke godkjennes, fordi det ikke finnes noe tall som kan brukes${p.products ? `: ${p.products as string}` : ''}.`,
    'attachment-not-pdf': 'Filen er ikke en PDF. Legg ved EPD-en som PDF.',
    'attachment-limit-reached': (p: { limit?: unknown }) =>
      `Deklarasjonen har allerede ${String(p.limit ?? '')} dokumenter, som er grensen.`,
    'declaration-unreadable': (p: { name?: unknown }) =>
      `Vi finner ingen fotavtrykk vi kan lese i ${(p.name as string | undefined) ?? 'filen'}. Det må være PACT i JSON.`,
    'item-unknown': (p: { itemNumber?: unknown }) =>
      `Varenummer ${(p.itemNumber as string | undefined) ?? ''} finnes ikke i det avtalte sortimentet.`,
    'import-profile-invalid': () => 'Importprofilen er ikke fullstendig. Gå gjennom kolonner og regler.',
    'file-infected': (p: { signature?: unknown; name?: unknown }) =>
      `Filen ${String(p.name ?? '')} er stoppet: virussøket fant ${String(p.signature ?? '')}. Ingenting av den er lagret. Kjør virussøk på maskinen din, lag filen på nytt, og prøv igjen.`,
    'scanner-unreachable':
      'Filen kunne ikke virussøkes nå, så den er ikke tatt imot. Prøv igjen om noen minutter, og kontakt systemansvarlig hvis det ikke hjelper.',
    'file-too-large': (p: { sizeBytesMax?: unknown }) =>
      p.sizeBytesMax
        ? `Filen er større enn grensen på ${count(Number(p.sizeBytesMax) / 1024 ** 2)}\u00a0MB.`
        : 'Filen er større enn grensen.',
    'batch-already-reversed': (p: { number?: string }) => `Importen er allerede reversert ved ${p.number ?? ''}.`,
    'batch-not-posted': () => 'Bare en fil som er importert, kan reverseres.',
    'lines-not-json': () => 'Linjene er ikke gyldig JSON. Send en liste med objekter, eller ett objekt per linje.',
    'too-many-lines': () => 'Det er for mange linjer. Del dem i flere sendinger.',
    'lines-invalid': () => 'Noen linjer har feil, og ingenting er importert. Se hva som er galt med hver linje.',
    'batch-is-reversal': () => 'En reversering kan ikke reverseres. Importer filen på nytt.',
    conflict: () => 'Noen andre har endret dette i mellomtiden. Last siden på nytt for å se det nyeste.',
  },
};

export type DesignTexts = typeof nb;

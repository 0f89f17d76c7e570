import { formatCount, formatDate, formatShare, listing, plural } from '@tallgrunn/values';
import type { DesignTexts } from './nb.ts';
import { describeMissingMonths, formatMonthSpan } from './months-of-problems.ts';

const count = (n: number) => formatCount(n, 'nn');

/** Reasons why a password is too weak, by the server's code. */
const weaknesses: Readonly<Record<string, string>> = {
  common: 'dette er eit av dei vanlegaste, eller bygd av vanlege ord.',
  repeated: 'det tek opp att dei same teikna eller orda.',
  sequence: 'det følgjer alfabetet, talrekkja eller tastaturet.',
  'own-words': 'det er bygd av namnet ditt, verksemda eller tenesta.',
  dated: 'det er eit ord med eit årstal eller ein dato.',
  predictable: 'det er lett å gjette.',
};

/** Formats a waiting time: seconds up to 90, then whole minutes. */
function waitOf(seconds: unknown): string {
  const count = Number(seconds);
  if (count <= 90) return plural('nn', count, { one: 'eitt sekund', other: `${count} sekund` });
  const minutes = Math.ceil(count / 60);
  return plural('nn', minutes, { one: 'eitt minutt', other: `${minutes} minutt` });
}

export const nn = {
  language: 'Språk',
  cancel: 'Avbryt',
  textMissing: 'Skriv kva det gjeld, med minst tre teikn.',
  dateMissing: 'Vel ein dato.',
  youAreHere: 'Du er her:',
  backTo: (p) => `Tilbake til ${p.page}`,
  agreementFilter: {
    only: 'Viser berre avtalen',
    all: 'Vis alle avtalar',
  },
  loading: 'Hentar …',
  failedTitle: 'Vi kunne ikkje hente dette',
  failedSafe: 'Ingenting er endra eller gått tapt.',
  tryAgain: 'Prøv igjen',
  reference: (p) => `Referanse om du melder frå: ${p.traceId}`,
  missingTitle: 'Vi finn ikkje dette',
  missing:
    'Lenkja er kanskje ikkje heilt rett, eller det ho viser til, høyrer til ei anna verksemd. Ingenting er sletta.',
  toFront: 'Gå til framsida',
  deniedTitle: 'Du har ikkje tilgang til denne sida',
  deniedWho: (p) => `Tilgang kan bli gitt av ${p.who}.`,
  deniedNobody:
    'Sida er for andre roller enn di. Administratoren i verksemda di kan endre rolla di. Nokre sider er berre for innkjøparar eller for innkjøpssamarbeidet.',
  errorsTitle: (p) =>
    plural('nn', p.count, {
      one: 'Rett éin ting før du går vidare',
      other: `Rett ${count(p.count)} ting før du går vidare`,
    }),
  refusedTitle: 'Noko må rettast',
  optional: '(valfritt)',
  dropHere: (p) => `Slepp ${p.kinds} her`,
  dropOr: 'eller',
  chooseFile: 'Vel fil',
  chooseFiles: 'Vel filer',
  dropLimit: (p) => `Inntil ${p.size}.`,
  tooLarge: (p) =>
    `${p.name} er ${p.size}. Grensa er ${p.limit}. Del fila i fleire, eller fjern ark som ikkje skal vere med.`,
  wrongKind: (p) => `${p.name} er ein filtype vi ikkje kan lese her. Vi les ${p.kinds}.`,
  onlyOne: 'Slepp éi fil om gongen her.',
  emptyFile: (p) => `${p.name} er tom. Lagre fila på nytt, og prøv igjen.`,
  found: 'Fann',
  expected: 'Forventa',
  whatToDo: 'Slik rettar du',
  places: (p) => plural('nn', p.count, { one: 'éin stad', other: `${count(p.count)} stader` }),
  showAllPlaces: (p) => `Vis alle ${count(p.count)} stadene`,
  showFewer: 'Vis færre',
  rowPlace: (p) =>
    [p.sheet, `rad ${count(p.row)}`, p.column].filter((part) => part !== null && part !== '').join(' · '),
  severity: { blocksFile: 'Stoppar fila', blocksRow: 'Stoppar rada', confirm: 'Spørsmål', info: 'Merknad' },
  noFindings: 'Vi fann ingenting å rette.',
  notCalculated: 'ikkje berekna',
  notStated: 'ikkje oppgitt',
  allMonths: 'alle importerte månader',
  progressOf: (p) => `${count(p.done)} av ${count(p.total)}`,
  mayLeave: 'Du kan forlate sida. Arbeidet held fram.',
  columns: 'Kolonnar',
  chooseColumns: 'Vel kolonnar',
  sortBy: (p) => `Sorter etter ${p.column}`,
  rows: (p) => plural('nn', p.count, { one: 'éi rad', other: `${count(p.count)} rader` }),
  rowsOf: (p) => `${count(p.count)} av ${count(p.total)} rader`,
  rowsFirst: (p) => `Dei første ${count(p.count)} radene`,
  selected: (p) => plural('nn', p.count, { one: 'éi vald', other: `${count(p.count)} valde` }),
  download: {
    open: 'Last ned',
    xlsx: 'Last ned (Excel)',
    csv: 'Last ned (CSV)',
    scope: 'Radene og kolonnane som er viste.',
    scopeAll: (p) => `Alle radene i utvalet, inntil ${count(p.max)}, med kolonnane som er viste.`,
    scopeShown: (p) => `Berre dei ${count(p.count)} radene som er viste her.`,
    fetching: (p) => `Hentar rader: ${count(p.count)} hittil`,
    done: (p) =>
      p.isCut
        ? `Lasta ned dei første ${count(p.count)} radene. Det er fleire: snevr inn utvalet for å få med resten.`
        : `Lasta ned ${plural('nn', p.count, { one: 'éi rad', other: `${count(p.count)} rader` })}.`,
    title: (p) =>
      `Lasta ned ${p.day}. ${p.isCut ? `Dei første ${count(p.count)} radene; det er fleire` : plural('nn', p.count, { one: 'Éi rad', other: `${count(p.count)} rader` })}.`,
    failed: 'Vi kunne ikkje lage fila. Prøv igjen.',
  },
  selectAll: 'Vel alle',
  selectRow: (p) => `Vel ${p.row}`,
  showTable: 'Vis som tabell',
  showChart: 'Vis som figur',
  share: 'Del',
  shareOf: (p) => formatShare(String(p.share), 'nn'),
  basis: 'Grunnlag',
  why: 'Kvifor?',
  whyOf: (p) => `Kvifor er talet ${p.figure}?`,
  formula: 'Slik er det berekna',
  caveats: 'Atterhald',
  sources: 'Kjelder',
  versions: 'Versjonar',
  wayDown: 'Sjå grunnlaget',
  close: 'Lukk',
  problems: {
    'no-connection': () => 'Vi får ikkje kontakt med tenesta. Sjekk nettilkoplinga, og prøv igjen.',
    unexpected: () => 'Noko gjekk gale hos oss. Prøv igjen om litt.',
    'not-found': () => 'Vi finn ikkje det du ser etter. Det kan vere flytta, eller høyre til ei anna verksemd.',
    'permission-denied': () => 'Rolla di har ikkje tilgang til dette.',
    'not-authenticated': () => 'Du er logga ut. Logg inn på nytt for å halde fram.',
    'body-invalid': () => 'Noko av det du fylte ut, må rettast.',
    'sign-in-failed': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'E-postadressa eller passordet er feil.',
    'code-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'Koden er feil, brukt eller utgått. Skriv koden som blir vist no.',
    'password-wrong': (p: { retryAfterSeconds?: unknown }) =>
      p.retryAfterSeconds
        ? `Det er for mange forsøk på kort tid. Vent ${waitOf(p.retryAfterSeconds)}, og prøv igjen.`
        : 'Passordet er feil.',
    'recent-sign-in-required': () => 'Du må stadfeste at det er deg. Prøv igjen, og skriv passordet.',
    'sign-in-expired': () => 'Innlogginga tok for lang tid. Skriv e-postadresse og passord på nytt.',
    'passkey-refused': () => 'Passnøkkelen vart ikkje godteken. Prøv igjen, eller bruk ein annan måte.',
    'passkey-challenge-expired': () => 'Det tok for lang tid å bruke passnøkkelen. Prøv igjen.',
    'passkey-already-added': () => 'Denne passnøkkelen er lagd til frå før.',
    'totp-already-added': () => 'Du har allereie ein app for eingongskodar. Fjern han først om du vil byte.',
    'second-factor-required': () => 'Rolla di krev ein ekstra faktor. Legg til éin under Kontoen min.',
    'second-factor-needed': () => 'Rolla di krev ein ekstra faktor. Legg til ein annan før du fjernar denne.',
    'second-factor-missing': () => 'Legg til ein passnøkkel eller eingongskodar først.',
    'own-account': () => 'Dette er din eigen konto. Be ein annan administrator, eller bruk Kontoen min.',
    'person-in-other-organisations': () =>
      'Personen har òg tilgang til andre verksemder. Be systemansvarleg om å tilbakestille innlogginga.',
    'password-weak': (p: { reason?: unknown }) =>
      `Vel eit anna passord: ${weaknesses[String(p.reason)] ?? weaknesses['predictable']} Fire eller fleire ord som ikkje høyrer saman, er lette å hugse og vanskelege å gjette.`,
    'too-many-attempts': () => 'Det er for mange forsøk på kort tid. Vent eit minutt, og prøv igjen.',
    'no-active-membership': () => 'Vel først kva verksemd du representerer.',
    'invitation-not-found': () => 'Lenka er ikkje rett. Sjekk at heile lenka er med, eller be om ei ny.',
    'invitation-already-used': () => 'Invitasjonen er brukt. Logg inn med kontoen du oppretta.',
    'invitation-withdrawn': () =>
      'Invitasjonen gjeld ikkje lenger: han er trekt tilbake eller erstatta av ein nyare. Bruk den siste e-posten, eller be den som inviterte deg, om ein ny.',
    'invitation-already-accepted': () => 'Invitasjonen er allereie svara på. Avslutt tilgangen i staden.',
    'person-has-access': () => 'Personen har framleis tilgang. Avslutt tilgangen først.',
    'mention-too-short': () => 'Skriv minst fire teikn av namnet.',
    'last-administrator': () =>
      'Dette er den siste administratoren. Gi ein kollega rolla først, så nokon kan invitere nye brukarar.',
    'invitation-expired': () => 'Invitasjonen har gått ut. Be den som inviterte deg, om ein ny.',
    'reset-link-expired': () => 'Lenka er brukt eller har gått ut. Be om ei ny.',
    'role-not-available': () => 'Rolla finst ikkje i denne verksemda. Vel ei anna.',
    'csrf-token-missing': () => 'Sida har vore open lenge. Last ho på nytt, og prøv igjen.',
    'too-many-requests': () => 'Det er for mange førespurnader på kort tid. Vent litt, og prøv igjen.',
    'api-key-invalid': () => 'Nøkkelen kan ikkje opprettast slik. Sjå over kva han skal kunne, og den siste dagen.',
    'api-key-limit-reached': (p) =>
      `De har allereie ${String(p.max ?? '')} gyldige API-nøklar. Trekk tilbake ein som ikkje er i bruk, og prøv igjen.`,
    'option-effect-changed': () => 'Verknaden av opsjonen er endra sidan du såg han. Sjå over han på nytt.',
    'agreement-invalid': () => 'Noko i avtalen må rettast. Sjå over felta, og prøv igjen.',
    'party-invalid': () => 'Organisasjonen kan ikkje leggjast inn slik. Sjå over nummeret.',
    'organisation-correction-refused': () => 'Rettinga vart ikkje lagra. Sjå over namn, nummer og grunngjeving.',
    'organisation-number-taken': (p: { name?: unknown }) =>
      `${String(p.name ?? '')} har allereie dette nummeret. Er det den same verksemda, kan du slå dei to saman på sida til den som skal fjernast.`,
    'organisation-merge-refused': () => 'Dei to vart ikkje slått saman. Sjå over valet og grunngjevinga.',
    'organisation-numbers-differ': () =>
      'Dei to har ulike organisasjonsnummer. Stadfest at nummeret til den som skal fjernast, er feil.',
    'organisation-merge-conflicts': (p: { into?: unknown }) =>
      `Dei to kan ikkje slåast saman enno. Løys først konfliktane i det som er felles med ${String(p.into ?? '')}.`,
    'import-no-header-row': () =>
      'Vi finn inga rad med overskrifter vi kjenner att. Fila må ha ei rad med kolonneoverskrifter.',
    'import-too-many-rows': () => 'Fila har fleire rader enn eit avtaleregister kan ha. Del ho opp.',
    'import-columns-unknown': () => 'Nokre av kolonnane finst ikkje i fila. Vel dei på nytt.',
    'import-answers-invalid': () => 'Svaret kan ikkje brukast. Sjå over det, og prøv igjen.',
    'import-questions-open': () => 'Nokre spørsmål er ikkje svara på enno.',
    'import-closed': () => 'Fila er allereie importert eller forkasta. Last sida på nytt.',
    'notice-invalid': (p: { reason?: unknown }) =>
      `Kunngjeringa kan ikkje importerast${typeof p.reason === 'string' ? ` (${p.reason})` : ''}. Last ho ned på nytt frå Doffin eller TED.`,
    'file-missing': () => 'Vel ei fil først.',
    'nil-but-booked': () =>
      'Kundar har bokført kjøp frå dykk i perioden. Last opp linjene, eller forklar kva det gjeld.',
    'nil-return-not-allowed': () => 'På denne avtalen blir det ikkje meldt «ingen leveransar».',
    'factor-assignment-invalid': () => 'Faktorvalet vart ikkje lagra. Sjå over felta som er merkte.',
    'second-approver-required': () => 'Du kan ikkje godkjenne dette sjølv. Ein annan person må gjere det.',
    'approver-not-independent': (p: { person?: unknown; other?: unknown; origin?: unknown }) =>
      `${String(p.person ?? '')} og ${String(p.other ?? '')} blir ikkje rekna som to uavhengige personar, fordi ${String(p.origin ?? 'den same')} gav begge tilgang. Spør ein annan kollega, eller be ein uavhengig administrator eller driftsansvarleg gå god for den eine på sida Kollegaer.`,
    'measure-state-invalid': () => 'Tiltaket kan ikkje få denne statusen no. Last sida på nytt for å sjå statusen.',
    'penalty-nothing-to-decide': () => 'Ingen dagar blir rekna som for seint, så det er ikkje noko å avgjere.',
    'penalty-without-amount': () => 'Avtalen oppgir ikkje noko beløp, så dagmulkt kan ikkje krevjast.',
    'penalty-amount-too-high': () => 'Beløpet kan ikkje vere høgare enn det som er berekna.',
    'penalty-decision-already-withdrawn': () => 'Avgjerda er allereie trekt tilbake.',
    'statement-changed': () =>
      'Tala er endra, eller nokon har avgjort vurderinga, sidan du opna sida. Sjå over dei og avgjer på nytt.',
    'statement-ratings-invalid': () => 'Vurder kvart av nøkkeltala éin gong.',
    'statement-year-in-future': () => 'Året er ikkje byrja enno.',
    'approval-not-pending': () => 'Dette ventar ikkje på godkjenning. Last sida på nytt.',
    'second-approval-pending': () => 'Ein annan person må godkjenne kravet før brevet kan brukast.',
    'period-reversed': () => 'Den siste dagen er før den første.',
    'period-too-long': (p) => `Perioden er for lang. Vel høgst ${String(p.months)} månader.`,
    'claim-without-lines': () => 'Ingen av linjene er opne. Last sida på nytt.',
    'claim-amount-not-positive': () => 'Linjene gir ikkje noko beløp å krevje.',
    'claim-too-many-lines': () => 'Kravet får for mange linjer. Vel færre månader.',
    'claim-state-changed': () => 'Kravet har fått ein annan status. Last sida på nytt.',
    'claim-amount-invalid': () => 'Skriv eit beløp som ikkje er høgare enn kravet.',
    'claim-response-text-required': () => 'Skriv kva de er usamde i.',
    'second-person-required': () => 'Ein annan person enn du må godkjenne dette.',
    'voucher-not-independent': (p: { name?: unknown }) =>
      `Du kan ikkje gå god for ${String(p.name ?? '')}, fordi de fekk tilgang gjennom den same personen. Be ein annan administrator eller driftsansvarleg om det.`,
    'approval-not-assigned-to-you': () =>
      'Forslaget er sendt til ein annan. Berre den personen, eller stadfortredaren, kan avgjere det.',
    'factor-assignment-state-changed': () => 'Faktorvalet har fått ein annan status. Last sida på nytt.',
    'notification-required': () => 'Avtalen krev desse varsla. Dei kan ikkje slåast av eller samlast opp.',
    'notification-kind-unknown': () => 'Nokre av varsla gjeld ikkje rolla di. Last sida på nytt.',
    'template-invalid': (p: { allowed?: unknown }) =>
      `Teksten har ein variabel som ikkje finst, eller ein klamme for mykje. Du kan bruke: ${String(p.allowed ?? '')}.`,
    'template-has-link': () => 'Teksten kan ikkje innehalde lenkjer. Den personlege lenkja kjem i tillegg.',
    'message-has-link': () => 'Meldinga kan ikkje innehalde lenkjer.',
    'message-not-failed': () => 'Meldinga er ikkje stoppa. Berre meldingar som ikkje kom fram, kan sendast på nytt.',
    'calendar-feeds-too-many': (p: { max?: unknown }) =>
      `Du har allereie ${String(p.max ?? '')} kalenderadresser. Steng ei før du lagar ei ny.`,
    'invitation-message-refused': (p: { max?: unknown }) =>
      `Meldinga kan ikkje innehalde lenkjer, og har høgst ${String(p.max ?? '')} teikn.`,
    'invitation-limit-reached': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'open'
        ? `De har ${String(p.max ?? '')} invitasjonar utan svar. Trekk tilbake nokre, eller vent på svar.`
        : `Grensa på ${String(p.max ?? '')} invitasjonar ${String(p.scope ?? '').endsWith('-day') ? 'i døgnet' : 'i timen'} er nådd. Vent litt, og prøv igjen. Adresser frå kontaktane i avtalane tel ikkje med.`,
    'invitation-not-awaiting-approval': () => 'Invitasjonen ventar ikkje på godkjenning.',
    'invitation-already-decided': () => 'Invitasjonen er allereie avgjord. Last sida på nytt.',
    'self-approval-not-allowed': () => 'Du kan ikkje godkjenne dette sjølv. Ein annan må godkjenne det.',
    'reason-required': () => 'Skriv ei grunngiving.',
    'membership-already-exists': () => 'Personen har allereie denne rolla.',
    'ending-already-decided': () => 'Forslaget er allereie avgjort. Last sida på nytt.',
    'account-not-invited': () =>
      'Du er logga inn med ei anna adresse enn den invitasjonen er send til. Logg ut, og opne lenkja på nytt.',
    'invitation-invalid': () => 'Invitasjonen vart ikkje send: vel ein siste dag, frå i dag til høgst eitt år fram.',
    'figure-proposal-already-decided': () => 'Forslaget er allereie avgjort eller trekt tilbake. Last sida på nytt.',
    'figure-proposal-of-another': () => 'Berre den som foreslo, kan trekkje forslaget tilbake.',
    'external-figures-invalid': () => 'Tala vart ikkje lagde inn: eit år, ein kommune eller ein kategori finst ikkje.',
    'method-policy-invalid': () => 'Regelen vart ikkje lagra. Sjå over felta som er merkte.',
    'proposal-not-yours': () => 'Berre den som laga forslaget, kan trekkje det tilbake.',
    'delegation-not-own': () =>
      'Du kan berre oppnemne stadfortredar for deg sjølv. Ein administrator kan gjere det for andre.',
    'delegation-already-ended': () => 'Stadfortredarskapet er allereie avslutta. Last sida på nytt.',
    'method-policy-already-proposed': () => 'Det same forslaget ventar allereie på godkjenning.',
    'method-policy-already-in-force': () =>
      'To personar har allereie godkjent det same for kategorien frå denne dagen. Forslaget ville ikkje endra noko.',
    'proposal-already-decided': () => 'Forslaget er allereie avgjort. Last sida på nytt.',
    'mapping-correction-invalid': () => 'Rettinga vart ikkje lagra. Sjå over felta som er merkte.',
    'preview-timed-out': () =>
      'Det tok for lang tid å berekne kva dette ville endre. Vel færre kodar, eller prøv igjen seinare.',
    'evidence-pack-in-progress': () =>
      'Du lastar allereie ned ein dokumentasjonspakke. Vent til han er ferdig, og prøv igjen.',
    'evidence-pack-queue-full': () => 'Andre lastar ned dokumentasjonspakkar no. Prøv igjen om eit minutt.',
    'uploads-in-progress': (p: { underWay?: unknown }) =>
      `${count(Number(p.underWay ?? 0))} filer frå verksemda di ventar eller blir lesne. Vent til nokre er ferdige, og send på nytt.`,
    'storage-full': () => 'Det er ikkje plass til fleire filer frå verksemda di. Ta kontakt med avtaleforvaltaren.',
    'downloads-in-progress': (p: { scope?: unknown; max?: unknown }) =>
      p.scope === 'person'
        ? `Du lastar allereie ned ${String(p.max)} store filer. Vent til éi er ferdig, og prøv igjen.`
        : p.scope === 'organisation'
          ? `Verksemda di lastar allereie ned ${String(p.max)} store filer. Vent til éi er ferdig, og prøv igjen.`
          : 'Mange store filer blir lasta ned no. Prøv igjen om litt.',
    'database-unavailable': () =>
      'Databasen svarer ikkje akkurat no. Det du har fått stadfesta, er trygt lagra. Prøv igjen om litt.',
    'disk-full': () =>
      'Det er for lite lagringsplass igjen, så vi kan ikkje ta imot filer no. Fila er ikkje lagra. Prøv igjen seinare, eller kontakt systemansvarleg.',
    'cooperative-moving': () =>
      'Innkjøpssamarbeidet blir flytta til eit anna anlegg akkurat no. Du kan lese alt, men ikkje endre noko. Ingenting er endra. Prøv igjen om litt.',
    'cooperative-moved': (p: { address?: unknown }) =>
      p.address
        ? `Innkjøpssamarbeidet er flytta. Logg inn på ${String(p.address)}.`
        : 'Innkjøpssamarbeidet er flytta. Spør systemansvarleg om den nye adressa.',
    'file-store-unavailable': () =>
      'Fillageret svarer ikkje akkurat no, så filer kan ikkje takast imot eller hentast. Ingenting er endra. Prøv igjen om litt.',
    'job-lost': () => 'Arbeidet vart borte før det var ferdig. Send fila på nytt.',
    'job-not-failed': () =>
      'Jobben kan ikkje køyrast på nytt no: han er ferdig, er i gang, eller blir køyrd på nytt automatisk. Last sida på nytt.',
    'server-busy': () => 'Tenesta er oppteken og kunne ikkje svare i tide. Ingenting er endra. Prøv igjen om litt.',
    'json-too-deep': (p: { depthMax?: unknown }) =>
      `Innhaldet har meir enn ${String(p.depthMax)} nivå av nøsta parentesar. Send det med færre nivå.`,
    'line-too-large': (p: { line?: unknown; lineBytesMax?: unknown }) =>
      `Linje ${String(p.line)} er større enn ${String(p.lineBytesMax)} byte. Send ho med kortare tekstar.`,
    'evidence-pack-too-large': (p: { linesMax?: unknown }) =>
      `Berekninga har for mange linjer til å lastast ned som éin pakke${p.linesMax ? `: grensa er ${count(Number(p.linesMax))}` : ''}.`,
    'factor-assignment-end-in-past': () =>
      'Ein godkjend faktor kan ikkje avsluttast tilbake i tid. Vel dagen i dag eller ein seinare dag.',
    'mapping-correction-already-revoked': () => 'Rettinga er allereie oppheva. Last sida på nytt.',
    'mapping-correction-superseded': () => 'Alt i rettinga er retta på nytt sidan. Opphev den nyaste først.',
    'publication-required': () =>
      'Berekninga er publisert i fleire delar. Opne den delen du vil sjå, under Publiserte tal.',
    'publication-scope-empty': () =>
      'Ingen linjer i berekninga høyrer til dette omfanget, så det er ikkje noko å publisere. Vel andre månader, kommunar eller kategoriar.',
    'nothing-published': () => 'Det er ikkje publisert noko for kommunen her. Vel alle kommunane eller ein annan.',
    'periods-not-comparable': (p) =>
      `Periodane ${formatMonthSpan(p.before, 'nn')} og ${formatMonthSpan(p.after, 'nn')} kan ikkje samanliknast: ingen kommune har rekneskap som er komplett for dei same månadene i begge.${describeMissingMonths(p.missing, 'nn', 'manglar')}`,
    'run-not-reproducible': () =>
      'Berekninga gav ikkje same resultat då ho vart kontrollberekna, og er ikkje publisert. Kontakt systemansvarleg.',
    'question-changed': () => 'Linjene er endra sidan du såg dei. Sjå på nytt kva svaret gjer.',
    'tolerance-effect-changed': () =>
      'Linjene eller grensene er endra sidan du såg verknaden. Sjå han på nytt, og lagre så.',
    'tolerance-too-early': (p: { from?: unknown }) =>
      `Grensene kan tidlegast gjelde frå ${formatDate(String(p.from), 'nn')}. Verknaden blir vist for dei siste tolv månadene.`,
    'tolerance-without-agreement': () => 'Vel avtalen som skal følgje grensene til samarbeidet.',
    'bulk-answer-already-revoked': () => 'Svaret er allereie oppheva.',
    'concurrent-decision': () =>
      'Nokon andre har avgjort dette sidan du opna det. Sjå avgjerda deira, og lagre på nytt dersom du framleis meiner det same.',
    'period-not-over': (p: { from?: unknown }) =>
      `Perioden er ikkje over. Du kan sende inn frå og med ${typeof p.from === 'string' ? formatDate(p.from, 'nn') : 'dagen etter den siste dagen'}.`,
    'nil-return-already-submitted': () => 'Det er allereie meldt at det ikkje er levert noko i perioden.',
    'version-not-checked': () =>
      'Rapporten er ikkje ferdig kontrollert, eller han er allereie send inn. Last sida på nytt.',
    'submission-incomplete': () =>
      'Rapporten manglar svar på eit spørsmål frå kontrollen. Sjå over steg 3 og send inn på nytt.',
    'correction-base-changed': () =>
      'Ein annan versjon er send inn etter at fila vart kontrollert. Vel fila på nytt, så blir ho samanlikna med versjonen som gjeld no.',
    'nothing-to-amend': () => 'Det er ingen rapport med linjer å leggje til i. Send heile rapporten.',
    'nothing-to-compare': () => 'Dette er den første versjonen for perioden. Det er ingenting å samanlikne med.',
    'not-submitted-on-behalf': () => 'Denne rapporten er ikkje levert på vegner av leverandøren.',
    'on-behalf-malformed': () => 'Oppgi kven fila kom frå, kva dag ho kom, og kvifor du leverer ho.',
    'on-behalf-response-missing': () => 'Skriv kva som ikkje stemmer.',
    'cursor-invalid': () => 'Sida finst ikkje. Last lista på nytt.',
    'redaction-malformed': () => 'Opplysningane om det som vart fjerna frå fila, kunne ikkje lesast. Vel fila på nytt.',
    'reading-options-malformed': () => 'Rettingane kunne ikkje lesast saman med fila. Rett i fila og vel ho på nytt.',
    'supplier-response-reason-missing': () => 'Skriv kort kva som er rett.',
    'supplier-response-has-no-cause': () =>
      'Svaret forklarer ikkje kvifor linja manglar. Vel linja som er same kjøp, eller vel ei årsak.',
    'supplier-response-superseded': () => 'Leverandøren har svart på nytt. Last sida på nytt og les det siste svaret.',
    'manual-entry-field-unknown': (p: { field: string }) =>
      `Vilkåra har ikkje noko felt «${p.field}». Last sida på nytt.`,
    'manual-entry-full': ({ rowsMax }) =>
      `Her er det plass til ${count(rowsMax)} linjer. Send større leveransar som fil.`,
    'manual-entry-changed': () => 'Ein kollega har endra linjene sidan du såg dei. Sjå over dei, og send inn på nytt.',
    'manual-entry-empty': () => 'Det er ingen linjer å sende inn enno.',
    'manual-entry-multiple-tables': () => 'Denne avtalen ber om linjer i fleire tabellar. Send dei som fil.',
    'branches-missing': ({ names }) =>
      `Desse filialane er ikkje med: ${listing('nn', names)}. Lever for dei, eller oppgi at dei kjem seinare.`,
    'branch-not-missing': () => 'Ein filial som var oppgitt å mangle, har levert. Last sida på nytt.',
    'branches-overlap': (p) =>
      `${plural('nn', p.count, { one: 'Éi fakturalinje er', other: `${count(p.count)} fakturalinjer er` })} i rapportane frå både ${listing('nn', p.names)}. Dersom same fil er levert for to filialar, fjernar du den eine. Dersom begge er rette, sender du inn den eine først og den andre på eiga side.`,
    'branch-duplicate': () => 'Ein filial kan berre ha éin rapport i innsendinga.',
    'reports-of-different-suppliers': () =>
      'Fila kan berre delast mellom rapportar frå same leverandør. Gå tilbake til Rapportar og vel ho der.',
    'file-not-stored': () => 'Fila er ikkje lagra, fordi ho kan innehalde personopplysningar.',
    'file-deleted': () => 'Fila er ikkje lenger lagra hos oss. Send ho på nytt.',
    'version-not-submitted': () => 'Rapporten er ikkje lenger til godkjenning. Last sida på nytt.',
    'extension-not-later': (p: { expected?: string }) =>
      `Den nye fristen må vere seinare enn den som gjeld no${p.expected ? ` (${formatDate(p.expected, 'nn')})` : ''}.`,
    'owner-not-a-contract-manager': () => 'Vel ein avtaleforvaltar som arbeider hos dykk.',
    'hand-over-to-the-same': () => 'Vel to ulike personar.',
    'case-closed': () => 'Saka er lukka. Opne ho igjen for å skrive i ho.',
    'note-for-cooperative-only': () => 'Notat blir skrivne av innkjøpssamarbeidet. Skriv ei melding i staden.',
    'case-not-a-request': () => 'Saka er ikkje eit ønske frå leverandøren, så det er ingenting å godkjenne.',
    'request-incomplete': () => 'Noko manglar. Fyll ut alle felta, og send på nytt.',
    'request-already-made': (p: { number: string }) =>
      `De har allereie spurt om dette i sak ${p.number}. Skriv vidare der.`,
    'line-already-challenged': (p: { number: string }) => `Linja er allereie teken opp i sak ${p.number}.`,
    'version-not-accepted': () => 'Du kan berre be om retting av ein godkjend rapport. Last sida på nytt.',
    'correction-already-requested': (p: { number: string }) =>
      `Leverandøren er allereie beden om å rette rapporten, i sak ${p.number}.`,
    'terms-invalid': () => 'Vilkåra har feil som må rettast før dei kan publiserast.',
    'template-withdrawn': (p: { cooperative?: unknown }) =>
      `${typeof p.cooperative === 'string' ? p.cooperative : 'Innkjøpssamarbeidet'} har trekt malen tilbake. Spør dei om kva mal som gjeld.`,
    'template-not-in-force': (p: { cooperative?: unknown }) =>
      `Vilkåra som malen byggjer på, gjeld ikkje enno. Spør ${typeof p.cooperative === 'string' ? p.cooperative : 'innkjøpssamarbeidet'} når dei gjer det.`,
    'template-already-published': () => 'Malen er allereie publisert. Last sida på nytt.',
    'slug-already-taken': (p: { slug?: unknown }) => `Adressa ${String(p.slug ?? '')} er i bruk. Vel ei anna.`,
    'terms-not-in-force': () => 'Rapporten har ingen vilkår som gjeld i dag.',
    'terms-start-too-early': (p: { inForceFrom?: unknown }) =>
      typeof p.inForceFrom === 'string'
        ? `Vilkåra må gjelde frå ein seinare dag enn ${formatDate(p.inForceFrom, 'nn')}. Dei som gjeld no, gjeld frå den dagen.`
        : 'Vilkåra må gjelde frå ein seinare dag enn dei som gjeld no.',
    'terms-dry-run-in-progress': () => 'Ei anna prøvekøyring er i gang. Prøv igjen om litt.',
    'price-form-invalid': () => 'Prisskjemaet har feil som må rettast før det kan importerast.',
    'price-period-reversed': () => 'Den siste dagen prisane gjeld, må vere etter den første.',
    'price-model-invalid': () => 'Noko i prismodellen må rettast.',
    'price-model-date-taken': () =>
      'Det finst allereie ein prismodell frå denne dagen. Fjern han først, eller vel ein annan dag.',
    'item-number-change-to-itself': () => 'Det gamle og det nye varenummeret er like.',
    'pack-content-incomplete': (p) =>
      `Skriv både kor mykje det er i ${(p.unit as string | undefined) ?? 'pakninga'}, og av kva eining.`,
    'pack-conversion-circular': () => 'Omrekninga viser tilbake til seg sjølv: eininga ville innehalde seg sjølv.',
    'item-number-change-circular': () =>
      'Koplinga viser tilbake til seg sjølv: det nye nummeret leier tilbake til det gamle.',
    'item-number-already-changed': () => 'Det gamle nummeret er allereie kopla. Opphev den koplinga først.',
    'no-adjustment-clause': () => 'Prismodellen har inga regulering av prisar. Oppgi det i modellen først.',
    'adjustment-not-calculated': () => 'Reguleringa er ikkje berekna enno: indeksen manglar.',
    'adjustment-already-decided': () => 'Saka er allereie avgjord. Last sida på nytt.',
    'no-prices-to-adjust': () => 'Leverandøren har ingen avtalte prisar som gjeld frå denne dagen.',
    'index-series-invalid': () => 'Fila med indeksen har feil som må rettast.',
    'adjustment-too-early': (p: { earliest?: unknown }) =>
      typeof p.earliest === 'string'
        ? `Avtalen tillèt ikkje ny pris før ${formatDate(p.earliest, 'nn')}.`
        : 'Avtalen tillèt ikkje ny pris så tidleg.',
    'declaration-duplicate': (p) => `Denne fila er allereie levert${p.number ? ` som ${p.number as string}` : ''}.`,
    'declaration-reason-missing':
      'Skriv kvifor: sjekklista foreslår noko anna, eller leverandøren treng ei forklaring.',
    'declaration-not-usable': (p) =>
      `Kan ikkje godkjennast, fordi det ikkje finst noko tal som kan brukast${p.products ? `: ${p.products as string}` : ''}.`,
    'attachment-not-pdf': 'Fila er ikkje ein PDF. Legg ved EPD-en som PDF.',
    'attachment-limit-reached': (p) => `Deklarasjonen har allereie ${String(p.limit ?? '')} dokument, som er grensa.`,
    'declaration-unreadable': (p) =>
      `Vi finn ingen fotavtrykk vi kan lese i ${(p.name as string | undefined) ?? 'fila'}. Det må vere PACT i JSON.`,
    'item-unknown': (p) =>
      `Varenummer ${(p.itemNumber as string | undefined) ?? ''} finst ikkje i det avtalte sortimentet.`,
    'import-profile-invalid': () => 'Importprofilen er ikkje fullstendig. Gå gjennom kolonnar og reglar.',
    'file-infected': (p) =>
      `Fila ${String(p.name ?? '')} er stoppa: virussøket fann ${String(p.signature ?? '')}. Ingenting av ho er lagra. Køyr virussøk på maskina di, lag fila på nytt, og prøv igjen.`,
    'scanner-unreachable':
      'Fila kunne ikkje virussøkjast no, så ho er ikkje teken imot. Prøv igjen om nokre minutt, og kontakt systemansvarleg dersom det ikkje hjelper.',
    'file-too-large': (p: { sizeBytesMax?: unknown }) =>
      p.sizeBytesMax
        ? `Fila er større enn grensa på ${count(Number(p.sizeBytesMax) / 1024 ** 2)}\u00a0MB.`
        : 'Fila er større enn grensa.',
    'batch-already-reversed': (p) => `Importen er allereie reversert ved ${p.number ?? ''}.`,
    'batch-not-posted': () => 'Berre ei fil som er importert, kan reverserast.',
    'lines-not-json': () => 'Linjene er ikkje gyldig JSON. Send ei liste med objekt, eller eitt objekt per linje.',
    'too-many-lines': () => 'Det er for mange linjer. Del dei i fleire sendingar.',
    'lines-invalid': () => 'Nokre linjer har feil, og ingenting er importert. Sjå kva som er gale med kvar linje.',
    'batch-is-reversal': () => 'Ei reversering kan ikkje reverserast. Importer fila på nytt.',
    conflict: () => 'Nokon andre har endra dette i mellomtida. Last sida på nytt for å sjå det nyaste.',
  },
} satisfies DesignTexts;

import { formatCount, formatDate, listing, plural } from '@tallgrunn/values';
import type { claimsNb, forecastNb, membershipNb, optionNb, sampleNb, startNb } from './year-nb.ts';

const count = (n: number) => formatCount(n, 'nn');
const day = (date: string) => formatDate(date, 'nn');
const agreements = (n: number) => plural('nn', n, { one: 'éin avtale', other: `${count(n)} avtalar` });
const suppliers = (n: number) => plural('nn', n, { one: 'éin leverandør', other: `${count(n)} leverandørar` });

export const optionNn = {
  acts: { taken: 'Utløys …', left: 'Ikkje utløys' },
  remove: (p) => `Ta bort opsjon ${p.number}`,
  decide: (p) => `Opsjon ${p.number}: ${p.decision}`,
  reopen: 'Gjer om',
  reopenOf: (p) => `Gjer om avgjerda om opsjon ${p.number}`,
  exerciseTitle: (p) => `Utløys opsjon ${p.number}`,
  revokeTitle: (p) => `Gjer om at opsjon ${p.number} er utløyst`,
  noticePassed: (p) =>
    `Siste dag for å varsle var ${day(p.day)}. Undersøk om leverandøren godtek forlenginga før du utløyser opsjonen.`,
  lastDay: (p) =>
    p.before === p.after
      ? 'Ingen datoar blir flytte: avtalen har ingen siste dag, eller han varer allereie lenger.'
      : `Siste dag i avtalen blir flytt frå ${p.before ? day(p.before) : 'ingen'} til ${p.after ? day(p.after) : 'ingen'}.`,
  suppliersMove: (p) => `Blir flytte med: ${suppliers(p.count)}`,
  participantsMove: (p) =>
    `Blir flytte med: ${plural('nn', p.count, { one: 'éin deltakar', other: `${count(p.count)} deltakarar` })}`,
  unchanged: (p) =>
    `Har ein annan siste dag og beheld han: ${plural('nn', p.count, { one: 'éin', other: count(p.count) })}`,
  pricesEnd: (p) => `Prisane sluttar med avtalen og må fornyast: ${suppliers(p.count)}`,
  party: (p) =>
    [p.name, p.lot ? `delkontrakt ${p.lot}` : '', p.lastDay ? `siste dag no ${day(p.lastDay)}` : '']
      .filter((part) => part !== '')
      .join(', '),
  reversible: 'Det kan gjerast om. Endringane blir førte i behandlingsloggen.',
  exercise: 'Utløys opsjonen og flytt datoane',
  revoke: 'Flytt datoane tilbake',
  letterTitle: 'Utkast til varsel',
  letterHelp: 'Kopier teksten og send han slik avtalen krev. Sjekk han mot opsjonsklausulen først.',
  letter: (p) => `Til ${listing('nn', p.suppliers)}

Varsel om bruk av opsjon ${p.option}, ${p.agreement}

Vi viser til avtalen og varslar at opsjon ${p.option} blir teken i bruk. Avtalen blir forlengd til og med ${p.until ? day(p.until) : '…'}. Vilkåra gjeld uendra i opsjonsperioden.

Stadfest skriftleg at varselet er motteke.

Venleg helsing
[namn, verksemd]`,
} satisfies typeof optionNb;

export const membershipNn = {
  title: 'Inn og ut av samarbeidet',
  help: 'La kunden bli med i avtalane, eller gå ut av alle, frå éin dag. Tidlegare rapportar blir ikkje endra.',
  begin: { join: 'Bli med i avtalar …', leave: 'Gå ut av samarbeidet …' },
  titles: { join: (p) => `${p.name} blir med`, leave: (p) => `${p.name} går ut` },
  days: { join: 'Første dag', leave: 'Siste dag' },
  nothing: {
    join: 'Kunden er med i alle avtalar som gjeld denne dagen.',
    leave: 'Kunden er ikkje med i nokon avtale etter denne dagen.',
  },
  agreements: {
    join: (p) => `${agreements(p.count)} kan kunden bli med i. Ta bort dei som ikkje gjeld.`,
    leave: (p) => `Kunden går ut av ${agreements(p.count)}`,
  },
  later: (p) =>
    `Deltaking som tek til seinare, blir avslutta på avtalen: ${listing(
      'nn',
      p.agreements.map((each) => `${each.number} ${each.title}`),
    )}.`,
  users: (p) =>
    p.names.length === 0
      ? 'Kunden har ingen brukarar.'
      : `${listing('nn', p.names)} har tilgang til ein administrator avsluttar han under «Brukarar».`,
  acts: { join: (p) => `Bli med i ${agreements(p.count)}`, leave: (p) => `Gå ut av ${agreements(p.count)}` },
  left: (p) => `${p.name} går ut av ${agreements(p.count)} etter ${day(p.day)}.`,
  joined: (p) => `${p.name} er med i ${agreements(p.count)} frå ${day(p.day)}.`,
  leaving: (p) => `Siste dag i samarbeidet: ${day(p.day)}`,
  undo: 'Angre, og la kunden vere med til avtalane går ut',
  undone: (p) => `${p.name} er igjen med i ${agreements(p.count)}.`,
  cancel: 'Avbryt',
} satisfies typeof membershipNb;

export const forecastNn = {
  act: 'Vis kor mange rapportar dette gir',
  says: (p) =>
    p.count === 0
      ? 'Dette gir ingen nye rapportar i dag.'
      : `Dette gir ${plural('nn', p.count, { one: 'éin rapport', other: `${count(p.count)} rapportar` })} frå ${suppliers(p.suppliers)}${
          p.overdueCount > 0 ? `, ${count(p.overdueCount)} av dei med frist som er gått` : ''
        }.${p.firstDueOn ? ` Den første fristen er ${day(p.firstDueOn)}.` : ''}`,
  late: 'Rapportane kan ikkje leverast innan fristen. Vel ein seinare dag om leverandørane ikkje skal rapportere så langt tilbake. Trykk på publiser ein gong til for å gå vidare.',
} satisfies typeof forecastNb;

export const claimsNn = {
  title: 'Klausulpakka foreslår òg dette',
  help: 'Ingenting av det er med før du stadfestar at det står i avtalen.',
  agreed: 'Avtalt',
  notAgreed: 'Ikkje avtalt',
} satisfies typeof claimsNb;

export const startNn = {
  ended: (p) => `Avslutta utan vilkår: ${agreements(p.count)}. Dei er ikkje med her.`,
  all: 'Ta med alle',
  nothing: 'Ta bort alle',
  include: (p) => `Ta med ${p.agreement}`,
  says: (p) => `Kva som blir kravd: ${p.clause} (${agreements(p.count)})`,
  notAgreed:
    'Dette foreslår pakka òg. Det er ikkje med, fordi det ikkje er stadfesta at det er avtalt. Legg det til på avtalen når det står der:',
} satisfies typeof startNb;

export const sampleNn = {
  title: 'Prøv på ei eksempelfil',
  help: 'Slepp ei fil slik leverandøren lagar henne. Ho blir lesen på maskina di og ikkje send. Prisar og kundar blir ikkje kontrollerte her.',
  kinds: 'Excel- eller CSV-fila',
  count: 'Tal',
  example: 'Døme',
  mistakes: 'Rett feila i vilkåra først.',
  reading: (p) => `Les ${p.name}`,
  done: (p) => `${p.name} er lesen: ${count(p.accepted)} av ${count(p.rows)} rader ville blitt godtekne.`,
  unread: (p) => `${p.name} kunne ikkje lesast. Prøv ei anna fil.`,
} satisfies typeof sampleNb;

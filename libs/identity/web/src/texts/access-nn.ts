import { formatDate, formatInstant, osloDate } from '@tallgrunn/values';
import type { AccessTexts } from './access-nb.ts';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nn');

export const nn = {
  accept: {
    title: (p) => `Invitasjon til ${p.organisation}`,
    from: (p) =>
      `${p.inviter}${p.by ? `, ${p.by},` : ''} har invitert deg til å ${p.reports ? 'levere tal for' : 'bruke tenesta for'} ${p.organisation}.`,
    fromOperator: (p) =>
      `Du er invitert til å ${p.reports ? 'levere tal for' : 'bruke tenesta for'} ${p.organisation}.`,
    accountTitle: 'Ta imot invitasjonen',
    new: 'Lag ein ny konto',
    newHelp: 'Vel dette dersom du ikkje har brukt Tallgrunn før.',
    existing: 'Eg har konto frå før',
    existingHelp: (p) => `Logg inn med passordet til ${p.email}.`,
    accountFor: (p) => `Kontoen gjeld e-postadressa ${p.email}.`,
    newAct: 'Lag konto og gå vidare',
    existingAct: 'Logg inn og ta imot',
    signedInAct: (p) => `Ta imot som ${p.name}`,
    signedIn: (p) => `Du er logga inn som ${p.name}.`,
    notVerified:
      'Passordet er feil. Har du brukt Tallgrunn med denne adressa før, vel «Eg har konto frå før» og bruk det passordet. Har du gløymt det, kan du be om eit nytt.',
    forgotten: 'Be om nytt passord',
    waitingTitle: 'Ventar på godkjenning',
    waiting: (p) =>
      `Kontoen er klar. Ein administrator for ${p.organisation} må godkjenne deg før du får tilgang. Dei har fått melding, og du får e-post når dei har svart.`,
  },
  invite: {
    message: 'Eiga melding (valfri)',
    messageHelp: (p) => `Blir vist i e-posten, merkt med namnet ditt. Høgst ${p.max} teikn, utan lenkjer.`,
    sent: (p) =>
      `Invitasjonen er på veg til ${p.email}. Lenkja er personleg, finst berre i e-posten og gjeld til ${day(p.until)}.`,
  },
  approval: {
    title: 'Ventar på godkjenning',
    lead: 'Desse er inviterte av ei anna verksemd. Dei får tilgang først når ein av dykk godkjenner.',
    invitedBy: (p) => `Invitert av ${p.by}`,
    state: 'Ventar på godkjenning',
    approve: 'Godkjenn',
    approveNamed: (p) => `Godkjenn ${p.name}`,
    reject: 'Avvis',
    rejectNamed: (p) => `Avvis ${p.name}`,
    approved: (p) => `${p.name} har fått tilgang.`,
    rejected: (p) => `${p.name} er avvist.`,
  },
  role: {
    act: 'Endre rolle',
    named: (p) => `Endre rolle for ${p.name}`,
    label: (p) => `Ny rolle for ${p.name}`,
    save: 'Lagre rolla',
    cancel: 'Avbryt',
    done: (p) => `${p.name} er no ${p.role}.`,
  },
  endings: {
    title: 'Avslutningar som ventar på godkjenning',
    lead: 'Den siste administratoren i ei anna verksemd mister tilgangen først når to personar er samde.',
    what: (p) => `Avslutt tilgangen til ${p.person}, ${p.organisation}`,
    by: (p) => `Foreslått av ${p.by}, ${day(p.day)}`,
    own: 'Du foreslo dette. Ein annan administrator må godkjenne.',
    approve: 'Avslutt tilgangen',
    reject: 'Behald tilgangen',
    approved: 'Tilgangen er avslutta.',
    rejected: 'Tilgangen er behalden.',
    somebody: 'ein administrator',
  },
  mailStored:
    'E-post blir ikkje send: ingen e-posttenar er sett opp. E-postane blir lagra i mappa «outbox» i datamappa på tenaren. Systemansvarleg set SMTP_URL.',
  outbox: {
    title: 'Utboks',
    lead: 'Ein demo sender ingen e-post. Her ser du e-posten som ville vore send, uansett mottakar. Sida finst berre i ein demo.',
    to: 'Til',
    writtenAt: (p) => formatInstant(new Date(p.at), 'nn'),
    links: 'Lenkjer i e-posten',
    show: 'Les e-posten',
    open: (p) => `Opne ${p.path}`,
    invitation: 'Opne invitasjonen',
    newPassword: 'Opne sida for nytt passord',
    older: 'Eldre e-post',
    newest: 'Til dei nyaste',
    emptyTitle: 'Ingen e-post enno',
    empty: 'Inviter nokon eller be om nytt passord, så kjem e-posten hit.',
    missingTitle: 'Denne sida finst berre i ein demo',
    missing: 'Her blir e-post send til mottakaren, og ingen andre kan lese han.',
    link: 'Sjå e-post som ville vore send (Utboks)',
  },
} satisfies AccessTexts;

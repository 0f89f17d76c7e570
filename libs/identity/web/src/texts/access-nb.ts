import { formatDate, formatInstant, osloDate } from '@tallgrunn/values';

const day = (instant: string) => formatDate(osloDate(new Date(instant)), 'nb');

export const nb = {
  accept: {
    title: (p: { organisation: string }) => `Invitasjon til ${p.organisation}`,
    from: (p: { inviter: string; by: string; organisation: string; reports: boolean }) =>
      `${p.inviter}${p.by ? `, ${p.by},` : ''} har invitert deg til å ${p.reports ? 'levere tall for' : 'bruke tjenesten for'} ${p.organisation}.`,
    fromOperator: (p: { organisation: string; reports: boolean }) =>
      `Du er invitert til å ${p.reports ? 'levere tall for' : 'bruke tjenesten for'} ${p.organisation}.`,
    accountTitle: 'Ta imot invitasjonen',
    new: 'Lag en ny konto',
    newHelp: 'Velg dette hvis du ikke har brukt Tallgrunn før.',
    existing: 'Jeg har konto fra før',
    existingHelp: (p: { email: string }) => `Logg inn med passordet til ${p.email}.`,
    accountFor: (p: { email: string }) => `Kontoen gjelder e-postadressen ${p.email}.`,
    newAct: 'Lag konto og gå videre',
    existingAct: 'Logg inn og ta imot',
    signedInAct: (p: { name: string }) => `Ta imot som ${p.name}`,
    signedIn: (p: { name: string }) => `Du er logget inn som ${p.name}.`,
    notVerified:
      'Passordet er feil. Har du brukt Tallgrunn med denne adressen før, velg «Jeg har konto fra før» og bruk det passordet. Har du glemt det, kan du be om et nytt.',
    forgotten: 'Be om nytt passord',
    waitingTitle: 'Venter på godkjenning',
    waiting: (p: { organisation: string }) =>
      `Kontoen er klar. En administrator for ${p.organisation} må godkjenne deg før du får tilgang. De har fått beskjed, og du får e-post når de har svart.`,
  },
  invite: {
    message: 'Egen melding (valgfri)',
    messageHelp: (p: { max: number }) => `Vises i e-posten, merket med navnet ditt. Høyst ${p.max} tegn, uten lenker.`,
    sent: (p: { email: string; until: string }) =>
      `Invitasjonen er på vei til ${p.email}. Lenken er personlig, finnes bare i e-posten og gjelder til ${day(p.until)}.`,
  },
  approval: {
    title: 'Venter på godkjenning',
    lead: 'Disse er invitert av en annen virksomhet. De får tilgang først når en av dere godkjenner.',
    invitedBy: (p: { by: string }) => `Invitert av ${p.by}`,
    state: 'Venter på godkjenning',
    approve: 'Godkjenn',
    approveNamed: (p: { name: string }) => `Godkjenn ${p.name}`,
    reject: 'Avvis',
    rejectNamed: (p: { name: string }) => `Avvis ${p.name}`,
    approved: (p: { name: string }) => `${p.name} har fått tilgang.`,
    rejected: (p: { name: string }) => `${p.name} er avvist.`,
  },
  role: {
    act: 'Endre rolle',
    named: (p: { name: string }) => `Endre rolle for ${p.name}`,
    label: (p: { name: string }) => `Ny rolle for ${p.name}`,
    save: 'Lagre rollen',
    cancel: 'Avbryt',
    done: (p: { name: string; role: string }) => `${p.name} er nå ${p.role}.`,
  },
  endings: {
    title: 'Avslutninger som venter på godkjenning',
    lead: 'Den siste administratoren i en annen virksomhet mister tilgangen først når to personer er enige.',
    what: (p: { person: string; organisation: string }) => `Avslutt tilgangen til ${p.person}, ${p.organisation}`,
    by: (p: { by: string; day: string }) => `Foreslått av ${p.by}, ${day(p.day)}`,
    own: 'Du foreslo dette. En annen administrator må godkjenne.',
    approve: 'Avslutt tilgangen',
    reject: 'Behold tilgangen',
    approved: 'Tilgangen er avsluttet.',
    rejected: 'Tilgangen er beholdt.',
    somebody: 'en administrator',
  },
  mailStored:
    'E-post sendes ikke: ingen e-posttjener er satt opp. E-postene lagres i mappen «outbox» i datamappen på tjeneren. Systemansvarlig setter SMTP_URL.',
  outbox: {
    title: 'Utboks',
    lead: 'En demo sender ingen e-post. Her ser du e-posten som ville vært sendt, uansett mottaker. Siden finnes bare i en demo.',
    to: 'Til',
    writtenAt: (p: { at: string }) => formatInstant(new Date(p.at), 'nb'),
    links: 'Lenker i e-posten',
    show: 'Les e-posten',
    open: (p: { path: string }) => `Åpne ${p.path}`,
    invitation: 'Åpne invitasjonen',
    newPassword: 'Åpne siden for nytt passord',
    older: 'Eldre e-post',
    newest: 'Til de nyeste',
    emptyTitle: 'Ingen e-post ennå',
    empty: 'Inviter noen eller be om nytt passord, så kommer e-posten hit.',
    missingTitle: 'Denne siden finnes bare i en demo',
    missing: 'Her sendes e-post til mottakeren, og ingen andre kan lese den.',
    link: 'Se e-post som ville vært sendt (Utboks)',
  },
};

export type AccessTexts = typeof nb;

import type { InvitationTemplates } from './invitation-kinds.ts';

export const nb: InvitationTemplates = {
  'invitation-supplier': {
    subject: 'Rapportering for {organisation} til {cooperative}',
    body: '{inviter} inviterer deg til å levere rapporter for {organisation} til {cooperative} i Tallgrunn.\n\n{agreements}\n\n{firstReport}\n\nAvtalene ber leverandøren om å rapportere hva som er levert. {cooperative} bruker rapportene til å følge opp forbruk, priser og klimautslipp.',
  },
  'invitation-buyer': {
    subject: 'Tilgang til innkjøpstall for {organisation}',
    body: '{inviter} inviterer deg til å bruke Tallgrunn for {organisation}, som kjøper inn gjennom {cooperative}.\n\n{agreements}\n\nI Tallgrunn ser {organisation} hva som er kjøpt på avtalene, til hvilken pris og med hvilket klimautslipp, og kan legge inn sitt eget regnskap.',
  },
  'invitation-cooperative': {
    subject: 'Tilgang til Tallgrunn for {organisation}',
    body: '{inviter} inviterer deg til å bruke Tallgrunn som kollega i {organisation}.\n\n{agreements}\n\nI Tallgrunn følges avtaler, rapporter og klimatall opp.',
  },
  'invitation-reader': {
    subject: 'Lesetilgang til innkjøpstall for {organisation}',
    body: '{inviter} gir deg lesetilgang til Tallgrunn for {organisation}.\n\n{agreements}\n\nDu ser hva {organisation} har kjøpt, til hvilken pris og med hvilket klimautslipp. Du kan ikke endre noe.',
  },
  'invitation-auditor': {
    subject: 'Tilgang som revisor for {cooperative}',
    body: '{inviter} inviterer deg til å kontrollere de publiserte klimatallene til {organisation} i Tallgrunn.\n\n{agreements}\n\nDu kan lese alt som er publisert, ned til kilden. Du kan ikke endre noe.',
  },
};

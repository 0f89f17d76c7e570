import type { InvitationTemplates } from './invitation-kinds.ts';

export const nn: InvitationTemplates = {
  'invitation-supplier': {
    subject: 'Rapportering for {organisation} til {cooperative}',
    body: '{inviter} inviterer deg til å levere rapportar for {organisation} til {cooperative} i Tallgrunn.\n\n{agreements}\n\n{firstReport}\n\nAvtalane ber leverandøren om å rapportere kva som er levert. {cooperative} brukar rapportane til å følgje opp forbruk, prisar og klimautslepp.',
  },
  'invitation-buyer': {
    subject: 'Tilgang til innkjøpstal for {organisation}',
    body: '{inviter} inviterer deg til å bruke Tallgrunn for {organisation}, som kjøper inn gjennom {cooperative}.\n\n{agreements}\n\nI Tallgrunn ser {organisation} kva som er kjøpt på avtalane, til kva pris og med kva klimautslepp, og kan leggje inn sin eigen rekneskap.',
  },
  'invitation-cooperative': {
    subject: 'Tilgang til Tallgrunn for {organisation}',
    body: '{inviter} inviterer deg til å bruke Tallgrunn som kollega i {organisation}.\n\n{agreements}\n\nI Tallgrunn blir avtalar, rapportar og klimatal følgde opp.',
  },
  'invitation-reader': {
    subject: 'Lesetilgang til innkjøpstal for {organisation}',
    body: '{inviter} gir deg lesetilgang til Tallgrunn for {organisation}.\n\n{agreements}\n\nDu ser kva {organisation} har kjøpt, til kva pris og med kva klimautslepp. Du kan ikkje endre noko.',
  },
  'invitation-auditor': {
    subject: 'Tilgang som revisor for {cooperative}',
    body: '{inviter} inviterer deg til å kontrollere dei publiserte klimatala til {organisation} i Tallgrunn.\n\n{agreements}\n\nDu kan lese alt som er publisert, ned til kjelda. Du kan ikkje endre noko.',
  },
};

import type { Language } from '@tallgrunn/values';

interface Text {
  readonly subject: string;
  readonly text: string;
}

interface NewAdministrator {
  readonly organisation: string;
  readonly person: string;
  readonly email: string;
  /** The inviter; null when the operator gave access on the command line. */
  readonly by: string | null;
  readonly link: string;
}

interface AccessEnd {
  readonly organisation: string;
  readonly person: string;
  readonly by: string;
  readonly byOrganisation: string;
  readonly reason: string | null;
}

interface InvitationDecision {
  readonly organisation: string;
  readonly link: string;
}

interface RoleChanged {
  readonly organisation: string;
  readonly by: string;
  readonly role: string;
}

type Localised<P> = Record<Language, (p: P) => Text>;

/** To each administrator: a new administrator has access. */
export const newAdministratorEmail: Localised<NewAdministrator> = {
  nb: ({ organisation, person, email, by, link }) => ({
    subject: `Ny administrator for ${organisation}`,
    text: `${person} (${email}) er nå administrator for ${organisation} i Tallgrunn${by ? `, etter invitasjon fra ${by}` : ''}. Er det feil, kan du avslutte tilgangen her:\n${link}`,
  }),
  nn: ({ organisation, person, email, by, link }) => ({
    subject: `Ny administrator for ${organisation}`,
    text: `${person} (${email}) er no administrator for ${organisation} i Tallgrunn${by ? `, etter invitasjon frå ${by}` : ''}. Er det feil, kan du avslutte tilgangen her:\n${link}`,
  }),
  en: ({ organisation, person, email, by, link }) => ({
    subject: `New administrator of ${organisation}`,
    text: `${person} (${email}) is now an administrator of ${organisation} in Tallgrunn${by ? `, invited by ${by}` : ''}. If this is wrong, you can end the access here:\n${link}`,
  }),
};

/** To each administrator: a person invited by another organisation awaits their approval. */
export const approvalNeededEmail: Localised<NewAdministrator> = {
  nb: ({ organisation, person, email, by, link }) => ({
    subject: `Godkjenn ny bruker for ${organisation}`,
    text: `${by ?? 'Innkjøpssamarbeidet'} har invitert ${person} (${email}) til å representere ${organisation} i Tallgrunn. Personen får tilgang først når en administrator hos dere godkjenner. Godkjenn eller avvis her:\n${link}`,
  }),
  nn: ({ organisation, person, email, by, link }) => ({
    subject: `Godkjenn ny brukar for ${organisation}`,
    text: `${by ?? 'Innkjøpssamarbeidet'} har invitert ${person} (${email}) til å representere ${organisation} i Tallgrunn. Personen får tilgang først når ein administrator hos dykk godkjenner. Godkjenn eller avvis her:\n${link}`,
  }),
  en: ({ organisation, person, email, by, link }) => ({
    subject: `Approve a new user of ${organisation}`,
    text: `${by ?? 'The purchasing cooperative'} has invited ${person} (${email}) to represent ${organisation} in Tallgrunn. The person gets access only when an administrator of yours approves. Approve or reject here:\n${link}`,
  }),
};

/** To the invited person: an administrator has approved the access. */
export const approvedEmail: Localised<InvitationDecision> = {
  nb: ({ organisation, link }) => ({
    subject: `Tilgangen til ${organisation} er godkjent`,
    text: `En administrator har godkjent tilgangen din. Du kan nå representere ${organisation} i Tallgrunn.\n${link}`,
  }),
  nn: ({ organisation, link }) => ({
    subject: `Tilgangen til ${organisation} er godkjend`,
    text: `Ein administrator har godkjent tilgangen din. Du kan no representere ${organisation} i Tallgrunn.\n${link}`,
  }),
  en: ({ organisation, link }) => ({
    subject: `Access to ${organisation} is approved`,
    text: `An administrator has approved your access. You can now represent ${organisation} in Tallgrunn.\n${link}`,
  }),
};

/** To the invited person: an administrator has rejected the access. */
export const rejectedEmail: Localised<InvitationDecision> = {
  nb: ({ organisation }) => ({
    subject: `Tilgangen til ${organisation} er avvist`,
    text: `En administrator for ${organisation} har avvist tilgangen. Kontakt den som inviterte deg hvis du mener det er feil.`,
  }),
  nn: ({ organisation }) => ({
    subject: `Tilgangen til ${organisation} er avvist`,
    text: `Ein administrator for ${organisation} har avvist tilgangen. Kontakt den som inviterte deg dersom du meiner det er feil.`,
  }),
  en: ({ organisation }) => ({
    subject: `Access to ${organisation} is rejected`,
    text: `An administrator of ${organisation} has rejected your access. If you think this is wrong, contact the person who invited you.`,
  }),
};

/** To the person whose access the cooperative ended, and to the administrators of the organisation. */
export const accessEndedEmail: Localised<AccessEnd> = {
  nb: ({ organisation, person, by, byOrganisation, reason }) => ({
    subject: `Tilgang til ${organisation} er avsluttet`,
    text: `${by} (${byOrganisation}) har avsluttet tilgangen ${person} hadde til ${organisation} i Tallgrunn.${reason ? `\nBegrunnelse: ${reason}` : ''}`,
  }),
  nn: ({ organisation, person, by, byOrganisation, reason }) => ({
    subject: `Tilgang til ${organisation} er avslutta`,
    text: `${by} (${byOrganisation}) har avslutta tilgangen ${person} hadde til ${organisation} i Tallgrunn.${reason ? `\nGrunngiving: ${reason}` : ''}`,
  }),
  en: ({ organisation, person, by, byOrganisation, reason }) => ({
    subject: `Access to ${organisation} has ended`,
    text: `${by} (${byOrganisation}) has ended ${person}'s access to ${organisation} in Tallgrunn.${reason ? `\nReason: ${reason}` : ''}`,
  }),
};

/** To the person whose role was changed. */
export const roleChangedEmail: Localised<RoleChanged> = {
  nb: ({ organisation, by, role }) => ({
    subject: `Ny rolle i ${organisation}`,
    text: `${by} har endret rollen din i ${organisation} i Tallgrunn. Du er nå ${role}.`,
  }),
  nn: ({ organisation, by, role }) => ({
    subject: `Ny rolle i ${organisation}`,
    text: `${by} har endra rolla di i ${organisation} i Tallgrunn. Du er no ${role}.`,
  }),
  en: ({ organisation, by, role }) => ({
    subject: `New role in ${organisation}`,
    text: `${by} has changed your role in ${organisation} in Tallgrunn. You are now ${role}.`,
  }),
};

const roleNames: Record<Language, Record<string, string>> = {
  nb: {
    'contract-manager': 'avtaleforvalter',
    administrator: 'administrator',
    reader: 'leser',
    buyer: 'innkjøper',
    'buyer-administrator': 'administrator',
    'supplier-clerk': 'rapportør',
    'supplier-administrator': 'administrator',
  },
  nn: {
    'contract-manager': 'avtaleforvaltar',
    administrator: 'administrator',
    reader: 'lesar',
    buyer: 'innkjøpar',
    'buyer-administrator': 'administrator',
    'supplier-clerk': 'rapportør',
    'supplier-administrator': 'administrator',
  },
  en: {
    'contract-manager': 'contract manager',
    administrator: 'administrator',
    reader: 'reader',
    buyer: 'purchaser',
    'buyer-administrator': 'administrator',
    'supplier-clerk': 'reporter',
    'supplier-administrator': 'administrator',
  },
};

export const roleName = (role: string, language: Language): string => roleNames[language][role] ?? role;

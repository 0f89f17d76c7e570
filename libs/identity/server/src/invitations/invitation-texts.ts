import type { Language } from '@tallgrunn/values';

/** Audience of an invitation. */
export type Audience = 'supplier' | 'buyer' | 'cooperative' | 'reader' | 'auditor';

interface Names {
  readonly organisation: string;
  readonly cooperative: string;
  readonly inviter: string;
}

interface InvitationTexts {
  readonly greeting: string;
  subject(names: Names, audience: Audience): string;
  invited(names: Names, audience: Audience): string;
  agreements(p: { count: number }): string;
  more(p: { count: number }): string;
  report(p: { period: string; due: string }): string;
  why(names: Names, audience: Audience): string;
  readingUntil(p: { day: string }): string;
  message(p: { inviter: string; message: string }): string;
  link(audience: Audience, p: { until: string }): string;
  contact(p: { name: string; email: string }): string;
  readonly unexpected: string;
}

const nb: InvitationTexts = {
  greeting: 'Hei!',
  subject: ({ organisation, cooperative }, audience) =>
    ({
      supplier: `Rapportering for ${organisation} til ${cooperative}`,
      buyer: `Tilgang til innkjøpstall for ${organisation}`,
      cooperative: `Tilgang til Tallgrunn for ${organisation}`,
      reader: `Lesetilgang til innkjøpstall for ${organisation}`,
      auditor: `Tilgang som revisor for ${cooperative}`,
    })[audience],
  invited: ({ organisation, cooperative, inviter }, audience) =>
    ({
      supplier: `${inviter} inviterer deg til å levere rapporter for ${organisation} til ${cooperative} i Tallgrunn.`,
      buyer: `${inviter} inviterer deg til å bruke Tallgrunn for ${organisation}, som kjøper inn gjennom ${cooperative}.`,
      cooperative: `${inviter} inviterer deg til å bruke Tallgrunn som kollega i ${organisation}.`,
      reader: `${inviter} gir deg lesetilgang til Tallgrunn for ${organisation}.`,
      auditor: `${inviter} inviterer deg til å kontrollere de publiserte klimatallene til ${organisation} i Tallgrunn.`,
    })[audience],
  agreements: ({ count }) => (count === 1 ? 'Det gjelder avtalen:' : 'Det gjelder avtalene:'),
  more: ({ count }) => `${count} til`,
  report: ({ period, due }) => `Den første rapporten gjelder ${period} og har frist ${due}.`,
  why: ({ cooperative, organisation }, audience) =>
    ({
      supplier: `Avtalene ber leverandøren om å rapportere hva som er levert. ${cooperative} bruker rapportene til å følge opp forbruk, priser og klimautslipp.`,
      buyer: `I Tallgrunn ser ${organisation} hva som er kjøpt på avtalene, til hvilken pris og med hvilket klimautslipp, og kan legge inn sitt eget regnskap.`,
      cooperative: 'I Tallgrunn følges avtaler, rapporter og klimatall opp.',
      reader: `Du ser hva ${organisation} har kjøpt, til hvilken pris og med hvilket klimautslipp. Du kan ikke endre noe.`,
      auditor: 'Du kan lese alt som er publisert, ned til kilden. Du kan ikke endre noe.',
    })[audience],
  readingUntil: ({ day }) => `Tilgangen varer til og med ${day}.`,
  message: ({ inviter, message }) => `Melding fra ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Åpne lenken for å ta imot invitasjonen. Du kan kontrollere en fil før du lager konto.' : 'Åpne lenken for å ta imot invitasjonen.'} Lenken er personlig, virker én gang og gjelder til ${until}. Ikke send den videre.`,
  contact: ({ name, email }) => `Spørsmål? Skriv til ${name}, ${email}. Denne e-posten kan ikke besvares.`,
  unexpected: 'Ventet du ikke denne e-posten, kan du se bort fra den. Ingen får tilgang uten at lenken brukes.',
};

const nn: InvitationTexts = {
  greeting: 'Hei!',
  subject: ({ organisation, cooperative }, audience) =>
    ({
      supplier: `Rapportering for ${organisation} til ${cooperative}`,
      buyer: `Tilgang til innkjøpstal for ${organisation}`,
      cooperative: `Tilgang til Tallgrunn for ${organisation}`,
      reader: `Lesetilgang til innkjøpstal for ${organisation}`,
      auditor: `Tilgang som revisor for ${cooperative}`,
    })[audience],
  invited: ({ organisation, cooperative, inviter }, audience) =>
    ({
      supplier: `${inviter} inviterer deg til å levere rapportar for ${organisation} til ${cooperative} i Tallgrunn.`,
      buyer: `${inviter} inviterer deg til å bruke Tallgrunn for ${organisation}, som kjøper inn gjennom ${cooperative}.`,
      cooperative: `${inviter} inviterer deg til å bruke Tallgrunn som kollega i ${organisation}.`,
      reader: `${inviter} gir deg lesetilgang til Tallgrunn for ${organisation}.`,
      auditor: `${inviter} inviterer deg til å kontrollere dei publiserte klimatala til ${organisation} i Tallgrunn.`,
    })[audience],
  agreements: ({ count }) => (count === 1 ? 'Det gjeld avtalen:' : 'Det gjeld avtalane:'),
  more: ({ count }) => `${count} til`,
  report: ({ period, due }) => `Den første rapporten gjeld ${period} og har frist ${due}.`,
  why: ({ cooperative, organisation }, audience) =>
    ({
      supplier: `Avtalane ber leverandøren om å rapportere kva som er levert. ${cooperative} brukar rapportane til å følgje opp forbruk, prisar og klimautslepp.`,
      buyer: `I Tallgrunn ser ${organisation} kva som er kjøpt på avtalane, til kva pris og med kva klimautslepp, og kan leggje inn sin eigen rekneskap.`,
      cooperative: 'I Tallgrunn blir avtalar, rapportar og klimatal følgde opp.',
      reader: `Du ser kva ${organisation} har kjøpt, til kva pris og med kva klimautslepp. Du kan ikkje endre noko.`,
      auditor: 'Du kan lese alt som er publisert, ned til kjelda. Du kan ikkje endre noko.',
    })[audience],
  readingUntil: ({ day }) => `Tilgangen varer til og med ${day}.`,
  message: ({ inviter, message }) => `Melding frå ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Opne lenkja for å ta imot invitasjonen. Du kan kontrollere ei fil før du lagar konto.' : 'Opne lenkja for å ta imot invitasjonen.'} Lenkja er personleg, verkar éin gong og gjeld til ${until}. Ikkje send henne vidare.`,
  contact: ({ name, email }) => `Spørsmål? Skriv til ${name}, ${email}. Denne e-posten kan du ikkje svare på.`,
  unexpected: 'Venta du ikkje denne e-posten, kan du sjå bort frå han. Ingen får tilgang utan at lenkja blir brukt.',
};

const en: InvitationTexts = {
  greeting: 'Hello,',
  subject: ({ organisation, cooperative }, audience) =>
    ({
      supplier: `Reporting for ${organisation} to ${cooperative}`,
      buyer: `Access to purchasing figures for ${organisation}`,
      cooperative: `Access to Tallgrunn for ${organisation}`,
      reader: `Reading access to purchasing figures for ${organisation}`,
      auditor: `Access as auditor of ${cooperative}`,
    })[audience],
  invited: ({ organisation, cooperative, inviter }, audience) =>
    ({
      supplier: `${inviter} invites you to submit reports for ${organisation} to ${cooperative} in Tallgrunn.`,
      buyer: `${inviter} invites you to use Tallgrunn for ${organisation}, which buys through ${cooperative}.`,
      cooperative: `${inviter} invites you to use Tallgrunn as a colleague in ${organisation}.`,
      reader: `${inviter} gives you reading access to Tallgrunn for ${organisation}.`,
      auditor: `${inviter} invites you to audit the published climate figures of ${organisation} in Tallgrunn.`,
    })[audience],
  agreements: ({ count }) => (count === 1 ? 'It concerns the agreement:' : 'It concerns the agreements:'),
  more: ({ count }) => `${count} more`,
  report: ({ period, due }) => `The first report is for ${period} and is due on ${due}.`,
  why: ({ cooperative, organisation }, audience) =>
    ({
      supplier: `The agreements ask the supplier to report what was delivered. ${cooperative} uses the reports to follow up consumption, prices and emissions.`,
      buyer: `In Tallgrunn ${organisation} sees what was bought under the agreements, at which price and with which emissions, and can add its own ledger.`,
      cooperative: 'Agreements, reports and climate figures are followed up in Tallgrunn.',
      reader: `You see what ${organisation} has bought, at which price and with which emissions. You cannot change anything.`,
      auditor: 'You can read everything that is published, down to the source. You cannot change anything.',
    })[audience],
  readingUntil: ({ day }) => `Access lasts until ${day}, that day included.`,
  message: ({ inviter, message }) => `Message from ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Open the link to accept the invitation. You can check a file before you create an account.' : 'Open the link to accept the invitation.'} The link is personal, works once and is valid until ${until}. Do not forward it.`,
  contact: ({ name, email }) => `Questions? Write to ${name}, ${email}. This e-mail address does not take replies.`,
  unexpected: 'If you did not expect this e-mail, you can ignore it. No one gets access unless the link is used.',
};

export const invitationTexts: Record<Language, InvitationTexts> = { nb, nn, en };

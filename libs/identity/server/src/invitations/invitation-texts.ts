import type { Language } from '@tallgrunn/values';

/** Audience of an invitation. */
export type Audience = 'supplier' | 'buyer' | 'cooperative' | 'reader' | 'auditor';

interface InvitationTexts {
  readonly greeting: string;
  agreements(p: { count: number }): string;
  more(p: { count: number }): string;
  report(p: { period: string; due: string }): string;
  readingUntil(p: { day: string }): string;
  message(p: { inviter: string; message: string }): string;
  link(audience: Audience, p: { until: string }): string;
  contact(p: { name: string; email: string }): string;
  readonly unexpected: string;
}

const nb: InvitationTexts = {
  greeting: 'Hei!',
  agreements: ({ count }) => (count === 1 ? 'Det gjelder avtalen:' : 'Det gjelder avtalene:'),
  more: ({ count }) => `${count} til`,
  report: ({ period, due }) => `Den første rapporten gjelder ${period} og har frist ${due}.`,
  readingUntil: ({ day }) => `Tilgangen varer til og med ${day}.`,
  message: ({ inviter, message }) => `Melding fra ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Åpne lenken for å ta imot invitasjonen. Du kan kontrollere en fil før du lager konto.' : 'Åpne lenken for å ta imot invitasjonen.'} Lenken er personlig, virker én gang og gjelder til ${until}. Ikke send den videre.`,
  contact: ({ name, email }) => `Spørsmål? Skriv til ${name}, ${email}. Denne e-posten kan ikke besvares.`,
  unexpected: 'Ventet du ikke denne e-posten, kan du se bort fra den. Ingen får tilgang uten at lenken brukes.',
};

const nn: InvitationTexts = {
  greeting: 'Hei!',
  agreements: ({ count }) => (count === 1 ? 'Det gjeld avtalen:' : 'Det gjeld avtalane:'),
  more: ({ count }) => `${count} til`,
  report: ({ period, due }) => `Den første rapporten gjeld ${period} og har frist ${due}.`,
  readingUntil: ({ day }) => `Tilgangen varer til og med ${day}.`,
  message: ({ inviter, message }) => `Melding frå ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Opne lenkja for å ta imot invitasjonen. Du kan kontrollere ei fil før du lagar konto.' : 'Opne lenkja for å ta imot invitasjonen.'} Lenkja er personleg, verkar éin gong og gjeld til ${until}. Ikkje send henne vidare.`,
  contact: ({ name, email }) => `Spørsmål? Skriv til ${name}, ${email}. Denne e-posten kan du ikkje svare på.`,
  unexpected: 'Venta du ikkje denne e-posten, kan du sjå bort frå han. Ingen får tilgang utan at lenkja blir brukt.',
};

const en: InvitationTexts = {
  greeting: 'Hello,',
  agreements: ({ count }) => (count === 1 ? 'It concerns the agreement:' : 'It concerns the agreements:'),
  more: ({ count }) => `${count} more`,
  report: ({ period, due }) => `The first report is for ${period} and is due on ${due}.`,
  readingUntil: ({ day }) => `Access lasts until ${day}, that day included.`,
  message: ({ inviter, message }) => `Message from ${inviter}:\n${message}`,
  link: (audience, { until }) =>
    `${audience === 'supplier' ? 'Open the link to accept the invitation. You can check a file before you create an account.' : 'Open the link to accept the invitation.'} The link is personal, works once and is valid until ${until}. Do not forward it.`,
  contact: ({ name, email }) => `Questions? Write to ${name}, ${email}. This e-mail address does not take replies.`,
  unexpected: 'If you did not expect this e-mail, you can ignore it. No one gets access unless the link is used.',
};

export const invitationTexts: Record<Language, InvitationTexts> = { nb, nn, en };

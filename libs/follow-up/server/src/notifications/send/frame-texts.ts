import { formatDate, plural, formatCount, type Language } from '@tallgrunn/values';

/** Sentences around the text of a template: sender, consequence under the agreement, and contact. */
export interface FrameTexts {
  greeting(p: { name: string }): string;
  contact(p: { name: string; organisation: string; phone: string; email: string }): string;
  readonly replies: string;
  sender(p: { cooperative: string; supplier: string; agreement: string; number: string }): string;
  senderAlone(p: { cooperative: string }): string;
  readonly required: string;
  preferences(p: { link: string }): string;
  readonly contactAlone: string;
  daysLeft(days: number): string;
  workingDays(days: number): string;
  lines(count: number): string;
  readonly report: string;
  moreRows(rows: string): string;
  readonly unknownPeriod: string;
  dayFine(p: { amount: string; per: 'working-day' | 'week'; cap: string | null; startsAfter: number }): string;
  readonly warning: string;
  decides(p: { cooperative: string }): string;
  readonly decisions: Readonly<Record<'approved' | 'rejected' | 'accepted' | 'disputed', string>>;
  readonly unreachable: Readonly<Record<'no-users' | 'bounced', string>>;
  several(p: { count: number; cooperative: string }): string;
  severalLead(p: { count: number }): string;
  due(p: { date: string }): string;
  readonly open: string;
  readonly all: string;
}

const nb: FrameTexts = {
  greeting: ({ name }) => (name ? `Hei, ${name}!` : 'Hei!'),
  contact: ({ name, organisation, phone, email }) =>
    `Spørsmål? Kontakt ${[`${name}, ${organisation}`, phone && `telefon ${phone}`, email].filter(Boolean).join(', ')}.`,
  replies: 'Svar på denne e-posten går til kontaktpersonen.',
  sender: ({ cooperative, supplier, agreement, number }) =>
    `${cooperative} sender dette gjennom Tallgrunn til ${supplier} om avtalen «${agreement}» (${number}).`,
  senderAlone: ({ cooperative }) => `${cooperative} sender dette gjennom Tallgrunn.`,
  required: 'Avtalen krever dette varselet. Det kan ikke slås av.',
  preferences: ({ link }) => `Velg selv hvilke varsler du får, og hvor ofte: ${link}`,
  contactAlone: 'Du får dette fordi du er oppført som kontakt i avtalen.',
  daysLeft: (days) => (days === 0 ? 'i dag' : days === 1 ? 'i morgen' : `om ${days} dager`),
  workingDays: (days) => plural('nb', days, { one: 'én virkedag', other: `${days} virkedager` }),
  lines: (count) => plural('nb', count, { one: 'én linje', other: `${formatCount(count, 'nb')} linjer` }),
  report: 'rapporten',
  moreRows: (rows) => `${rows} og flere`,
  unknownPeriod: 'perioden',
  dayFine: ({ amount, per, cap, startsAfter }) =>
    `Etter avtalen kan rapporter som kommer for sent, gi dagmulkt på ${amount} per ${per === 'week' ? 'påbegynt uke' : 'virkedag'}${startsAfter > 0 ? `, fra dag ${startsAfter + 1} etter fristen` : ''}${cap ? `, inntil ${cap}` : ''}.`,
  warning: 'Etter avtalen kan rapporter som kommer for sent, føre til en advarsel.',
  decides: ({ cooperative }) => `En person i ${cooperative} avgjør om den skal brukes.`,
  decisions: { approved: 'godkjent', rejected: 'avslått', accepted: 'godtatt', disputed: 'bestridt' },
  unreachable: {
    'no-users': 'Ingen hos leverandøren har bruker i Tallgrunn ennå.',
    bounced: 'E-post til leverandørens brukere og kontakter kommer i retur.',
  },
  several: ({ count, cooperative }) => `${count} varsler fra ${cooperative}`,
  severalLead: ({ count }) => `${count} varsler gjelder deg:`,
  due: ({ date }) => `Frist ${date}.`,
  open: 'Åpne',
  all: 'Se alle',
};

const nn: FrameTexts = {
  ...nb,
  contact: ({ name, organisation, phone, email }) =>
    `Spørsmål? Kontakt ${[`${name}, ${organisation}`, phone && `telefon ${phone}`, email].filter(Boolean).join(', ')}.`,
  sender: ({ cooperative, supplier, agreement, number }) =>
    `${cooperative} sender dette gjennom Tallgrunn til ${supplier} om avtalen «${agreement}» (${number}).`,
  required: 'Avtalen krev dette varselet. Det kan ikkje slåast av.',
  preferences: ({ link }) => `Vel sjølv kva varsel du får, og kor ofte: ${link}`,
  contactAlone: 'Du får dette fordi du er oppført som kontakt i avtalen.',
  daysLeft: (days) => (days === 0 ? 'i dag' : days === 1 ? 'i morgon' : `om ${days} dagar`),
  workingDays: (days) => plural('nn', days, { one: 'éin yrkedag', other: `${days} yrkedagar` }),
  lines: (count) => plural('nn', count, { one: 'éi linje', other: `${formatCount(count, 'nn')} linjer` }),
  moreRows: (rows) => `${rows} og fleire`,
  dayFine: ({ amount, per, cap, startsAfter }) =>
    `Etter avtalen kan rapportar som kjem for seint, gi dagmulkt på ${amount} per ${per === 'week' ? 'påbyrja veke' : 'yrkedag'}${startsAfter > 0 ? `, frå dag ${startsAfter + 1} etter fristen` : ''}${cap ? `, inntil ${cap}` : ''}.`,
  warning: 'Etter avtalen kan rapportar som kjem for seint, føre til ei åtvaring.',
  decides: ({ cooperative }) => `Ein person i ${cooperative} avgjer om ho skal brukast.`,
  decisions: { approved: 'godkjent', rejected: 'avslått', accepted: 'godteke', disputed: 'bestride' },
  unreachable: {
    'no-users': 'Ingen hos leverandøren har brukar i Tallgrunn enno.',
    bounced: 'E-post til brukarane og kontaktane hos leverandøren kjem i retur.',
  },
  several: ({ count, cooperative }) => `${count} varsel frå ${cooperative}`,
  severalLead: ({ count }) => `${count} varsel gjeld deg:`,
  open: 'Opne',
  all: 'Sjå alle',
};

const en: FrameTexts = {
  greeting: ({ name }) => (name ? `Hello ${name},` : 'Hello,'),
  contact: ({ name, organisation, phone, email }) =>
    `Questions? Contact ${[`${name}, ${organisation}`, phone && `telephone ${phone}`, email].filter(Boolean).join(', ')}.`,
  replies: 'Replies to this e-mail go to the contact person.',
  sender: ({ cooperative, supplier, agreement, number }) =>
    `${cooperative} sends this through Tallgrunn to ${supplier} about the agreement “${agreement}” (${number}).`,
  senderAlone: ({ cooperative }) => `${cooperative} sends this through Tallgrunn.`,
  required: 'The agreement requires this notification. It cannot be turned off.',
  preferences: ({ link }) => `Choose which notifications you get, and how often: ${link}`,
  contactAlone: 'You get this because you are a contact in the agreement.',
  daysLeft: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  workingDays: (days) => plural('en', days, { one: 'one working day', other: `${days} working days` }),
  lines: (count) => plural('en', count, { one: 'one line', other: `${formatCount(count, 'en')} lines` }),
  report: 'the report',
  moreRows: (rows) => `${rows} and more`,
  unknownPeriod: 'the period',
  dayFine: ({ amount, per, cap, startsAfter }) =>
    `Under the agreement, late reports may lead to a daily penalty of ${amount} per ${per === 'week' ? 'started week' : 'working day'}${startsAfter > 0 ? `, from day ${startsAfter + 1} after the due date` : ''}${cap ? `, up to ${cap}` : ''}.`,
  warning: 'Under the agreement, late reports may lead to a warning.',
  decides: ({ cooperative }) => `A person in ${cooperative} decides whether it is used.`,
  decisions: { approved: 'approved', rejected: 'rejected', accepted: 'accepted', disputed: 'disputed' },
  unreachable: {
    'no-users': 'No one at the supplier has an account in Tallgrunn yet.',
    bounced: 'E-mails to the users and contacts of the supplier bounce.',
  },
  several: ({ count, cooperative }) => `${count} notifications from ${cooperative}`,
  severalLead: ({ count }) => `${count} notifications concern you:`,
  due: ({ date }) => `Due ${date}.`,
  open: 'Open',
  all: 'See all',
};

export const frameTexts: Readonly<Record<Language, FrameTexts>> = { nb, nn, en };

/** Returns a formatted date; empty without one. */
export const dateIn = (language: Language, date: string | null | undefined): string =>
  date ? formatDate(date, language) : '';

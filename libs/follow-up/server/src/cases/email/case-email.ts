import type { Language } from '@tallgrunn/values';
import type { CaseKind } from '../case.ts';

export interface CaseEmailData {
  readonly number: string;
  readonly kind: CaseKind;
  readonly title: string;
  /** Name and organisation of the author. */
  readonly from: string;
  readonly supplier: string;
  readonly agreement: string | null;
  readonly body: string;
  /** Address of the case page; null for a contact without an account. */
  readonly link: string | null;
  /** Whether a reply to the e-mail is added to the case. */
  readonly canReply: boolean;
}

const kinds: Record<Language, Record<CaseKind, string>> = {
  nb: {
    late: 'rapport som mangler',
    'poor-data': 'kvaliteten på rapporten',
    overcharging: 'pris på en vare',
    'off-contract': 'salg utenfor avtalen',
    'missing-declaration': 'miljødeklarasjon som mangler',
    dispute: 'spørsmål om en leveranse',
    'report-correction': 'retting av en godkjent rapport',
    'extension-request': 'ønske om utsatt frist',
    'exemption-request': 'ønske om fritak',
    'stop-request': 'ønske om å avslutte rapporteringen',
    'data-correction-request': 'ønske om å rette opplysninger',
    other: 'oppfølging',
  },
  nn: {
    late: 'rapport som manglar',
    'poor-data': 'kvaliteten på rapporten',
    overcharging: 'pris på ei vare',
    'off-contract': 'sal utanfor avtalen',
    'missing-declaration': 'miljødeklarasjon som manglar',
    dispute: 'spørsmål om ein leveranse',
    'report-correction': 'retting av ein godkjend rapport',
    'extension-request': 'ønske om utsett frist',
    'exemption-request': 'ønske om fritak',
    'stop-request': 'ønske om å avslutte rapporteringa',
    'data-correction-request': 'ønske om å rette opplysningar',
    other: 'oppfølging',
  },
  en: {
    late: 'missing report',
    'poor-data': 'quality of the report',
    overcharging: 'price of an item',
    'off-contract': 'off-contract sales',
    'missing-declaration': 'missing environmental declaration',
    dispute: 'question about a delivery',
    'report-correction': 'correction of an approved report',
    'extension-request': 'request for more time',
    'exemption-request': 'request for an exemption',
    'stop-request': 'request to stop reporting',
    'data-correction-request': 'request to correct information',
    other: 'follow-up',
  },
};

const emails: Record<
  Language,
  (data: CaseEmailData & { readonly about: string }) => { subject: string; lines: readonly (string | null)[] }
> = {
  nb: ({ number, about, from, supplier, agreement, body, link, canReply }) => ({
    subject: `${number}: ${about}`,
    lines: [
      `${from} skriver i sak ${number} (${about}).`,
      `Leverandør: ${supplier}${agreement ? `\nAvtale: ${agreement}` : ''}`,
      body,
      link && `Se saken og svar her:\n${link}`,
      canReply
        ? 'Du kan også svare på denne e-posten. Svaret kommer inn i saken, og alle som følger den, ser det.'
        : null,
    ],
  }),
  nn: ({ number, about, from, supplier, agreement, body, link, canReply }) => ({
    subject: `${number}: ${about}`,
    lines: [
      `${from} skriv i sak ${number} (${about}).`,
      `Leverandør: ${supplier}${agreement ? `\nAvtale: ${agreement}` : ''}`,
      body,
      link && `Sjå saka og svar her:\n${link}`,
      canReply
        ? 'Du kan òg svare på denne e-posten. Svaret kjem inn i saka, og alle som følgjer henne, ser det.'
        : null,
    ],
  }),
  en: ({ number, about, from, supplier, agreement, body, link, canReply }) => ({
    subject: `${number}: ${about}`,
    lines: [
      `${from} writes in case ${number} (${about}).`,
      `Supplier: ${supplier}${agreement ? `\nAgreement: ${agreement}` : ''}`,
      body,
      link && `See the case and answer here:\n${link}`,
      canReply
        ? 'You can also answer this e-mail. Your answer is added to the case, where everyone who follows it can read it.'
        : null,
    ],
  }),
};

/** Returns the e-mail that delivers a case message to the other side. */
export function caseEmail(language: Language, data: CaseEmailData): { subject: string; text: string } {
  const { subject, lines } = emails[language]({ ...data, about: data.title || kinds[language][data.kind] });
  return { subject, text: lines.filter((line) => line !== null).join('\n\n') };
}

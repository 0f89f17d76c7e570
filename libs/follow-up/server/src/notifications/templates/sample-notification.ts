import { addDays, type Language } from '@tallgrunn/values';
import { kindRule, type NotificationKind } from '../notification-kinds.ts';
import type { NotificationContext } from '../send/load-context.ts';
import type { PendingNotification } from '../send/pending-notification.ts';

const SAMPLE_ID = '00000000-0000-7000-8000-000000000000';

const sampleTexts: Readonly<
  Record<Language, { supplier: string; agreement: string; reason: string; product: string }>
> = {
  nb: {
    supplier: 'Eksempel Leverandør AS',
    agreement: 'Eksempelavtale',
    reason: 'Prisen på linje 12 er ikke den avtalte.',
    product: 'Kontorstol',
  },
  nn: {
    supplier: 'Døme Leverandør AS',
    agreement: 'Dømeavtale',
    reason: 'Prisen på linje 12 er ikkje den avtalte.',
    product: 'Kontorstol',
  },
  en: {
    supplier: 'Example Supplier Ltd',
    agreement: 'Example agreement',
    reason: 'The price of line 12 is not the agreed one.',
    product: 'Office chair',
  },
};

/** Returns a sample notification for a preview, with a value for every variable of its kind. */
export function sampleNotification(
  kind: NotificationKind,
  language: Language,
  today: string,
): { notification: PendingNotification; context: NotificationContext } {
  const { reason, product } = sampleTexts[language];
  const notification: PendingNotification = {
    ...{
      id: SAMPLE_ID,
      kind,
      stage: '',
      audience: kindRule(kind).audiences[0] ?? 'supplier',
      organisationId: SAMPLE_ID,
      membershipId: SAMPLE_ID,
    },
    ...{
      subjectKind: 'sample',
      subjectId: SAMPLE_ID,
      obligationId: null,
      agreementId: null,
      supplierId: null,
      cadence: 'at-once',
    },
    ...{ email: 'kari@example.org', name: 'Kari', language, isUnreachable: false },
    requesterText: reason,
    details: {
      ...{
        reportNumber: 'R-2026-00012/1',
        claimNumber: 'PK-2026-00003',
        lineCount: 1204,
        rows: '212, 219, 340',
        reason: 'bounced',
      },
      ...{
        date: addDays(today, 30),
        share: '0.85',
        amount: '850000',
        maximum: '1000000',
        currency: 'NOK',
        decision: 'approved',
        product,
      },
      ...{ person: 'Ola', count: 1 },
      ...{ month: today.slice(0, 7), level: 'expected', checks: 'unit-unknown,required-empty' },
      ...{ statementNumber: 'LV-2026-00004', year: Number(today.slice(0, 4)), rating: 'approaching-target' },
    },
  };
  return { notification, context: contextOf(kind, language, today) };
}

function contextOf(kind: NotificationKind, language: Language, today: string): NotificationContext {
  const { supplier, agreement } = sampleTexts[language];
  const isLate = kind === 'obligation-late' || kind === 'supplier-late';
  return {
    cooperative: '',
    contact: null,
    supplier,
    agreement: { title: agreement, number: '24/1234' },
    obligation: {
      periodKey: `${today.slice(0, 7)}`,
      dueOn: addDays(today, isLate ? -7 : 7),
      title: null,
      branch: null,
      sanction: { kind: 'day-fine', amount: 1000, per: 'working-day' },
      currency: 'NOK',
    },
    link: 'https://example.org/reports/…',
  };
}

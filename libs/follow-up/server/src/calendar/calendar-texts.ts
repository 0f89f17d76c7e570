import { formatPeriod, Period, type Language } from '@tallgrunn/values';
import type { AgreementDate } from './collect-dates.ts';

interface CalendarTexts {
  name(p: { organisation: string }): string;
  obligation(p: { period: string; agreement: string; supplier: string | null }): string;
  option(p: { number: number; agreement: string }): string;
  end(p: { agreement: string }): string;
  prices(p: { agreement: string; supplier: string }): string;
  readonly delivered: string;
  readonly due: string;
  readonly exempt: string;
  readonly withdrawn: string;
}

const nb: CalendarTexts = {
  name: ({ organisation }) => `Tallgrunn: ${organisation}`,
  obligation: ({ period, agreement, supplier }) =>
    `Frist: rapport for ${period}, ${agreement}${supplier ? ` (${supplier})` : ''}`,
  option: ({ number, agreement }) => `Frist for å varsle om opsjon ${number}: ${agreement}`,
  end: ({ agreement }) => `Siste dag: ${agreement}`,
  prices: ({ agreement, supplier }) => `Nye priser gjelder: ${agreement}, ${supplier}`,
  delivered: 'Rapporten er levert.',
  due: 'Rapporten er ikke levert ennå.',
  exempt: 'Rapporten skal ikke leveres.',
  withdrawn: 'Rapporten skal ikke leveres etter vilkårene som gjelder nå.',
};

const nn: CalendarTexts = {
  ...nb,
  option: ({ number, agreement }) => `Frist for å varsle om opsjon ${number}: ${agreement}`,
  prices: ({ agreement, supplier }) => `Nye prisar gjeld: ${agreement}, ${supplier}`,
  due: 'Rapporten er ikkje levert enno.',
  exempt: 'Rapporten skal ikkje leverast.',
  withdrawn: 'Rapporten skal ikkje leverast etter vilkåra som gjeld no.',
};

const en: CalendarTexts = {
  name: ({ organisation }) => `Tallgrunn: ${organisation}`,
  obligation: ({ period, agreement, supplier }) =>
    `Due: report for ${period}, ${agreement}${supplier ? ` (${supplier})` : ''}`,
  option: ({ number, agreement }) => `Notice of option ${number} is due: ${agreement}`,
  end: ({ agreement }) => `Last day: ${agreement}`,
  prices: ({ agreement, supplier }) => `New prices apply: ${agreement}, ${supplier}`,
  delivered: 'The report is submitted.',
  due: 'The report is not submitted yet.',
  exempt: 'No report is required.',
  withdrawn: 'No report is required under the terms that are in force now.',
};

export const calendarTexts: Readonly<Record<Language, CalendarTexts>> = { nb, nn, en };

/**
 * Returns the summary and description of a calendar entry.
 * @param isForSupplier the reader is the supplier, so its name is omitted
 */
export function describeDate(
  { kind, agreement, supplier, periodKey, number, isCancelled, isDone }: AgreementDate,
  language: Language,
  isForSupplier: boolean,
): { summary: string; description: string } {
  const t = calendarTexts[language];
  if (kind === 'option') return { summary: t.option({ number: number ?? 1, agreement }), description: '' };
  if (kind === 'agreement-end') return { summary: t.end({ agreement }), description: '' };
  if (kind === 'price-version') return { summary: t.prices({ agreement, supplier: supplier ?? '' }), description: '' };
  const period = Period.tryParse(periodKey ?? '');
  const summary = t.obligation({
    period: period ? formatPeriod(period, language) : (periodKey ?? ''),
    agreement,
    supplier: isForSupplier ? null : supplier,
  });
  return { summary, description: isCancelled ? t.exempt : isDone ? t.delivered : t.due };
}

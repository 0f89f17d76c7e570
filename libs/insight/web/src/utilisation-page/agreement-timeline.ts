import type { AgreementUtilisationDto } from '@tallgrunn/api-client/shapes';
import type { InsightTexts } from '../texts/nb.ts';

export interface AgreementDate {
  readonly on: string;
  readonly words: string;
  /** `asks`: a decision is due by this date. */
  readonly kind: 'passed' | 'today' | 'asks' | 'coming';
}

/** Returns all important dates of the agreement in order. */
export function agreementTimeline(
  { agreement, options, today, use }: AgreementUtilisationDto,
  t: InsightTexts['use']['options'],
): AgreementDate[] {
  const dates: Omit<AgreementDate, 'kind'>[] = [
    { on: agreement.startsOn, words: t.start },
    { on: today, words: t.today },
  ];
  if (agreement.endsOn) dates.push({ on: agreement.endsOn, words: t.end });
  for (const { number, noticeBy, extendsTo, decided } of options) {
    if (decided === null && noticeBy) dates.push({ on: noticeBy, words: t.notice({ number, until: extendsTo }) });
    if (decided === null) dates.push({ on: extendsTo, words: t.extends({ number }) });
    else
      dates.push({
        on: decided === 'taken' ? extendsTo : (noticeBy ?? extendsTo),
        words: decided === 'taken' ? t.taken({ number }) : t.left({ number }),
      });
  }
  if (use.forecast.earliest) dates.push({ on: use.forecast.earliest, words: t.maximum });
  const asking = new Set(options.flatMap(({ decided, noticeBy }) => (decided === null && noticeBy ? [noticeBy] : [])));
  return dates
    .map((date) => ({ ...date, kind: kindOf(date.on, today, date.words === t.today, asking.has(date.on)) }))
    .sort((a, b) => a.on.localeCompare(b.on));
}

function kindOf(on: string, today: string, isToday: boolean, isDecisionDue: boolean): AgreementDate['kind'] {
  if (isToday) return 'today';
  if (isDecisionDue) return 'asks';
  return on < today ? 'passed' : 'coming';
}

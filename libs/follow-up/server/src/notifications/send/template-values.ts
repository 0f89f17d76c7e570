import { localText, titleOf, type LocalText } from '@tallgrunn/checks';
import { formatMoney, formatPeriod, formatShare, Period, type Language } from '@tallgrunn/values';
import { daysBetween, workingDaysAfter } from '@tallgrunn/values';
import { levelNames } from '../../data-quality/level-names.ts';
import type { ReachedLevel } from '../../data-quality/quality-levels.ts';
import { ratingNames } from '../../performance-statements/rating-names.ts';
import type { Rating } from '../../performance-statements/rating-rules.ts';
import type { TemplateValues } from '../templates/template-text.ts';
import { dateIn, frameTexts } from './frame-texts.ts';
import type { NotificationContext } from './load-context.ts';
import type { PendingNotification } from './pending-notification.ts';

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Returns the values of a template's variables in the reader's language. Day counts refer to `today`. */
export function templateValues(
  notification: PendingNotification,
  context: NotificationContext,
  language: Language,
  today: string,
): TemplateValues {
  const { details } = notification;
  const text = (key: string): string => oneLine(details[key] == null ? '' : String(details[key]));
  return {
    recipient: oneLine(notification.name),
    cooperative: oneLine(context.cooperative),
    supplier: oneLine(context.supplier),
    agreement: oneLine(context.agreement?.title ?? ''),
    agreementNumber: oneLine(context.agreement?.number ?? ''),
    contactName: oneLine(context.contact?.name ?? ''),
    contactPhone: oneLine(context.contact?.phone ?? ''),
    contactEmail: oneLine(context.contact?.email ?? ''),
    ...obligationValues(context, language, today),
    reportNumber: text('reportNumber'),
    lineCount: details['lineCount'] == null ? '' : frameTexts[language].lines(Number(details['lineCount'])),
    rows: rowsOf(notification, language),
    reason: reasonOf(notification, language),
    date: dateIn(language, text('date')),
    share: details['share'] == null ? '' : formatShare(text('share'), language, 0),
    amount: moneyOf(notification, 'amount', language),
    maximum: moneyOf(notification, 'maximum', language),
    decision: decisionOf(notification, language),
    product: text('product'),
    claimNumber: text('claimNumber'),
    person: text('person'),
    count: text('count'),
    ...ratingValues(notification, language),
  };
}

function ratingValues({ details }: PendingNotification, language: Language): TemplateValues {
  const { month, level, checks, rating, year, statementNumber } = details;
  const period = Period.tryParse(String(month ?? ''));
  return {
    month: period ? formatPeriod(period, language) : '',
    level: levelNames[language][level as ReachedLevel] ?? '',
    checks: String(checks ?? '')
      .split(',')
      .filter(Boolean)
      .map((code) => titleOf(code, language))
      .join('; '),
    rating: ratingNames[language][rating as Rating] ?? '',
    year: String(year ?? ''),
    statementNumber: oneLine(String(statementNumber ?? '')),
  };
}

function obligationValues({ obligation }: NotificationContext, language: Language, today: string): TemplateValues {
  const t = frameTexts[language];
  if (!obligation) return {};
  const { periodKey, dueOn, title, branch } = obligation;
  const period = Period.tryParse(periodKey);
  const name = period ? formatPeriod(period, language) : periodKey;
  return {
    period: branch ? `${name} (${oneLine(branch)})` : name,
    dueDate: dateIn(language, dueOn),
    report: title ? `«${oneLine(localText(title as LocalText, language))}»` : t.report,
    daysLeft: dueOn >= today ? t.daysLeft(daysBetween(today, dueOn)) : '',
    daysLate: dueOn < today ? t.workingDays(workingDaysAfter(dueOn, today)) : '',
  };
}

function rowsOf({ details }: PendingNotification, language: Language): string {
  const rows = String(details['rows'] ?? '');
  return rows !== '' && details['hasMoreRows'] === 1 ? frameTexts[language].moreRows(rows) : rows;
}

/** Returns the requester's text, or the text of a reason code. */
function reasonOf({ kind, details, requesterText }: PendingNotification, language: Language): string {
  if (kind !== 'supplier-unreachable') return oneLine(requesterText ?? '');
  const reason = details['reason'];
  return frameTexts[language].unreachable[reason === 'no-users' ? 'no-users' : 'bounced'];
}

const moneyOf = ({ details }: PendingNotification, key: string, language: Language): string =>
  details[key] == null ? '' : formatMoney(String(details[key]), String(details['currency'] ?? 'NOK'), language, 0);

function decisionOf({ details }: PendingNotification, language: Language): string {
  const { decisions } = frameTexts[language];
  const decision = details['decision'];
  return typeof decision === 'string' && Object.hasOwn(decisions, decision)
    ? decisions[decision as keyof typeof decisions]
    : '';
}

/**
 * Returns the consequence of late reports under the terms, in neutral words, because only a person decides on it. Empty
 * when the terms state none.
 */
export function consequenceOf({ obligation, cooperative }: NotificationContext, language: Language): string {
  const t = frameTexts[language];
  const sanction = obligation?.sanction;
  if (!obligation || !sanction || sanction.kind === 'none') return '';
  if (sanction.kind === 'warning-ladder') return `${t.warning} ${t.decides({ cooperative: oneLine(cooperative) })}`;
  const money = (amount: number) => formatMoney(String(amount), obligation.currency, language, 0);
  const fine = t.dayFine({
    amount: money(sanction.amount ?? 0),
    per: sanction.per ?? 'working-day',
    cap: sanction.cap === undefined ? null : money(sanction.cap),
    startsAfter: sanction.startsAfter ?? 0,
  });
  return `${fine} ${t.decides({ cooperative: oneLine(cooperative) })}`;
}

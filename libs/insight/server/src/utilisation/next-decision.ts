import type { Utilisation } from './measure-utilisation.ts';
import type { OptionRead } from './read-agreement.ts';

/** The date of the next decision about an agreement. */
export interface NextDecision {
  readonly on: string;
  readonly kind: 'option' | 'maximum' | 'end';
  /** Number of the option. */
  readonly option: number | null;
}

/**
 * Returns the earliest of: a notice date of an undecided option, even if passed; the first day on which the maximum may
 * be reached before the end; the last day.
 */
export function nextDecision(
  options: readonly OptionRead[],
  use: Utilisation,
  endsOn: string | null,
  today: string,
): NextDecision | null {
  const extended = endsOn ?? '';
  const list: NextDecision[] = options.flatMap(({ number, noticeBy, extendsTo, decided }) =>
    decided === null && noticeBy !== null && extendsTo > extended
      ? [{ on: noticeBy, kind: 'option' as const, option: number }]
      : [],
  );
  const reached = firstReached(use, endsOn);
  if (reached) list.push({ on: reached, kind: 'maximum', option: null });
  if (endsOn !== null && endsOn >= today) list.push({ on: endsOn, kind: 'end', option: null });
  return list.sort((a, b) => a.on.localeCompare(b.on))[0] ?? null;
}

/**
 * Returns the date on which the maximum was reached, or the earliest on which it may be; null if that is after the
 * agreement's last day, or beyond the horizon.
 */
export function firstReached({ forecast }: Utilisation, endsOn: string | null): string | null {
  const reached = forecast.state === 'reached' ? forecast.on : forecast.earliest;
  return reached !== null && (endsOn === null || reached <= endsOn) ? reached : null;
}

import type { Use } from './measure-use.ts';
import type { OptionRead } from './read-agreement.ts';

/** The day by which somebody must decide something of the agreement. */
export interface NextDecision {
  readonly on: string;
  readonly kind: 'option' | 'maximum' | 'end';
  /** The option's number. */
  readonly option: number | null;
}

/** The first of: a notice date whose option is undecided (a passed one too), the first day the maximum may be reached, before the end, the last day. */
export function nextDecision(
  options: readonly OptionRead[],
  use: Use,
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

/** Returns the day on which the maximum was reached, or the first it may be reached on; null where that is after the agreement's last day, or not in sight. */
export function firstReached({ forecast }: Use, endsOn: string | null): string | null {
  const reached = forecast.state === 'reached' ? forecast.on : forecast.earliest;
  return reached !== null && (endsOn === null || reached <= endsOn) ? reached : null;
}

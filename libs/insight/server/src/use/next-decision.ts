import type { Use } from './measure-use.ts';
import type { OptionRead } from './read-agreement.ts';

/** The day by which somebody must decide something of the agreement. */
export interface NextDecision {
  readonly on: string;
  readonly kind: 'option' | 'maximum' | 'end';
  /** The option's number. */
  readonly option: number | null;
}

/** The first of: a notice date whose option is undecided (a passed one too), the maximum reached before the end, the last day. */
export function nextDecision(options: readonly OptionRead[], { forecast }: Use, endsOn: string | null, today: string): NextDecision | null {
  const extended = endsOn ?? '';
  const list: NextDecision[] = options.flatMap(({ number, noticeBy, extendsTo, decided }) => (decided === null && noticeBy !== null && extendsTo > extended ? [{ on: noticeBy, kind: 'option' as const, option: number }] : []));
  if (forecast.on && forecast.beforeEnd !== false) list.push({ on: forecast.on, kind: 'maximum', option: null });
  if (endsOn !== null && endsOn >= today) list.push({ on: endsOn, kind: 'end', option: null });
  return list.sort((a, b) => a.on.localeCompare(b.on))[0] ?? null;
}

import type { StatedTotalRequest } from '@tallgrunn/api-client/shapes';

/** Lines of a pasted trial balance: the usable totals, and the line numbers of unusable lines. */
export interface TrialBalance {
  readonly totals: readonly StatedTotalRequest[];
  readonly unread: readonly number[];
}

const DIGITS = /^\d[\d.]{0,19}$/;

/**
 * Parses "1 234,50", "1.234,50", "-1234.5" and "(1 234,50)" to a decimal text. Null when it is not an amount or is
 * ambiguous.
 */
export function parseDecimal(cell: string): string | null {
  const text = cell
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(/^kr\.?|kr\.?$/i, '')
    .replaceAll('\u2212', '-');
  const [, minus = '', body = '', behind = ''] = /^\(?(-?)([\d.,]+)(-?)\)?$/.exec(text) ?? [];
  if (body === '') return null;
  const isNegative = text.startsWith('(') || minus !== '' || behind !== '';
  const last = Math.max(body.lastIndexOf(','), body.lastIndexOf('.'));
  const mark = body[last];
  const isGrouped = last >= 0 && body.split(mark!).length > 2;
  // "1.234" may be one thousand or one: ambiguous.
  if (mark === '.' && !body.includes(',') && /^\d{1,3}\.\d{3}$/.test(body)) return null;
  const groups = isGrouped || last < 0 ? body : body.slice(0, last);
  if (/[.,]/.test(groups) && !/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(groups)) return null;
  const whole = groups.replaceAll(/[.,]/g, '');
  const decimals = isGrouped || last < 0 ? '' : body.slice(last + 1);
  if (!/^\d{1,15}$/.test(whole) || !/^\d{0,6}$/.test(decimals)) return null;
  return `${isNegative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/**
 * Parses "2026-03", "202603", "03.2026", "2026" and "2026-01–2026-06" to the first and last month. Null when it is none
 * of these.
 */
export function parseMonths(written: string): { readonly from: string; readonly to: string } | null {
  const text = written.trim();
  const [first = '', second] = text.split(/\s*(?:–|—|\.\.|\btil\b|\bto\b)\s*/i);
  if (second !== undefined) {
    const [from, to] = [parseMonths(first), parseMonths(second)];
    return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
  }
  if (/^(?:19|20)\d{2}$/.test(text)) return { from: `${text}-01`, to: `${text}-12` };
  const [, year, month] = /^((?:19|20)\d{2})[-./]?(0[1-9]|1[0-2])$/.exec(text) ?? [];
  const [, turnedMonth, turnedYear] = /^(0?[1-9]|1[0-2])[-./]((?:19|20)\d{2})$/.exec(text) ?? [];
  const at = year ? `${year}-${month}` : turnedYear ? `${turnedYear}-${turnedMonth!.padStart(2, '0')}` : null;
  return at === null ? null : { from: at, to: at };
}

/**
 * Parses lines of account, months and amount, separated by tabs, semicolons or bars. Other columns and a header are
 * skipped. The account comes first and the amount last. @param year year of lines without months
 */
export function parseTrialBalance(text: string, year: string): TrialBalance {
  const totals: StatedTotalRequest[] = [];
  const unread: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/[\t;|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length === 0) continue;
    const [account = '', ...rest] = filled;
    const amount = parseDecimal(rest.at(-1) ?? '');
    if (at === 0 && amount === null && !DIGITS.test(account)) continue;
    const code = account.split(/\s/)[0] ?? '';
    const between = rest.slice(0, -1).flatMap((cell) => parseMonths(cell) ?? []);
    if (amount === null || !DIGITS.test(code) || between.length > 1) unread.push(at + 1);
    else totals.push({ account: code, ...(between[0] ?? { from: `${year}-01`, to: `${year}-12` }), amount });
  }
  return { totals, unread };
}

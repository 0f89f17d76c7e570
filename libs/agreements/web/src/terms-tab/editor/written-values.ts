import type { DependentCase } from '@tallgrunn/checks';
import { dayMonth, monthDay } from './day-month.ts';

/** Format of a control's value: text, number, lines, dates of the year, or dependent values. */
export type ControlKind = 'text' | 'number' | 'lines' | 'dates' | 'date' | 'values' | 'cases';

const splitTrimmed = (text: string, by: string | RegExp): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
/** Separator between the values of several parent columns. */
const parentSeparator = ' | ';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Splits "1A: stk; kg" at the colon. */
function splitAtColon(line: string): readonly [above: string, values: string[]] {
  const at = line.indexOf(':');
  return at < 0 ? [line, []] : [line.slice(0, at).trim(), splitTrimmed(line.slice(at + 1), ';')];
}

/** Formats a value of the document for editing. */
export function formatValue(value: unknown, kind: ControlKind): string {
  if (value === undefined || value === null) return '';
  if (kind === 'lines') return texts(value).join('\n');
  if (kind === 'dates') return texts(value).map(dayMonth).join(', ');
  if (kind === 'values')
    return Object.entries(value as Record<string, unknown>)
      .map(([above, values]) => `${above}: ${texts(values).join('; ')}`)
      .join('\n');
  if (kind === 'cases')
    return (value as readonly Partial<DependentCase>[])
      .map(({ when, values }) => `${texts(when).join(parentSeparator)}: ${texts(values).join('; ')}`)
      .join('\n');
  return kind === 'number' ? String(value).replace('.', ',') : String(value);
}

/**
 * Parses edited text into a value of the document; undefined when empty. Unreadable text is returned unchanged, and the
 * linter reports it.
 */
export function parseValue(text: string, kind: ControlKind): unknown {
  const whole = text.trim();
  if (whole === '') return undefined;
  if (kind === 'lines') return splitTrimmed(text, '\n');
  if (kind === 'dates') return splitTrimmed(text, /[,\n]/).map((part) => monthDay(part) ?? part);
  if (kind === 'values') return Object.fromEntries(splitTrimmed(text, '\n').map(splitAtColon));
  if (kind === 'cases')
    return splitTrimmed(text, '\n')
      .map(splitAtColon)
      .map(([above, values]) => ({ when: splitTrimmed(above, parentSeparator.trim()), values }));
  const number = Number(whole.replace(/\s/g, '').replace(',', '.'));
  return kind === 'number' && !Number.isNaN(number) ? number : whole;
}

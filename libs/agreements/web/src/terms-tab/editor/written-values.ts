import { dayMonth, monthDay } from './day-month.ts';

/** How a control's value is written: a text, a number, lines of texts, dates of the year, or what goes with what. */
export type ControlKind = 'text' | 'number' | 'lines' | 'dates' | 'date' | 'values';

const cut = (text: string, by: string | RegExp): string[] => text.split(by).map((part) => part.trim()).filter((part) => part !== '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A value of the document as a person writes it. */
export function written(value: unknown, kind: ControlKind): string {
  if (value === undefined || value === null) return '';
  if (kind === 'lines') return texts(value).join('\n');
  if (kind === 'dates') return texts(value).map(dayMonth).join(', ');
  if (kind === 'values') return Object.entries(value as Record<string, unknown>).map(([above, values]) => `${above}: ${texts(values).join('; ')}`).join('\n');
  return kind === 'number' ? String(value).replace('.', ',') : String(value);
}

/** What was written as a value of the document; undefined when nothing was. What cannot be read stays as it is, and the linter says so. */
export function valueOf(text: string, kind: ControlKind): unknown {
  const whole = text.trim();
  if (whole === '') return undefined;
  if (kind === 'lines') return cut(text, '\n');
  if (kind === 'dates') return cut(text, /[,\n]/).map((part) => monthDay(part) ?? part);
  if (kind === 'values') return Object.fromEntries(cut(text, '\n').map((line) => [line.slice(0, line.includes(':') ? line.indexOf(':') : undefined).trim(), line.includes(':') ? cut(line.slice(line.indexOf(':') + 1), ';') : []]));
  const number = Number(whole.replace(/\s/g, '').replace(',', '.'));
  return kind === 'number' && !Number.isNaN(number) ? number : whole;
}

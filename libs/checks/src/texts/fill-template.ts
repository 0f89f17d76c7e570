import { Period, formatAmount, formatCount, formatDate, formatPeriod, formatQuantity, isDate } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import type { ParamValue } from '../finding.ts';

type Values = Readonly<Record<string, ParamValue | null | undefined>>;

/** Returns the text of a code: "need.items" → "which items are agreed"; null for an unknown code. */
export type TextOfCode = (key: string) => string | null;

function plainNumber(value: ParamValue): string {
  return typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toFixed(6))) : String(value);
}

/** Formats invoices from "5001|12000.00|2026-03-04; 5002|…": each number with date and amount. */
function formatInvoices(text: string, language: Language): string {
  return text
    .split('; ')
    .map((each) => {
      const [number = '', amount = '', day = ''] = each.split('|');
      return `${number} (${[isDate(day) ? formatDate(day, language, 'short') : '', amount && formatAmount(amount, language)].filter((part) => part !== '').join(': ')})`;
    })
    .join(', ');
}

function formatParam(
  name: string,
  kind: string | undefined,
  value: ParamValue,
  language: Language,
  textOfCode: TextOfCode,
): string {
  const text = String(value);
  if (kind === 'number') return formatQuantity(plainNumber(value), language);
  if (kind === 'amount') return formatAmount(plainNumber(value), language);
  if (kind === 'count') return typeof value === 'number' ? formatCount(value, language) : text;
  if (kind === 'date') return isDate(text) ? formatDate(text, language) : text;
  if (kind === 'word') return textOfCode(`${name}.${text}`) ?? text;
  if (kind === 'invoices') return formatInvoices(text, language);
  if (kind === 'checks')
    return text
      .split(', ')
      .map((id) => textOfCode(`title.${id}`) ?? id)
      .join(', ');
  const period = kind === 'period' ? Period.tryParse(text) : null;
  return period ? formatPeriod(period, language) : text;
}

const placeholder = /\{(\w+)(?::(\w+))?\}/g;

/**
 * Fills a sentence template: `{name}` is the parameter; `{name:kind}` is the parameter formatted as number, amount,
 * count, date, period, list of invoices or text of a code. A part in [brackets] is left out when one of its parameters
 * is empty or missing.
 */
export function fillTemplate(template: string, values: Values, language: Language, textOfCode: TextOfCode): string {
  const isEmpty = (name: string): boolean => values[name] === undefined || values[name] === null || values[name] === '';
  const optional = template.replace(/\[([^\][]*)\]/g, (_, part: string) =>
    [...part.matchAll(placeholder)].some((match) => isEmpty(match[1]!)) ? '' : part,
  );
  return optional.replace(placeholder, (_, name: string, kind: string | undefined) =>
    formatParam(name, kind, values[name] ?? '', language, textOfCode),
  );
}

/** Returns the parameter names of a template, and those in brackets. */
export function templateParams(template: string): { readonly all: string[]; readonly optional: string[] } {
  const inside = [...template.matchAll(/\[([^\][]*)\]/g)].flatMap((part) =>
    [...part[1]!.matchAll(placeholder)].map((match) => match[1]!),
  );
  return { all: [...template.matchAll(placeholder)].map((match) => match[1]!), optional: inside };
}

import { Period, formatPeriod, intlTags } from '@tallgrunn/values';
import type { Language } from '@tallgrunn/values';
import { roleTitle } from '../plan/heading-synonyms.ts';
import { fillTemplate } from '../texts/fill-template.ts';
import { titleOf } from '../texts/message-of.ts';
import { fieldRoles } from '../terms.ts';
import { describePath } from './describe-path.ts';
import type { TermsProblem } from './terms-problem.ts';
import { lintEn } from './texts/lint-en.ts';
import { lintNb } from './texts/lint-nb.ts';
import { lintNn } from './texts/lint-nn.ts';
import type { LintTexts } from './texts/lint-texts.ts';
import { partLabel } from './texts/path-texts.ts';
import { choiceLabel } from './texts/value-texts.ts';

const lintTexts: Readonly<Record<Language, LintTexts>> = { nb: lintNb, nn: lintNn, en: lintEn };

/** Formats "04-20" as a day of the year; unchanged when there is no such day. */
export function dayOfYear(date: string, language: Language): string {
  const at = new Date(`2024-${date}T12:00:00Z`);
  const exists = /^\d\d-\d\d$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().slice(5, 10) === date;
  return exists
    ? new Intl.DateTimeFormat([...intlTags[language]], { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)
    : date;
}

/** Formats a period without its year, since the rule applies to each year. */
function partOfYear(key: string, language: Language): string {
  const period = Period.tryParse(key);
  if (!period) return key;
  return (
    formatPeriod(period, language)
      .replace(/\s*\b\d{4}\b/, '')
      .trim() || formatPeriod(period, language)
  );
}

function textOfCode(language: Language): (key: string) => string | null {
  return (key) => {
    const [name, value] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
    if (name === 'constraint') return partLabel(value, language);
    const role = name === 'role' ? fieldRoles.find((each) => each === value) : undefined;
    return role ? roleTitle(role, language) : choiceLabel(value, language);
  };
}

export interface TermsProblemText {
  /** location for display; '' for the document as a whole */
  readonly where: string;
  readonly says: string;
}

/** Describes a problem. `terms` is the document it is in. */
export function describeTermsProblem(
  terms: unknown,
  { path, code, params }: TermsProblem,
  language: Language,
): TermsProblemText {
  const text = lintTexts[language][code];
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, formatParam(name, String(value), language, text) ?? value]),
  );
  return {
    where: describePath(terms, path, language),
    says: fillTemplate(text.replace(/:(?:check|day|part)\}/g, '}'), shown, language, textOfCode(language)),
  };
}

function formatParam(name: string, value: string, language: Language, text: string): string | null {
  if (name === 'check' && text.includes('{check:check}')) return titleOf(value, language);
  if (name === 'date' && text.includes('{date:day}')) return dayOfYear(value, language);
  return name === 'period' && text.includes('{period:part}') ? partOfYear(value, language) : null;
}

import { isReadProblemCode, problemMessage } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type { Finding, Fix } from '../finding.ts';
import type { CheckText } from './check-text.ts';
import { en, enFixes, enCodeTexts } from './en.ts';
import { fillTemplate } from './fill-template.ts';
import { nb, nbFixes, nbCodeTexts } from './nb.ts';
import { nn, nnFixes, nnCodeTexts } from './nn.ts';

type Table<T> = Readonly<Record<string, T | undefined>>;

const checkTexts: Readonly<Record<Language, Table<CheckText>>> = { nb, nn, en };
const fixTexts: Readonly<Record<Language, Table<string>>> = { nb: nbFixes, nn: nnFixes, en: enFixes };
const codeTexts: Readonly<Record<Language, Table<string>>> = { nb: nbCodeTexts, nn: nnCodeTexts, en: enCodeTexts };

/** Codes that have texts here. */
export type CheckCode = keyof typeof nb;

function textOfCode(language: Language): (key: string) => string | null {
  return (key) =>
    key.startsWith('title.')
      ? (checkTexts[language][key.slice(6)]?.title.toLowerCase() ?? null)
      : (codeTexts[language][key] ?? null);
}

const textParams: Readonly<Record<Language, string>> = { nb: 'textNb', nn: 'textNn', en: 'textEn' };

function valuesOf(
  finding: Pick<Finding, 'found' | 'expected' | 'place' | 'params'>,
  language: Language,
): Record<string, string | number | null> {
  const { place, params } = finding;
  return {
    found: finding.found,
    expected: finding.expected,
    row: place?.row ?? null,
    cell: place?.cell ?? null,
    column: place?.column ?? null,
    sheet: place?.sheet ?? null,
    // A text of the terms, in the language of the reader.
    text: params[textParams[language]] ?? null,
    ...params,
  };
}

/**
 * Returns the message of an unreadable file, by the reader's own text: the problem, then expected and what to do. Null
 * for other findings.
 */
function readProblemTexts(
  { code, cause, params }: Finding,
  language: Language,
): { message: string; todo: string } | null {
  if (code !== 'file-unreadable' || cause === undefined || !isReadProblemCode(cause)) return null;
  const problemText = problemMessage({ code: cause, params }, language);
  const end = problemText.indexOf('. ') + 1;
  return { message: problemText.slice(0, end || undefined), todo: end ? problemText.slice(end + 1) : '' };
}

/** Returns the message of a finding: the problem and why it matters, then what to do. */
export function messageOf(finding: Finding, language: Language): string {
  const { message, todo } = textsOf(finding, language);
  return todo === '' ? message : `${message} ${todo}`;
}

/** Returns the parts of a message separately, for screens. */
export function textsOf(finding: Finding, language: Language): { title: string; message: string; todo: string } {
  const text = checkTexts[language][finding.code];
  if (!text) return { title: finding.code, message: finding.code, todo: '' };
  const values = valuesOf(finding, language);
  const fill = (part: string): string => fillTemplate(part, values, language, textOfCode(language));
  return {
    title: text.title,
    ...(readProblemTexts(finding, language) ?? { message: fill(text.message), todo: fill(text.todo) }),
  };
}

/** Returns the button label of a fix. */
export function labelOf(fix: Fix, language: Language): string {
  const text = fixTexts[language][fix.kind];
  return text ? fillTemplate(text, fix.params, language, textOfCode(language)) : fix.kind;
}

/** Returns the title of a group of findings. */
export function titleOf(code: string, language: Language): string {
  return checkTexts[language][code]?.title ?? code;
}

import { isLanguage, languages, type Language } from '@tallgrunn/values';
import { WrongUsage } from './command.ts';
import { FileProblem } from './open-file.ts';
import { cliTexts } from './texts.ts';

/** A finding in printed form, the same for all commands. */
export interface PrintedFinding {
  code: string;
  /** Number of the error class; 0 when it has none. */
  class: number;
  severity: string;
  place: unknown;
  found: string | null;
  expected: string | null;
  params: object;
  message: string;
  fix?: unknown;
}

/** Returns a blocking finding about the whole file. `said` is a message from another catalogue, if there is one. */
export function fileFinding(
  code: string,
  name: string,
  language: Language,
  statedMessage?: string,
  params: object = {},
): PrintedFinding {
  const texts: Partial<Record<string, (named: { name: string }) => string>> = cliTexts(language);
  const sentence = texts[code] ?? cliTexts(language)['file-unreadable'];
  return {
    code,
    class: 0,
    severity: 'blocksFile',
    place: null,
    found: null,
    expected: null,
    params,
    message: statedMessage ?? sentence({ name }),
    fix: null,
  };
}

/** Returns the code of an error about a file: a file problem's own code, otherwise 'internal-error'. */
export const errorCodeOf = (error: unknown): string => (error instanceof FileProblem ? error.code : 'internal-error');

export function languageOf(word: string | undefined): Language {
  if (word === undefined) return 'nb';
  if (isLanguage(word)) return word;
  throw new WrongUsage(`--lang is one of ${languages.join(', ')}, and not "${word}".`);
}

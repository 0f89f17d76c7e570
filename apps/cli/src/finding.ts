import { isLanguage, languages, type Language } from '@tallgrunn/values';
import { WrongUsage } from './command.ts';
import { FileProblem } from './open-file.ts';
import { cliTexts } from './texts.ts';

/** A finding as it is printed: the same shape for every command. */
export interface PrintedFinding {
  code: string;
  /** Number of the error class; 0 for what has none. */
  class: number;
  severity: string;
  place: unknown;
  found: string | null;
  expected: string | null;
  params: object;
  message: string;
  fix?: unknown;
}

/** A finding about the whole file that stops it. `said` is a sentence of another catalogue, when it has one. */
export function fileFinding(
  code: string,
  name: string,
  language: Language,
  said?: string,
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
    message: said ?? sentence({ name }),
    fix: null,
  };
}

/** What an error says about the file it was met in: the file's own fault has a code, any other is ours. */
export const codeOf = (error: unknown): string => (error instanceof FileProblem ? error.code : 'internal-error');

export function languageOf(word: string | undefined): Language {
  if (word === undefined) return 'nb';
  if (isLanguage(word)) return word;
  throw new WrongUsage(`--lang is one of ${languages.join(', ')}, and not "${word}".`);
}

import { formatQuantity, type Language } from '@tallgrunn/values';
import type { FormatFinding } from '../reading.ts';

/** Values that a message may contain. Texts from the file are shown as written, missing ones as a dash. */
export interface MessageArgs {
  readonly found: string;
  readonly expected: string;
  /** Returns a parameter as written. */
  readonly p: (name: string) => string;
  /** Formats a decimal text as in the language. */
  readonly n: (text: string) => string;
}

export type Sentence = (args: MessageArgs) => string;

const SHOWN_MAX = 80;

export function messageArgs(finding: FormatFinding, language: Language): MessageArgs {
  return {
    found: shownText(finding.found),
    expected: shownText(finding.expected),
    p: (name) => shownText(finding.params[name] === undefined ? null : String(finding.params[name])),
    n: (text) => formatQuantity(text, language),
  };
}

/** Shortens texts from files and replaces control characters before they reach a screen or a log. */
function shownText(text: string | null): string {
  if (text === null || text === '') return '–';
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return clean.length > SHOWN_MAX ? `${clean.slice(0, SHOWN_MAX)}…` : clean;
}

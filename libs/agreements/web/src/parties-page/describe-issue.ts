import type { PartyTexts } from '../texts/party-nb.ts';

type Sentence = (said: { readonly found: string; readonly expected: string }) => string;

/** Describes an error in a number, date or name; null when the code has no text. */
export function describeIssue(
  t: PartyTexts,
  code: string,
  { found, expected }: { readonly found?: unknown; readonly expected?: unknown } = {},
): string | null {
  const sentences = t.issues as Readonly<Record<string, Sentence>>;
  return sentences[code]?.({ found: textOf(found), expected: textOf(expected) }) ?? null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

import { createHash, randomBytes } from 'node:crypto';

/** One free text of an entry: its path in the details, and the salt of the hash that replaces it. */
export interface EntryText {
  readonly place: readonly string[];
  readonly salt: Buffer;
  readonly text: string;
}

/** Details that people write, or that hold names given by people. They are always texts, whatever they look like. */
const textNames = new Set([
  'reason',
  'note',
  'comment',
  'text',
  'name',
  'title',
  'fileName',
  'receivedFrom',
  'email',
  'phone',
  'contact',
  'justification',
  'address',
]);

/** Details that are never filled in by people: key prefixes, malware names, program versions. */
const codeNames = new Set(['prefix', 'signature', 'engine']);

/**
 * Forms that contain no personal data: ids, hashes, dates, times, numbers of up to 7, of 9 or of 10 digits, lower-case
 * codes, document numbers.
 */
const codeForms = [
  /^$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{40,64}$/,
  /^\d{4}-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?)?$/,
  /^\d{4}-(Q[1-4]|[HT][1-3])$/,
  /^-?(\d{1,7}|\d{9,10})(\.\d+)?$/,
  /^[a-z][a-z0-9]*([-.:/_][a-z0-9]+)*$/,
  /^[A-Z]{1,6}-?\d{1,4}(-\d{1,6}){0,2}(\/\d{1,3})?$/,
];

const isCode = (text: string): boolean => text.length <= 80 && codeForms.some((form) => form.test(text));

/**
 * Replaces the free texts in an entry's details by `{ textHash }`: the SHA-256 of salt and text, in hex. A string is a
 * text if people fill in its field, or if it has no known code form. Unknown fields are therefore safe by default.
 */
export function separateTexts(details: Readonly<Record<string, unknown>>): {
  details: Record<string, unknown>;
  texts: EntryText[];
} {
  const texts: EntryText[] = [];
  const separate = (value: unknown, name: string, place: readonly string[]): unknown => {
    if (typeof value === 'string') {
      if (codeNames.has(name) || (!textNames.has(name) && isCode(value))) return value;
      const text = value.replaceAll('\u0000', '');
      const salt = randomBytes(16);
      texts.push({ place, salt, text });
      return { textHash: createHash('sha256').update(salt).update(text, 'utf8').digest('hex') };
    }
    if (Array.isArray(value)) return value.map((each, index) => separate(each, name, [...place, String(index)]));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, separate(each, key, [...place, key])]),
      );
    }
    return value;
  };
  const jsonDetails = JSON.parse(JSON.stringify(details)) as Record<string, unknown>;
  return { details: separate(jsonDetails, '', []) as Record<string, unknown>, texts };
}

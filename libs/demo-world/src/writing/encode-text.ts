import { strToU8 } from 'fflate';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

/** The characters in use that Windows-1252 encodes between 0x80 and 0x9F. */
const highCharacters: Record<string, number> = {
  '€': 0x80,
  '…': 0x85,
  '†': 0x86,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
};
const characterOf = new Map(Object.entries(highCharacters).map(([character, code]) => [code, character]));

/** Encodes text. A character that Windows-1252 does not have becomes '?'. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return strToU8(text);
  if (encoding === 'utf-8-bom') return strToU8(`\uFEFF${text}`);
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? code : (highCharacters[character] ?? 0x3f);
  });
}

/** Returns UTF-8 text as it looks after being opened as Windows-1252 and saved again ('Sør' becomes 'SÃ¸r'). */
export const asMojibake = (text: string): string =>
  [...strToU8(text)].map((byte) => characterOf.get(byte) ?? String.fromCharCode(byte)).join('');

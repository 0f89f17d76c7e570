const suspicious = /[ÃÂ][\u0080-\u00bf\u2018-\u2122€ŠšŽžŒœŸƒˆ˜¡-¿]|Ã[†˜…¦¸¥]/;
// Characters of Windows-1252 for the bytes 0x80 to 0x9f, in order; unassigned bytes map to control characters.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const utf8 = new TextDecoder('utf-8', { fatal: true });

function byteOf(char: string): number {
  const code = char.charCodeAt(0);
  if (code < 0x100) return code;
  const at = windows1252.indexOf(char);
  return at < 0 ? -1 : 0x80 + at;
}

/** Repairs UTF-8 text that was read as Windows-1252 ("SÃ¸r-Odal"); null when the text is not of that kind. */
export function repairEncoding(text: string): string | null {
  if (!suspicious.test(text)) return null;
  const bytes = Array.from(text, byteOf);
  if (bytes.includes(-1)) return null;
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

import { createHash, randomBytes } from 'node:crypto';

/** Base32 in lower case, which survives mail servers that change case. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const COOPERATIVE_LENGTH = 26;
const SECRET_BYTES = 10;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Creates the token of a reply address: the cooperative's id and 80 random bits. Only its hash is stored. */
export function makeReplyToken(cooperativeId: string): { readonly token: string; readonly hash: string } {
  const token = base32(Buffer.from(cooperativeId.replaceAll('-', ''), 'hex')) + base32(randomBytes(SECRET_BYTES));
  return { token, hash: hashOf(token) };
}

/** Parses the token of an address `name+token@host`; null when it has none. */
export function readReplyToken(address: string): { readonly cooperativeId: string; readonly hash: string } | null {
  const token = /\+([a-z2-7]{42})@/i.exec(address)?.[1]?.toLowerCase();
  if (token === undefined) return null;
  const hex = fromBase32(token.slice(0, COOPERATIVE_LENGTH)).toString('hex').slice(0, 32);
  const cooperativeId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { cooperativeId, hash: hashOf(token) };
}

/** Returns the reply address with a token. */
export const replyAddressOf = (address: string, token: string): string => address.replace('@', `+${token}@`);

function base32(bytes: Uint8Array): string {
  let [bits, value, text] = [0, 0, ''];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer {
  let [bits, value] = [0, 0];
  const bytes: number[] = [];
  for (const letter of text) {
    value = ((value << 5) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
    }
  }
  return Buffer.from(bytes);
}

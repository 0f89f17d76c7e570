/** Content of a reply by e-mail. */
export interface ParsedEmail {
  /** Recipient addresses from the headers. */
  readonly recipients: readonly string[];
  /** Sender address in lower case; null without one. */
  readonly from: string | null;
  readonly messageId: string | null;
  /** Sent automatically: an absence notice or a delivery failure. */
  readonly isAutomatic: boolean;
  /** The first plain text without quoted text; null without plain text. */
  readonly text: string | null;
}

export const emailLimits = {
  sizeBytesMax: 5_000_000,
  headersMax: 500,
  depthMax: 5,
  partsMax: 50,
  textCharactersMax: 20_000,
};

type Headers = ReadonlyMap<string, readonly string[]>;

/**
 * Parses the plain text of an e-mail (RFC 5322, 2045 and 2046): text/plain, and multipart down to five levels.
 * Attachments and HTML are ignored. Size, parts and depth are limited. Returns null when it is too large.
 */
export function parseEmail(bytes: Uint8Array): ParsedEmail | null {
  if (bytes.length > emailLimits.sizeBytesMax) return null;
  // Latin-1 maps each byte to one character, so that each part can be decoded by its own character set.
  const [headers, body] = split(Buffer.from(bytes).toString('latin1'));
  const text = plainText(headers, body, emailLimits.depthMax);
  const all = (name: string) => headers.get(name) ?? [];
  return {
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) =>
      all(name).flatMap(addressesOf),
    ),
    from: addressesOf(all('from')[0] ?? '')[0] ?? null,
    messageId: all('message-id')[0]?.trim() ?? null,
    isAutomatic:
      (all('auto-submitted')[0] ?? 'no').trim().toLowerCase() !== 'no' ||
      all('x-autoreply').length > 0 ||
      /^multipart\/report/i.test(all('content-type')[0] ?? ''),
    text: text === null ? null : withoutQuotes(text).slice(0, emailLimits.textCharactersMax).trim(),
  };
}

function split(content: string): [Headers, string] {
  const at = /\r?\n\r?\n/.exec(content);
  const head = at ? content.slice(0, at.index) : content;
  const headers = new Map<string, string[]>();
  const lines = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, emailLimits.headersMax);
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return [headers, at ? content.slice(at.index + at[0].length) : ''];
}

function plainText(headers: Headers, body: string, depth: number): string | null {
  const type = headers.get('content-type')?.[0] ?? 'text/plain';
  if (/^multipart\//i.test(type)) {
    const boundary = parameterOf(type, 'boundary');
    if (boundary === null || depth === 0) return null;
    for (const part of partsOf(body, boundary)) {
      const text = plainText(...split(part), depth - 1);
      if (text !== null) return text;
    }
    return null;
  }
  if (!/^text\/plain/i.test(type) || /^attachment/i.test(headers.get('content-disposition')?.[0] ?? '')) return null;
  const bytes = decoded(body, headers.get('content-transfer-encoding')?.[0] ?? '7bit');
  return new TextDecoder(charsetOf(parameterOf(type, 'charset'))).decode(bytes).replaceAll('\r\n', '\n');
}

function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let at = body.indexOf(`--${boundary}`);
  while (at >= 0 && parts.length < emailLimits.partsMax) {
    const start = at + boundary.length + 2;
    if (body.startsWith('--', start)) break;
    const next = body.indexOf(`\n--${boundary}`, start);
    parts.push(body.slice(start, next < 0 ? undefined : next).replace(/^[ \t]*\r?\n/, ''));
    at = next < 0 ? -1 : next + 1;
  }
  return parts;
}

function decoded(body: string, encoding: string): Uint8Array {
  const kind = encoding.trim().toLowerCase();
  if (kind === 'base64') return Buffer.from(body, 'base64');
  if (kind !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(joined, 'latin1');
}

function parameterOf(header: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^;\\s]{1,200}))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Returns the decoder's name of a character set; UTF-8 for an unknown one. */
function charsetOf(name: string | null): string {
  try {
    return new TextDecoder(name ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}

const addressesOf = (header: string): string[] =>
  (header.match(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g) ?? []).map((each) => each.toLowerCase());

/** Returns the text without quoted text, as common mail programs mark it. */
function withoutQuotes(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, at) =>
      /^-{2,}\s*(original message|opprinnelig melding|opphavleg melding|ursprungligt meddelande)/i.test(line) ||
      /^_{20,}\s*$/.test(line) ||
      (/^(den|på|on|le|am)\s.{5,200}(skrev|wrote|schrieb|écrit).{0,100}:?\s*$/i.test(line) && at > 0) ||
      /^(from|fra|frå|från):\s.+@.+/i.test(line),
  );
  return (end < 0 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>')).join('\n');
}

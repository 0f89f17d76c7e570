import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import type { TextEncoding } from '../csv/decode-text.ts';

/** A part of a web archive (MHTML, RFC 2557): a page or a picture in one file, encoded as in an e-mail. */
export interface MimePart {
  readonly type: string;
  readonly encoding: TextEncoding;
  readonly transfer: string;
  /** Address of the page that the part was saved from; empty when there is none. */
  readonly location: string;
  /** Bytes of the body in the file. */
  readonly from: number;
  readonly to: number;
}

const CHUNK_BYTES = 64 * 1024;
const HEADER_CHARACTERS_MAX = 16 * 1024;
const LINE_MAX = 1024 * 1024;
const PARTS_MAX = 1000;

const encodings: Readonly<Record<string, TextEncoding>> = {
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'windows-1252',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  macintosh: 'macintosh',
  ibm850: 'ibm850',
};

/** Returns each byte as the character with its number, so that lines can be searched. */
function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Yields the lines of a file with their places. A line that is too long comes in pieces. */
async function* linesOf(source: ByteSource, signal?: AbortSignal): AsyncGenerator<{ line: string; from: number }> {
  let pending = '';
  let at = 0;
  for await (const chunk of chunksOf(source, { sizeBytes: CHUNK_BYTES, signal, passing: true })) {
    pending += byteText(chunk);
    let start = 0;
    for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n', start)) {
      yield { line: pending.slice(start, end).replace(/\r$/, ''), from: at + start };
      start = end + 1;
    }
    if (pending.length - start > LINE_MAX) {
      yield { line: pending.slice(start), from: at + start };
      start = pending.length;
    }
    at += start;
    pending = pending.slice(start);
  }
  yield { line: pending, from: at };
}

const parameterOf = (value: string, name: string): string =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value)?.slice(1).find(Boolean) ?? '';

/** Reads the header of a part or of the file, from lines that continue with a blank (RFC 5322, 2.2.3). */
function readHeader(lines: readonly string[]): (name: string) => string {
  const unfolded = lines
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  return (name) => {
    const line = unfolded.find((each) => each.toLowerCase().startsWith(`${name}:`)) ?? '';
    return line.slice(name.length + 1).trim();
  };
}

function describe(header: (name: string) => string): Omit<MimePart, 'from' | 'to'> {
  const type = header('content-type');
  return {
    type: type.split(';')[0]!.trim().toLowerCase(),
    encoding: encodings[parameterOf(type, 'charset').toLowerCase()] ?? 'utf-8',
    transfer: header('content-transfer-encoding').toLowerCase(),
    location: header('content-location'),
  };
}

/** Finds the parts of a web archive; a file of one part has no boundary. */
export async function findMimeParts(source: ByteSource, signal?: AbortSignal): Promise<MimePart[]> {
  const parts: MimePart[] = [];
  let header: string[] | null = [];
  let headerSize = 0;
  let boundary: string | null = null;
  let open: { about: Omit<MimePart, 'from' | 'to'>; from: number } | null = null;
  const close = (to: number) => {
    if (open && parts.length < PARTS_MAX) parts.push({ ...open.about, from: open.from, to });
    open = null;
  };
  for await (const { line, from } of linesOf(source, signal)) {
    if (header && line !== '') {
      headerSize += line.length;
      if (headerSize <= HEADER_CHARACTERS_MAX) header.push(line);
    } else if (header) {
      const field = readHeader(header);
      const bodyFrom = from + line.length + 1;
      const own = parameterOf(field('content-type'), 'boundary');
      if (own !== '' && boundary === null) boundary = `--${own}`;
      else open = { about: describe(field), from: bodyFrom };
      header = null;
      headerSize = 0;
    } else if (boundary !== null && line.startsWith(boundary)) {
      close(from);
      header = line.startsWith(`${boundary}--`) ? null : [];
    }
  }
  close(source.size);
  return parts;
}

/** Yields the bytes of a part, decoded. */
export async function* bytesOfPart(
  source: ByteSource,
  { from, to, transfer }: MimePart,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const pieces = chunksOf(source, { from, to, sizeBytes: CHUNK_BYTES, signal });
  if (transfer !== 'quoted-printable' && transfer !== 'base64') return yield* pieces;
  const decode = transfer === 'base64' ? decodeBase64 : decodeQuotedPrintable;
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + byteText(piece);
    const { bytes, used } = decode(text);
    rest = text.slice(used);
    if (bytes.length > 0) yield bytes;
  }
}

interface Decoded {
  readonly bytes: Uint8Array;
  /** Characters of the text that are decoded; the others are the start of what comes next. */
  readonly used: number;
}

function decodeBase64(text: string): Decoded {
  const digits = text.replace(/[^A-Za-z\d+/]/g, '');
  const whole = digits.length - (digits.length % 4);
  // The last digits wait for their group; at the end of a part the padding completes it.
  const isEnd = text.includes('=');
  const group = isEnd ? digits : digits.slice(0, whole);
  const bytes = Uint8Array.from(atob(group), (character) => character.charCodeAt(0));
  if (isEnd) return { bytes, used: text.length };
  let used = text.length;
  for (let left = digits.length - whole; left > 0; left -= 1) used = lastDigitBefore(text, used);
  return { bytes, used };
}

function lastDigitBefore(text: string, end: number): number {
  let at = end - 1;
  while (at > 0 && !/[A-Za-z\d+/]/.test(text[at]!)) at -= 1;
  return at;
}

/** Decodes `=E6` to a byte and removes line ends that `=` only breaks (RFC 2045, 6.7). */
function decodeQuotedPrintable(text: string): Decoded {
  const equals = text.lastIndexOf('=');
  const used = equals >= 0 && equals > text.length - 3 ? equals : text.length;
  const decoded = text
    .slice(0, used)
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { bytes: Uint8Array.from(decoded, (character) => character.charCodeAt(0)), used };
}

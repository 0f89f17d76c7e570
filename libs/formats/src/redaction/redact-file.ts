import {
  chunksOf,
  openZip,
  readEntry,
  writeZip,
  type ByteSource,
  type ReadLimits,
  type ZipPart,
} from '@tallgrunn/tabular';
import { redactFileName } from '@tallgrunn/values';
import { decodeXml } from '../xml/decode-xml.ts';
import { blankPdfMetadata } from './redact-pdf.ts';
import { redactTable, type RedactedFile, type ContactKindOf } from './redact-table.ts';
import { redactJson, redactText, redactXml } from './redact-texts.ts';

export interface RedactOptions {
  /** How to read the file: as a table, or by its first bytes. */
  readonly as: 'table' | 'document';
  readonly limits?: Partial<ReadLimits>;
  /** Returns the kind of contact data that a column may contain, by its heading. */
  readonly stated?: ContactKindOf;
}

const encoder = new TextEncoder();
const ENTRY_BYTES_MAX = 64 * 1024 * 1024;

/**
 * Returns a redacted copy of a file, to be stored instead of it; null when no personal data was detected.
 * Tables, XML, JSON, plain text and archives of them are redacted text by text. In a PDF only the metadata about its
 * author is blanked. A file that cannot be read is left to the next reader.
 */
export async function redactFile(
  source: ByteSource,
  name: string,
  { as, limits, stated }: RedactOptions,
): Promise<RedactedFile | null> {
  if (as === 'table' && !/\.xml$/i.test(name)) return redactTable(source, name, { limits, stated });
  const head = await source.read(0, Math.min(8, source.size));
  const isArchive = head[0] === 0x50 && head[1] === 0x4b;
  const redacted = isArchive ? await redactArchive(source) : await redactBytes(await readAll(source));
  if (redacted === null) return null;
  return { name, bytes: redacted instanceof Uint8Array ? yieldBytes(redacted) : redacted };
}

async function* yieldBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function readAll(source: ByteSource): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  let at = 0;
  for await (const chunk of chunksOf(source)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function redactBytes(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')) {
    const blanked = bytes.slice();
    return blankPdfMetadata(blanked) ? blanked : null;
  }
  const text = await textOf(bytes);
  if (text === null) return null;
  if (/^\s*</.test(text)) {
    const redacted = redactXml(text);
    return redacted === text
      ? null
      : encoder.encode(redacted.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, '$1UTF-8'));
  }
  const json = parseJson(text);
  if (json === undefined) {
    const redacted = redactText(text);
    return redacted === text ? null : encoder.encode(redacted);
  }
  const redacted = redactJsonText(json);
  return redacted === null || redacted === JSON.stringify(json) ? null : encoder.encode(redacted);
}

/** Returns null for JSON nested so deeply that no reader accepts it. */
function redactJsonText(json: unknown): string | null {
  try {
    return JSON.stringify(redactJson(json));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns the text of a file; null for binary content such as pictures. */
async function textOf(bytes: Uint8Array): Promise<string | null> {
  const isMarkup = /^[\ufeff\ufffe\s\0\u00ef\u00bb\u00bf\u00ff\u00fe]*</.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 256)),
  );
  try {
    if (!isMarkup) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    let text = '';
    for await (const piece of decodeXml(yieldBytes(bytes))) text += piece;
    return text;
  } catch {
    return null;
  }
}

/** Returns undefined for text that is not JSON. Numbers are reformatted, with the same value. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Redacts the entries of an archive and their names one by one. Null when nothing changed. */
async function redactArchive(source: ByteSource): Promise<AsyncIterable<Uint8Array> | null> {
  const zip = await openZip(source);
  const parts: ZipPart[] = [];
  let isChanged = false;
  for (const [at, entry] of zip.entries.entries()) {
    if (entry.name.endsWith('/')) continue;
    const bytes = await readEntry(zip, entry, ENTRY_BYTES_MAX);
    const redacted = await redactBytes(bytes);
    const name = entry.name
      .split('/')
      .map((part) => redactFileName(part, `part-${at + 1}`))
      .join('/');
    isChanged ||= redacted !== null || name !== entry.name;
    parts.push({ name, content: [redacted ?? bytes] });
  }
  return isChanged ? writeZip(parts) : null;
}

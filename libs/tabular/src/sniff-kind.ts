import type { ByteSource } from './byte-source.ts';
import { ReadProblem } from './read-problem.ts';

/**
 * File kind by content: a zip, a compound file of old Office, an old workbook outside a compound file, flat
 * OpenDocument, an XML spreadsheet, a web page, a web archive, JSON lines, or text.
 */
export type FileKind =
  'zip' | 'container' | 'bare' | 'flat-ods' | 'xml-spreadsheet' | 'html' | 'mhtml' | 'json-lines' | 'text';

const HEAD_BYTES = 512;

// First bytes (Latin-1) of files that users rename or upload by mistake.
const binaryKinds: readonly [start: string, found: string][] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpeg'],
  ['GIF8', 'gif'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['Rar!', 'rar'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['{\\rtf', 'rtf'],
];
// First record of a workbook: Excel 2, 3 and 4, and Excel 5 and later.
const oldestExcel: readonly string[] = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00'];
const oldExcel: readonly string[] = ['\x09\x08\x08\x00', '\x09\x08\x10\x00'];

/** Tags at the start of a web page or a fragment of one. */
const webPage =
  /^(?:<!doctype html|<!--|<(?:html|head|meta|title|link|base|script|style|body|div|table|tr|center|font|span|p|b|h\d)[\s>/])/;
/** Header of a web archive (MHTML), as of an e-mail. */
const webArchive = /^(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version:|content-type: *multipart\/related)/;

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/**
 * Returns the kind of a text file, and rejects markup other than tables. @throws ReadProblem 'document-type-not-supported' |
 * 'not-a-table'
 */
function markupKind(head: string): FileKind {
  const isWide = /^(?:\xff\xfe|\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0])/.test(head);
  const text = isWide ? head.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '') : head;
  const start = text.replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '').toLowerCase();
  if (webPage.test(start)) return 'html';
  if (webArchive.test(start)) return 'mhtml';
  if (start.startsWith('<?xml')) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('mso-application'))
      return 'xml-spreadsheet';
    if (start.includes('opendocument')) return 'flat-ods';
    if (/<html[\s>]/.test(start)) return 'html';
    throw new ReadProblem('not-a-table', { found: 'xml' });
  }
  // JSON lines and SYLK are written in other encodings.
  if (isWide) return 'text';
  // JSON lines begin with an object and its first field name; a multi-line document or a list is not a table.
  if (/^\{[ \t]*"/.test(start)) return 'json-lines';
  if (/^[[{]\s*["{[]/.test(start)) throw new ReadProblem('not-a-table', { found: 'json' });
  if (start.startsWith('id;p')) throw new ReadProblem('document-type-not-supported', { found: 'sylk' });
  return 'text';
}

/**
 * Detects from content, never from the name, whether a file can be a workbook or a text. @throws ReadProblem
 * 'file-empty' | 'not-a-table' | 'document-type-not-supported'
 */
export async function sniffKind(source: ByteSource): Promise<FileKind> {
  if (source.size === 0) throw new ReadProblem('file-empty');
  const head = latin1(await source.read(0, HEAD_BYTES));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'container';
  const binary = binaryKinds.find(([start]) => head.startsWith(start));
  // A text can also begin with "MZ"; a program has zero bytes near its start.
  if (binary && (binary[0].length > 2 || head.includes('\0')))
    throw new ReadProblem('not-a-table', { found: binary[1] });
  if (oldExcel.some((start) => head.startsWith(start))) return 'bare';
  if (oldestExcel.some((start) => head.startsWith(start)))
    throw new ReadProblem('document-type-not-supported', { found: 'xls' });
  return markupKind(head);
}

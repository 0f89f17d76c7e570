import type { ByteSource } from './byte-source.ts';
import { ReadProblem } from './read-problem.ts';

/** A zip of parts, a container of old Office, an old workbook without one, a flat OpenDocument file, JSON lines, or a text. */
export type FileKind = 'zip' | 'container' | 'bare' | 'flat-ods' | 'json-lines' | 'text';

const HEAD_BYTES = 512;

// First bytes of files that people rename or drop by mistake, as Latin-1.
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
// The first record of a workbook: of Excel 2, 3 and 4, and of Excel 5 and later.
const oldestExcel: readonly string[] = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00'];
const oldExcel: readonly string[] = ['\x09\x08\x08\x00', '\x09\x08\x10\x00'];

/** Tags that a page, or a piece of one, begins with; and a page packed with its pictures as mail is. */
const webPage = /^(?:<!doctype html|<(?:html|head|meta|style|body|div|table|center|font)[\s>/]|<!--|mime-version:)/;

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Text that is marked up as something else than rows and columns. */
function markupKind(head: string): FileKind {
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '').toLowerCase();
  if (webPage.test(start)) throw new ReadProblem('kind-not-yet', { found: 'html' });
  if (start.startsWith('<?xml')) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('mso-application'))
      throw new ReadProblem('kind-not-yet', { found: 'xml-spreadsheet' });
    if (start.includes('opendocument')) return 'flat-ods';
    throw new ReadProblem('not-a-table', { found: 'xml' });
  }
  // One object a line begins with its first name; a document with line breaks in it, or a list, is no table.
  if (/^\{[ \t]*"/.test(start)) return 'json-lines';
  if (/^[[{]\s*["{[]/.test(start)) throw new ReadProblem('not-a-table', { found: 'json' });
  if (start.startsWith('id;p')) throw new ReadProblem('kind-not-yet', { found: 'sylk' });
  return 'text';
}

/** Tells by content, never by name, whether a file can be a workbook or a text. Throws ReadProblem for what we know to be neither. */
export async function sniffKind(source: ByteSource): Promise<FileKind> {
  if (source.size === 0) throw new ReadProblem('file-empty');
  const head = latin1(await source.read(0, HEAD_BYTES));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'container';
  const binary = binaryKinds.find(([start]) => head.startsWith(start));
  // "MZ" begins texts too; a program has zeros near its start.
  if (binary && (binary[0].length > 2 || head.includes('\0')))
    throw new ReadProblem('not-a-table', { found: binary[1] });
  if (oldExcel.some((start) => head.startsWith(start))) return 'bare';
  if (oldestExcel.some((start) => head.startsWith(start))) throw new ReadProblem('kind-not-yet', { found: 'xls' });
  return markupKind(head);
}

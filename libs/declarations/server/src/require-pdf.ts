import { openFile, Problem, type OpenedFile, type SpooledFile } from '@tallgrunn/platform';

const HEAD_BYTES = 1024;
const TAIL_BYTES = 4096;
/**
 * Bytes read of a cross-reference table. In a file optimised for the web, the first page's table may have some thousand
 * entries of 20 bytes.
 */
const ENTRY_BYTES = 64 * 1024;
const DICTIONARY_BYTES = 4096;

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/**
 * Requires that a file has the structure of a PDF (ISO 32000-2, 7.5): the header at the start, and at the end the
 * offset of the cross-reference. At that offset there must be a table with a trailer, or a stream, that names the
 * catalogue. A web page that merely contains "%PDF-" is rejected. Nothing in the document is run or shown here.
 * @throws Problem 'attachment-not-pdf' (422)
 */
export async function requirePdf({ path, name }: Pick<SpooledFile, 'path' | 'name'>): Promise<void> {
  const source = await openFile(path);
  try {
    if (!(await isPdf(source))) throw new Problem(422, 'attachment-not-pdf', { name });
  } finally {
    await source.close();
  }
}

async function isPdf(source: OpenedFile): Promise<boolean> {
  const head = textOf(await source.read(0, Math.min(HEAD_BYTES, source.size)));
  // Some programs write a byte order mark or white space before the header; offsets then count from the header.
  const header = /^((?:\xef\xbb\xbf)?\s*)%PDF-[12]\.\d/.exec(head);
  if (!header) return false;
  const [, before = ''] = header;
  const tail = textOf(await source.read(Math.max(0, source.size - TAIL_BYTES), source.size));
  const xrefOffset = [...tail.matchAll(/startxref\s+(\d{1,15})\s+%%EOF/g)].at(-1)?.[1];
  if (xrefOffset === undefined || !/%%EOF\s*\0*\s*$/.test(tail)) return false;
  for (const at of new Set([Number(xrefOffset), Number(xrefOffset) + before.length]))
    if (await hasCatalogue(source, at, tail)) return true;
  return false;
}

/**
 * Returns whether the cross-reference at an offset names the catalogue. A table ends in a trailer, which may be at the
 * end of the file; a stream contains its own dictionary.
 */
async function hasCatalogue(source: OpenedFile, at: number, tail: string): Promise<boolean> {
  if (at <= 0 || at >= source.size) return false;
  const entry = textOf(await source.read(at, Math.min(at + ENTRY_BYTES, source.size)));
  if (/^\s{0,9}xref\s+\d+\s+\d+/.test(entry))
    return hasRoot(entry.slice(entry.indexOf('trailer'))) || hasRoot(tail.slice(tail.lastIndexOf('trailer')));
  const dictionary = entry.slice(0, DICTIONARY_BYTES);
  return (
    /^\s{0,9}\d+\s+\d+\s+obj\s*<</.test(dictionary) && /\/Type\s*\/XRef\b/.test(dictionary) && ROOT.test(dictionary)
  );
}

const ROOT = /\/Root\s+\d+\s+\d+\s+R\b/;
const hasRoot = (trailer: string) => /^trailer\s*<</.test(trailer) && ROOT.test(trailer.slice(0, DICTIONARY_BYTES));

import { programPath } from '../subprocess/read-in-subprocess.ts';
import { runInSubprocess } from '../subprocess/run-subprocess.ts';
import type { PdfDocument } from './pdf-document.ts';
import { pdfRequest } from './pdf-request.ts';

const MB = 1024 * 1024;
const LIMITS = { memoryBytesMax: 1024 * MB, secondsMax: 60 };
/** A table of so many rows takes a second. */
export const PDF_ROWS_MAX = 2000;

/**
 * Writes a document as PDF/UA-1: tagged, with title, language and reading order. The same document gives the same bytes.
 * @throws Error with more than PDF_ROWS_MAX rows in its tables, or where the program fell
 */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const rowCount = document.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  if (rowCount > PDF_ROWS_MAX) throw new Error(`A document of ${rowCount} rows, at most ${PDF_ROWS_MAX}`);
  const work = {
    program: programPath(import.meta.url, 'write-pdf.program'),
    request: pdfRequest(document),
    limits: LIMITS,
    reuseFor: 'pdf', // a program that has written one document writes the next in a tenth of the time
  };
  for await (const file of runInSubprocess<string>(work)) return Buffer.from(file, 'base64');
  throw new Error('No document came.');
}

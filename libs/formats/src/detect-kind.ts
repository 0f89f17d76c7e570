import { type ByteSource, chunksOf, openZip } from '@tallgrunn/tabular';
import { FormatProblem } from './format-problem.ts';
import { readRecords, type XmlRoot } from './xml/read-records.ts';

/** Content of a file that buyers import: postings as a table or as SAF-T, e-invoices, or despatch advices. */
export type SpendFormat = 'table' | 'saft' | 'invoice' | 'despatch';

const formats: Partial<Record<string, SpendFormat>> = {
  AuditFile: 'saft',
  Invoice: 'invoice',
  CreditNote: 'invoice',
  DespatchAdvice: 'despatch',
};
const HEAD_BYTES = 64 * 1024;

/**
 * Detects the format by the root of the XML, or of the first XML in a zip that is not a workbook. Other XML counts as
 * an invoice, and the invoice reader reports its actual type.
 */
export async function detectSpendFormat(source: ByteSource): Promise<SpendFormat> {
  const start = await source.read(0, Math.min(4, source.size));
  if (start[0] !== 0x50 || start[1] !== 0x4b)
    return looksLikeXml(await source.read(0, Math.min(HEAD_BYTES, source.size)))
      ? detectXmlFormat(chunksOf(source))
      : 'table';
  try {
    const zip = await openZip(source);
    if (zip.entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype')) return 'table';
    const first = zip.entries.find(({ name }) => /\.xml$/i.test(name) && !/(^|\/)(__MACOSX\/|\.)/.test(name));
    return first ? await detectXmlFormat(zip.read(first)) : 'invoice';
  } catch {
    return 'invoice';
  }
}

function looksLikeXml(head: Uint8Array): boolean {
  const at = [...head.subarray(0, 64)].filter(
    (byte) =>
      byte !== 0 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xff && byte !== 0xfe && byte > 0x20,
  );
  return at[0] === 0x3c;
}

/** Reads only up to the root, or up to the document within an envelope. */
async function detectXmlFormat(chunks: AsyncIterable<Uint8Array>): Promise<SpendFormat> {
  let found = '';
  const onRoot = ({ name }: XmlRoot) => {
    if (name === 'StandardBusinessDocument') return 'enter';
    if (name === 'StandardBusinessDocumentHeader') return 'skip';
    found = name;
    throw new FormatProblem('read-enough');
  };
  try {
    for await (const _ of readRecords(chunks, { onRoot })) break;
  } catch {
    // The root is known, or the file's own reader will say what is wrong with it.
  }
  return formats[found] ?? 'invoice';
}

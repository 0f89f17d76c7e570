import { messageOf, readUblInvoice, type FormatFinding } from '@tallgrunn/formats';
import { chunksOf } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import type { PrintedFinding } from '../finding.ts';
import { print, type Reader } from './reader.ts';

export const printedFinding = (finding: FormatFinding, language: Language): PrintedFinding => ({ ...finding, class: 0, message: messageOf(finding, language) });

/** One UBL invoice or credit note. */
export const readInvoice: Reader = async ({ file, source, language, output }) => {
  const reading = await readUblInvoice(chunksOf(source), { name: file });
  const findings = reading.findings.map((finding) => printedFinding(finding, language));
  return print(output, { file, ok: reading.ok, kind: 'invoice', ...(reading.ok ? {} : { code: reading.code }), document: reading.document, findings });
};

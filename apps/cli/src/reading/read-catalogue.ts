import { readCatalogue as partsOf, type Refused } from '@tallgrunn/formats';
import type { PrintedFinding } from '../finding.ts';
import { print, printedFinding, stops, type Reader, type Reading } from './reader.ts';

/**
 * Reads the whole catalogue without storing anything, because an error may be in its last line. Returns the rejection
 * or null.
 */
async function refusalOf({ file, source }: Reading): Promise<Refused | null> {
  for await (const part of partsOf(source, file)) if (part.part === 'refused') return part.refusal;
  return null;
}

/** Prints the document while its lines are read: only the current line and the findings are in memory. */
async function printDocument({ file, source, language, output }: Reading): Promise<PrintedFinding[]> {
  const found: PrintedFinding[] = [];
  let separator = '';
  for await (const part of partsOf(source, file)) {
    if (part.part === 'end') break;
    if (part.part === 'refused') throw new Error(`${file} changed while it was read`);
    found.push(...part.findings.map((finding) => printedFinding(finding, language)));
    if (part.part === 'head') await output.text(`${JSON.stringify(part.head).slice(0, -1)},"lines":[`);
    else await output.text(separator + JSON.stringify(part.line));
    separator = part.part === 'line' ? ',' : '';
  }
  return found;
}

/** Prints a catalogue of any length as one line with constant memory. */
export const readCatalogue: Reader = async (reading) => {
  const { file, language, output } = reading;
  const refusal = await refusalOf(reading);
  if (refusal) {
    const findings = refusal.findings.map((finding) => printedFinding(finding, language));
    return print(output, { file, ok: false, kind: 'catalogue', code: refusal.code, document: null, findings });
  }
  await output.text(`{"file":${JSON.stringify(file)},"ok":true,"kind":"catalogue","document":`);
  const findings = await printDocument(reading);
  await output.text(`]},"findings":${JSON.stringify(findings)}}\n`);
  return !findings.some(stops);
};

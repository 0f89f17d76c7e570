import {
  readInvoices,
  type FormatFinding,
  type InvoiceDocument,
  type Reading as Document,
  type Refused,
} from '@tallgrunn/formats';
import { print, printedFinding, stops, type Reader } from './reader.ts';

/** Prefixes the location of findings in an archive with the document's name. */
const within = ({ name, findings }: Document<InvoiceDocument>): FormatFinding[] =>
  findings.map((finding) => ({ ...finding, place: { ...finding.place, path: `${name}${finding.place?.path ?? ''}` } }));

/**
 * Prints an invoice file. A UBL invoice or credit note is the document itself. An archive is `{invoices: [...]}`,
 * written as it is read with one invoice in memory; rejected ones become findings with their entry name.
 */
export const readInvoice: Reader = async ({ file, source, language, output }) => {
  const findings: FormatFinding[] = [];
  let opened = false;
  let refused: Refused | undefined;
  for await (const reading of readInvoices(source, file)) {
    if (reading.name === file) {
      const own = reading.findings.map((finding) => printedFinding(finding, language));
      return print(output, {
        file,
        ok: reading.ok,
        kind: 'invoice',
        ...(reading.ok ? {} : { code: reading.code }),
        document: reading.document,
        findings: own,
      });
    }
    findings.push(...within(reading));
    if (!reading.ok) refused ??= reading;
    else
      await output.text(
        `${opened ? ',' : `{"file":${JSON.stringify(file)},"ok":true,"kind":"invoice","document":{"invoices":[`}${JSON.stringify(reading.document)}`,
      );
    opened ||= reading.ok;
  }
  const printed = findings.map((finding) => printedFinding(finding, language));
  if (!opened)
    return print(output, {
      file,
      ok: false,
      kind: 'invoice',
      code: refused?.code ?? 'zip-without-documents',
      document: null,
      findings: printed,
    });
  await output.text(`]},"findings":${JSON.stringify(printed)}}\n`);
  return !printed.some(stops);
};

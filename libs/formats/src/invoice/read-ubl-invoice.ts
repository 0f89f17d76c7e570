import { FormatProblem, refused } from '../format-problem.ts';
import type { FormatFinding, Reading } from '../reading.ts';
import type { Element } from '../xml/element.ts';
import type { XmlLimits } from '../xml/limits.ts';
import { readRecords } from '../xml/read-records.ts';
import { buildHeader, emptyHeader, addHeaderElement } from './read-header.ts';
import type { InvoiceDocument, InvoiceLine } from './invoice.ts';
import { validateDocument } from './validate-document.ts';
import { validateLine } from './validate-line.ts';
import { readLine } from './read-line.ts';
import { admitInvoice } from './ubl-kinds.ts';

export interface InvoiceOptions {
  readonly name?: string;
  readonly limits?: XmlLimits;
}

const attachmentContent = new Set(['EmbeddedDocumentBinaryObject']);
const skippedElements = new Set(['UBLExtensions', 'Signature']);
const lineNames = new Set(['InvoiceLine', 'CreditNoteLine']);

/**
 * Reads one UBL Invoice or CreditNote by local names, with any prefix: Peppol BIS Billing 3, EHF 3, EHF 2 and related
 * formats. Reads a stream and holds only the document's own texts, never the bytes of attachments.
 * Refusal codes: `file-empty`, `not-xml`, `xml-encoding`, `xml-doctype`, `xml-truncated`, `xml-damaged`,
 * `xml-too-large`, `document-type-not-supported`, `wrong-root`, `invoice-without-lines`. Every other irregularity becomes a finding on
 * the document.
 */
export async function readUblInvoice(
  chunks: AsyncIterable<Uint8Array>,
  options: InvoiceOptions = {},
): Promise<Reading<InvoiceDocument>> {
  const name = options.name ?? '';
  try {
    const { document, findings } = await readDocument(chunks, options.limits);
    return { ok: true, kind: 'invoice', name, document, findings };
  } catch (error) {
    if (error instanceof FormatProblem) return refused('invoice', name, error);
    throw error;
  }
}

async function readDocument(
  chunks: AsyncIterable<Uint8Array>,
  limits?: XmlLimits,
): Promise<{ document: InvoiceDocument; findings: FormatFinding[] }> {
  let root = '';
  const header = emptyHeader();
  const lines: { line: InvoiceLine; element: Pick<Element, 'name' | 'line'> }[] = [];
  const onRoot = (found: Parameters<typeof admitInvoice>[0]) => {
    const answer = admitInvoice(found);
    if (answer === 'read') root = found.name;
    return answer;
  };
  for await (const element of readRecords(chunks, {
    onRoot,
    skipTextOf: attachmentContent,
    skipRecords: skippedElements,
    ...(limits ? { limits } : {}),
  })) {
    if (lineNames.has(element.name))
      lines.push({ line: readLine(element), element: { name: element.name, line: element.line } });
    else addHeaderElement(header, element);
  }
  if (lines.length === 0) throw new FormatProblem('invoice-without-lines', { root }, { path: `/${root}` });
  const document = buildHeader(
    header,
    root === 'CreditNote' ? 'credit-note' : 'invoice',
    lines.map(({ line }) => line),
  );
  const lineFindings = lines.flatMap(({ line, element }, index) =>
    validateLine(line, document.currency, { path: `/${root}/${element.name}[${index + 1}]`, line: element.line }),
  );
  return { document, findings: [...validateDocument(document, root), ...lineFindings] };
}

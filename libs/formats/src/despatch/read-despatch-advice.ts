import { FormatProblem, refused } from '../format-problem.ts';
import { finding } from '../finding.ts';
import { countUnread } from '../invoice/count-unread.ts';
import { readItem } from '../invoice/read-line.ts';
import { readParty } from '../invoice/read-party.ts';
import { parseDecimal } from '../decimal-text.ts';
import { unitStatus } from '../codes/units.ts';
import type { FormatFinding, DocumentLocation, Reading } from '../reading.ts';
import { attributeAt, child, dateAt, type Element, textAt } from '../xml/element.ts';
import { readRecords, type RootAnswer, type XmlRoot } from '../xml/read-records.ts';
import type { DespatchDocument, DespatchLine } from './despatch.ts';

export interface DespatchOptions {
  readonly name?: string;
}

const namespace = /^urn:oasis:names:(?:specification|tc):ubl:schema:xsd:DespatchAdvice-2$/;
const envelopeParts: Partial<Record<string, RootAnswer>> = {
  StandardBusinessDocument: 'enter',
  StandardBusinessDocumentHeader: 'skip',
};
const skipped = {
  skipTextOf: new Set(['EmbeddedDocumentBinaryObject']),
  skipRecords: new Set(['UBLExtensions', 'Signature', 'AdditionalDocumentReference']),
};

/**
 * Reads one UBL DespatchAdvice by local names, with any prefix, line by line. Of the shipment only the dates are read.
 * Refusal codes: `file-empty`, `not-xml`, `xml-encoding`, `xml-doctype`, `xml-truncated`, `xml-damaged`,
 * `xml-too-large`, `not-a-despatch`. Every other irregularity becomes a finding on the document.
 */
export async function readDespatchAdvice(
  chunks: AsyncIterable<Uint8Array>,
  { name = '' }: DespatchOptions = {},
): Promise<Reading<DespatchDocument>> {
  const parts = new Map<string, Element>();
  const lines: DespatchLine[] = [];
  const findings: FormatFinding[] = [];
  try {
    for await (const element of readRecords(chunks, { onRoot: admitDespatch, ...skipped })) {
      if (element.name === 'DespatchLine') {
        const line = readDespatchLine(element);
        lines.push(line);
        findings.push(
          ...validateLine(line, { path: `/DespatchAdvice/DespatchLine[${lines.length}]`, line: element.line }),
        );
      } else if (!parts.has(element.name)) parts.set(element.name, element);
    }
  } catch (error) {
    if (error instanceof FormatProblem) return refused('despatch', name, error);
    throw error;
  }
  if (lines.length === 0)
    findings.push(finding('despatch-without-lines', 'confirm', { place: { path: '/DespatchAdvice' } }));
  return { ok: true, kind: 'despatch', name, document: buildDocument(parts, lines), findings };
}

function admitDespatch({ name, namespace: of, line }: XmlRoot): RootAnswer {
  const envelope = envelopeParts[name];
  if (envelope) return envelope;
  if (name === 'DespatchAdvice' && namespace.test(of)) return 'read';
  throw new FormatProblem('not-a-despatch', { root: name, namespace: of || '–' }, { path: `/${name}`, line });
}

function buildDocument(parts: ReadonlyMap<string, Element>, lines: DespatchLine[]): DespatchDocument {
  const text = (name: string, ...path: string[]): string | null => textAt(parts.get(name), ...path);
  const party = (...names: string[]): Element | undefined =>
    names.map((name) => child(parts.get(name), 'Party')).find((found) => found !== undefined);
  const delivery = child(parts.get('Shipment'), 'Delivery');
  const expected = child(delivery, 'EstimatedDeliveryPeriod');
  return {
    id: text('ID'),
    customization: text('CustomizationID'),
    profile: text('ProfileID'),
    issuedOn: dateAt(parts.get('IssueDate')),
    orderReference: text('OrderReference', 'ID'),
    contractReference: text('ContractDocumentReference', 'ID'),
    seller: readParty(party('SellerSupplierParty', 'DespatchSupplierParty')),
    buyer: readParty(party('BuyerCustomerParty', 'DeliveryCustomerParty')),
    despatchedOn:
      dateAt(delivery, 'Despatch', 'ActualDespatchDate') ?? dateAt(delivery, 'Despatch', 'EstimatedDespatchDate'),
    expectedOn: dateAt(expected, 'EndDate') ?? dateAt(expected, 'StartDate'),
    deliveredOn: dateAt(delivery, 'ActualDeliveryDate'),
    lines,
    unread: countUnread(parts.values()),
  };
}

function readDespatchLine(line: Element): DespatchLine {
  const quantity = child(line, 'DeliveredQuantity');
  const order = child(line, 'OrderLineReference');
  return {
    id: textAt(line, 'ID'),
    quantity: quantity?.text || null,
    unit: attributeAt(quantity, 'unitCode'),
    outstanding: textAt(line, 'OutstandingQuantity'),
    orderLine: textAt(order, 'LineID'),
    orderReference: textAt(order, 'OrderReference', 'ID'),
    deliveredOn: dateAt(line, 'Shipment', 'Delivery', 'ActualDeliveryDate'),
    item: readItem(child(line, 'Item')),
  };
}

function validateLine({ quantity, unit, item }: DespatchLine, place: DocumentLocation): FormatFinding[] {
  const found: FormatFinding[] = [];
  if (quantity !== null && parseDecimal(quantity) === null)
    found.push(
      finding('number-not-read', 'confirm', { place, found: quantity, params: { field: 'DeliveredQuantity' } }),
    );
  if (quantity !== null && unit === null) found.push(finding('unit-missing', 'info', { place }));
  if (unit !== null && unitStatus(unit) === 'malformed')
    found.push(finding('unit-unknown', 'info', { place, found: unit }));
  if (item.gtinValid === false) found.push(finding('gtin-wrong', 'info', { place, found: item.gtin }));
  return found;
}

import { FormatProblem } from '../format-problem.ts';
import type { RootAnswer, XmlRoot } from '../xml/read-records.ts';

const ublNamespace = /^urn:oasis:names:(?:specification|tc):ubl:schema:xsd:(\w+?)-(\d)$/;

/**
 * Business documents that are recognised but not supported by this reader. They are refused as `document-type-not-supported`, so that
 * the sender sees what was detected.
 */
const otherKinds = new Set([
  'CrossIndustryInvoice',
  'AuditFile',
  'ContractAwardNotice',
  'ContractNotice',
  'PriorInformationNotice',
]);

/** Envelope of the Peppol network, as access points export it: a header, then the document. */
const envelopeParts: Partial<Record<string, RootAnswer>> = {
  StandardBusinessDocument: 'enter',
  StandardBusinessDocumentHeader: 'skip',
};

/**
 * Accepts Invoice and CreditNote in UBL 2 and enters a Peppol envelope.
 * @throws FormatProblem 'document-type-not-supported' for other business documents | 'wrong-root' for anything else
 */
export function admitInvoice(root: XmlRoot): RootAnswer {
  const { name, namespace, line } = root;
  const envelope = envelopeParts[name];
  if (envelope) return envelope;
  const ubl = ublNamespace.exec(namespace);
  if (ubl && ubl[1] === name && (name === 'Invoice' || name === 'CreditNote')) return 'read';
  if (ubl || otherKinds.has(name))
    throw new FormatProblem('document-type-not-supported', { root: name }, { path: `/${name}`, line });
  throw new FormatProblem('wrong-root', { root: name, namespace: namespace || '–' }, { path: `/${name}`, line });
}

import { FormatProblem } from '../format-problem.ts';
import type { RootAnswer, XmlRoot } from '../xml/read-records.ts';

const ublNamespace = /^urn:oasis:names:(?:specification|tc):ubl:schema:xsd:(\w+?)-(\d)$/;

/** Business documents with lines that another reader may one day take; named so that the sender hears what we saw. */
const otherKinds = new Set([
  'CrossIndustryInvoice',
  'AuditFile',
  'ContractAwardNotice',
  'ContractNotice',
  'PriorInformationNotice',
]);

/** The envelope of the Peppol network, as access points export it: a head, then the document. */
const envelopeParts: Partial<Record<string, RootAnswer>> = {
  StandardBusinessDocument: 'enter',
  StandardBusinessDocumentHeader: 'skip',
};

/** Invoice or CreditNote in UBL 2 is read; an envelope is entered; anything else is refused by its name. */
export function admitInvoice(root: XmlRoot): RootAnswer {
  const { name, namespace, line } = root;
  const envelope = envelopeParts[name];
  if (envelope) return envelope;
  const ubl = ublNamespace.exec(namespace);
  if (ubl && ubl[1] === name && (name === 'Invoice' || name === 'CreditNote')) return 'read';
  if (ubl || otherKinds.has(name)) throw new FormatProblem('kind-not-yet', { root: name }, { path: `/${name}`, line });
  throw new FormatProblem('wrong-root', { root: name, namespace: namespace || '–' }, { path: `/${name}`, line });
}

import { FormatProblem } from '../format-problem.ts';
import type { RootAnswer, XmlRoot } from '../xml/read-records.ts';

const kinds = new Set(['ContractNotice', 'ContractAwardNotice', 'PriorInformationNotice']);
const envelopeParts: Partial<Record<string, RootAnswer>> = {
  StandardBusinessDocument: 'enter',
  StandardBusinessDocumentHeader: 'skip',
};

/**
 * Accepts the three notices that eForms takes from UBL, in their own namespace.
 * @throws FormatProblem 'document-type-not-supported' for eForms' notice of a company registration | 'not-a-notice' for anything else
 */
export function admitNotice({ name, namespace, line }: XmlRoot): RootAnswer {
  const envelope = envelopeParts[name];
  if (envelope) return envelope;
  const place = { path: `/${name}`, line };
  if (kinds.has(name) && namespace === `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`) return 'read';
  if (name === 'BusinessRegistrationInformationNotice')
    throw new FormatProblem('document-type-not-supported', { root: name }, place);
  throw new FormatProblem('not-a-notice', { root: name, namespace: namespace || '–' }, place);
}

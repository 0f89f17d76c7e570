import { readParty } from '../invoice/read-party.ts';
import { readPeriod } from '../invoice/read-line.ts';
import { child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import type { CatalogueAction, CatalogueHead } from './catalogue.ts';

/** Head elements by name, each list in file order. */
export type CatalogueHeadElements = Map<string, Element[]>;

const headElements = new Set([
  ...[
    'ID',
    'VersionID',
    'Name',
    'CustomizationID',
    'ProfileID',
    'IssueDate',
    'ActionCode',
    'Note',
    'Description',
    'ValidityPeriod',
  ],
  ...[
    'SourceCatalogueReference',
    'ReferencedContract',
    'TradingTerms',
    'ProviderParty',
    'ReceiverParty',
    'SellerSupplierParty',
    'ContractorCustomerParty',
  ],
]);

export function addHeadElement(parts: CatalogueHeadElements, element: Element): void {
  if (!headElements.has(element.name)) return;
  const existing = parts.get(element.name);
  if (existing) existing.push(element);
  else parts.set(element.name, [element]);
}

export function buildHead(parts: CatalogueHeadElements): CatalogueHead {
  const all = (name: string): Element[] => parts.get(name) ?? [];
  const first = (name: string): Element | undefined => parts.get(name)?.[0];
  const kind = kindOf(`${textAt(first('CustomizationID')) ?? ''} ${textAt(first('ProfileID')) ?? ''}`);
  const [seller, buyer] = [
    child(first('SellerSupplierParty'), 'Party'),
    child(first('ContractorCustomerParty'), 'Party'),
  ];
  const actionCode = textAt(first('ActionCode'));
  return {
    id: textAt(first('ID')),
    version: textAt(first('VersionID')),
    name: textAt(first('Name')),
    kind,
    customization: textAt(first('CustomizationID')),
    profile: textAt(first('ProfileID')),
    issuedOn: dateAt(first('IssueDate')),
    period: readPeriod(first('ValidityPeriod')),
    action: kind === 'punch-out' ? null : actionOf(actionCode),
    actionCode,
    sourceCatalogue: textAt(first('SourceCatalogueReference'), 'ID'),
    contractReference:
      textAt(first('ReferencedContract'), 'ID') ??
      textAt(first('ReferencedContract'), 'ContractDocumentReference', 'ID'),
    tradingTerms: all('TradingTerms').flatMap((terms) =>
      childrenOf(terms, 'Information').flatMap(({ text }) => text || []),
    ),
    notes: [...all('Note'), ...all('Description')].flatMap(({ text }) => text || []),
    seller: readParty(seller ?? first('ProviderParty')),
    provider: readParty(first('ProviderParty')),
    buyer: buyer ? readParty(buyer) : null,
    receiver: readParty(first('ReceiverParty')),
  };
}

/**
 * Kinds of catalogue by specification: T19 and BII 19 are the catalogue, T77 and BII 77 the punch-out. Peppol's
 * pre-award documents have `pracc` in their names.
 */
function kindOf(specification: string): CatalogueHead['kind'] {
  if (/punch_?out|trns077|peppol18a/i.test(specification)) return 'punch-out';
  return /:pracc:|pre[-_]?award|trns(035|059)/i.test(specification) ? 'pre-award' : 'catalogue';
}

const actions: Partial<Record<string, CatalogueAction>> = {
  add: 'add',
  added: 'add',
  update: 'update',
  updated: 'update',
  change: 'update',
  delete: 'delete',
  deleted: 'delete',
  replace: 'replace',
};

export const actionOf = (code: string | null): CatalogueAction | null => actions[code?.toLowerCase() ?? ''] ?? null;

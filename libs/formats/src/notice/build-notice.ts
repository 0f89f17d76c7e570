import { attributeAt, child, childrenOf, dateAt, type Element, textAt } from '../xml/element.ts';
import { countAt, cpvOf, eformsOf, moneyAt, openTextAt, textsOf, descendants } from './eforms-element.ts';
import type { Legislation, NoticeDocument, NoticeLot, NoticeLotGroup } from './notice.ts';
import { frameworkMaximumOf } from './read-lot.ts';
import { type Organisations, readBuyer } from './read-organisations.ts';
import { readResults } from './read-results.ts';

/** A notice during reading: its head elements by name in file order, and the lots read so far. */
export interface NoticeElements {
  readonly root: string;
  readonly head: Map<string, Element[]>;
  readonly lots: { readonly lot: NoticeLot; readonly line: number }[];
  readonly groups: NoticeLotGroup[];
  /** Unpublished fields of the lots. Those of the head are added when the notice is built. */
  readonly withheld: NoticeDocument['withheld'][number][];
}

const headElements = new Set([
  ...[
    'UBLExtensions',
    'CustomizationID',
    'ID',
    'ContractFolderID',
    'IssueDate',
    'VersionID',
    'RegulatoryDomain',
    'NoticeTypeCode',
  ],
  ...[
    'NoticeLanguageCode',
    'AdditionalNoticeLanguage',
    'ContractingParty',
    'TenderingTerms',
    'TenderingProcess',
    'ProcurementProject',
  ],
]);

export function addHeadElement(head: NoticeElements['head'], element: Element): void {
  if (!headElements.has(element.name)) return;
  const existing = head.get(element.name);
  if (existing) existing.push(element);
  else head.set(element.name, [element]);
}

export const mainLanguageOf = (head: NoticeElements['head']): string | null =>
  textAt(head.get('NoticeLanguageCode')?.[0]);

export function buildNotice(
  { head, lots, groups, withheld }: NoticeElements,
  organisations: Organisations,
): NoticeDocument {
  const first = (name: string): Element | undefined => head.get(name)?.[0];
  const text = (name: string, ...path: string[]): string | null => textAt(first(name), ...path);
  const eforms = eformsOf(first('UBLExtensions'));
  const publication = child(eforms, 'Publication');
  const project = first('ProcurementProject');
  const distribution = child(first('TenderingTerms'), 'LotDistribution');
  const customization = text('CustomizationID');
  return {
    id: text('ID'),
    version: text('VersionID'),
    form: attributeAt(first('NoticeTypeCode'), 'listName'),
    type: text('NoticeTypeCode'),
    subtype: textAt(eforms, 'NoticeSubType', 'SubTypeCode'),
    sdkVersion: /^eforms-sdk-([^#\s]+)/.exec(customization ?? '')?.[1] ?? null,
    customization,
    issuedOn: dateAt(first('IssueDate')),
    publishedOn: dateAt(publication, 'PublicationDate'),
    publicationNumber: textAt(publication, 'NoticePublicationID'),
    languages: [
      mainLanguageOf(head) ?? [],
      (head.get('AdditionalNoticeLanguage') ?? []).flatMap((one) => textAt(one, 'ID') ?? []),
    ].flat(),
    unofficialLanguages: childrenOf(child(eforms, 'NonOfficialLanguages'), 'Language').flatMap(
      (one) => textAt(one, 'ID') ?? [],
    ),
    procedureId: text('ContractFolderID'),
    procedureType: text('TenderingProcess', 'ProcedureCode'),
    legalBasis: text('RegulatoryDomain'),
    legislation: childrenOf(first('TenderingTerms'), 'ProcurementLegislationDocumentReference').map(readLegislation),
    changes: readChanges(child(eforms, 'Changes')),
    modifies: readModification(child(eforms, 'ContractModification')),
    title: textsOf(childrenOf(project, 'Name')),
    description: textsOf(childrenOf(project, 'Description')),
    contractNature: textAt(project, 'ProcurementTypeCode'),
    cpv: cpvOf(project),
    estimatedValue: moneyAt(project, 'RequestedTenderTotal', 'EstimatedOverallContractAmount'),
    frameworkMaximumValue: frameworkMaximumOf(project),
    lotLimits: {
      awarded: countAt(distribution, 'MaximumLotsAwardedNumeric'),
      tendered: countAt(distribution, 'MaximumLotsSubmittedNumeric'),
    },
    buyers: (head.get('ContractingParty') ?? []).map((party) => readBuyer(party, organisations)),
    lots: lots.map(({ lot }) => lot),
    groups: groups.map((group) => ({ ...group, lots: lotsOf(group.id, distribution) })),
    results: readResults(child(eforms, 'NoticeResult'), organisations),
    awarded: readAwarded(child(eforms, 'NoticeResult')),
    withheld: [...[...head.values()].flat().flatMap(unpublishedFieldsIn), ...withheld],
  };
}

function readAwarded(result: Element | undefined): NoticeDocument['awarded'] {
  return {
    value: moneyAt(result, 'TotalAmount'),
    frameworkMaximumValue: moneyAt(result, 'OverallMaximumFrameworkContractsAmount'),
    frameworkApproximateValue: moneyAt(result, 'OverallApproximateFrameworkContractsAmount'),
  };
}

/**
 * Reads the changed notice and the reason from `efac:ChangeReason`. Older files state the reason next to the identifier;
 * that form is not read.
 */
function readChanges(changes: Element | undefined): NoticeDocument['changes'] {
  const noticeId = openTextAt(changes, 'ChangedNoticeIdentifier');
  return noticeId === null ? null : { noticeId, reason: textAt(changes, 'ChangeReason', 'ReasonCode') };
}

function readModification(modification: Element | undefined): NoticeDocument['modifies'] {
  if (!modification) return null;
  return {
    noticeId: textAt(modification, 'ChangedNoticeIdentifier'),
    contractId: textAt(modification, 'ModifiedContractIdentifier'),
    reason: textAt(modification, 'ChangeReason', 'ReasonCode'),
    description: textsOf(
      childrenOf(modification, 'Change').flatMap((change) => childrenOf(change, 'ChangeDescription')),
    ),
  };
}

/** Returns the unpublished fields that a part of the notice declares, at any depth. */
export function unpublishedFieldsIn(part: Element): NoticeElements['withheld'] {
  return [...descendants(part, 'FieldsPrivacy')].flatMap((one) => {
    const field = textAt(one, 'FieldIdentifierCode');
    return field ? [{ field, until: dateAt(one, 'PublicationDate') }] : [];
  });
}

function readLegislation(reference: Element): Legislation {
  const id = child(reference, 'ID');
  return {
    scheme: attributeAt(id, 'schemeName'),
    id: id?.text || null,
    description: textsOf(childrenOf(reference, 'DocumentDescription')),
  };
}

function lotsOf(group: string | null, distribution: Element | undefined): string[] {
  const own = childrenOf(distribution, 'LotsGroup').find((one) => textAt(one, 'LotsGroupID') === group);
  return childrenOf(own, 'ProcurementProjectLotReference').flatMap((reference) => textAt(reference, 'ID') ?? []);
}

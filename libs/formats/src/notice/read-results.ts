import { child, childrenOf, type Element, textAt } from '../xml/element.ts';
import { countAt, flagAt, moneyAt, openDateAt, openTextAt, textsOf } from './eforms-element.ts';
import type { NoticeContract, NoticeResult, NoticeTender, NoticeWinner } from './notice.ts';
import { type Organisations, unknownParty } from './read-organisations.ts';

interface Tender extends NoticeTender {
  readonly party: string | null;
  readonly lot: string | null;
}

interface Group {
  readonly name: string | null;
  readonly tenderers: readonly { readonly id: string; readonly leads: boolean | null }[];
}

/** The parts of `efac:NoticeResult` that its results refer to. */
interface Award {
  readonly tenders: ReadonlyMap<string, Tender>;
  readonly contracts: ReadonlyMap<string, NoticeContract>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly organisations: Organisations;
}

const statuses: Partial<Record<string, NoticeResult['status']>> = {
  'selec-w': 'awarded',
  'clos-nw': 'not-awarded',
  'open-nw': 'open',
};

/** Reads `efac:NoticeResult` of an award notice: one result per `efac:LotResult`. */
export function readResults(result: Element | undefined, organisations: Organisations): NoticeResult[] {
  const groups = byId(result, 'TenderingParty', readTenderers);
  const award: Award = {
    groups,
    tenders: byId(result, 'LotTender', (element) => readTender(element, groups)),
    contracts: byId(result, 'SettledContract', readContract),
    organisations,
  };
  return childrenOf(result, 'LotResult').map((element) => readResult(element, award));
}

function byId<T>(result: Element | undefined, name: string, read: (element: Element) => T): Map<string, T> {
  return new Map(
    childrenOf(result, name).flatMap((element): [string, T][] =>
      textAt(element, 'ID') ? [[textAt(element, 'ID') ?? '', read(element)]] : [],
    ),
  );
}

const idsOf = (parent: Element, name: string): string[] =>
  childrenOf(parent, name).flatMap((element) => textAt(element, 'ID') ?? []);

function readResult(element: Element, award: Award): NoticeResult {
  const code = openTextAt(element, 'TenderResultCode');
  const lot = textAt(element, 'TenderLot', 'ID');
  const tenders = idsOf(element, 'LotTender').flatMap((id) => award.tenders.get(id) ?? []);
  const contracts = idsOf(element, 'SettledContract').flatMap((id) => award.contracts.get(id) ?? []);
  const status = code === null ? (contracts.length > 0 ? 'awarded' : null) : (statuses[code] ?? null);
  const received = childrenOf(element, 'ReceivedSubmissionsStatistics').flatMap((one) => {
    const type = openTextAt(one, 'StatisticsCode');
    return type ? [{ type, count: countAt(one, 'StatisticsNumeric') }] : [];
  });
  return {
    id: textAt(element, 'ID'),
    lot,
    status,
    reason: openTextAt(element, 'DecisionReason', 'DecisionReasonCode'),
    winners: status === 'awarded' ? winnersOf(lot, tenders, contracts, award) : [],
    tenders: tenders.map(({ id, reference, rank, value, tenderers }) => ({ id, reference, rank, value, tenderers })),
    contracts,
    tendersReceived: received.find(({ type }) => type === 'tenders')?.count ?? null,
    received,
    frameworkMaximumValue: moneyAt(element, 'FrameworkAgreementValues', 'MaximumValueAmount'),
    frameworkEstimatedValue: moneyAt(element, 'FrameworkAgreementValues', 'ReestimatedValueAmount'),
    highestTender: moneyAt(element, 'HigherTenderAmount'),
    lowestTender: moneyAt(element, 'LowerTenderAmount'),
  };
}

/**
 * Returns the winners of a result. A tender won when a contract of this result names it (BT-3202).
 * One contract may cover several lots. Of its tenders, those named in the result count; otherwise those for its lot;
 * otherwise all. Without a contract, the tender with rank 1 won, or the only tender.
 */
function winnersOf(
  lot: string | null,
  tenders: readonly Tender[],
  contracts: readonly NoticeContract[],
  award: Award,
): NoticeWinner[] {
  const contractTenders = contracts.flatMap((contract) =>
    contract.tenders.flatMap((id) => [{ contract, tender: award.tenders.get(id) }]),
  );
  const existing = contractTenders.flatMap(({ contract, tender }) => (tender ? [{ contract, tender }] : []));
  const named = existing.filter(({ tender }) => tenders.includes(tender));
  const ofLot = existing.filter(({ tender }) => tender.lot === lot);
  const won = [named, ofLot, existing].find((list) => list.length > 0) ?? withoutContract(tenders);
  return won.flatMap(({ tender, contract }) => readWinners(tender, contract, award));
}

function withoutContract(tenders: readonly Tender[]): { tender: Tender; contract: null }[] {
  const first = tenders.length === 1 ? tenders : tenders.filter((tender) => tender.rank === '1');
  return first.map((tender) => ({ tender, contract: null }));
}

function readWinners(
  tender: Tender,
  contract: NoticeContract | null,
  { groups, organisations }: Award,
): NoticeWinner[] {
  const group = tender.party === null ? undefined : groups.get(tender.party);
  return (group?.tenderers ?? []).map(({ id, leads }) => ({
    ...(organisations.byId.get(id)?.party ?? unknownParty(id)),
    rank: tender.rank,
    tenderValue: tender.value,
    tender: tender.id ?? '',
    group: group?.name ?? null,
    leadsGroup: leads,
    contractId: contract?.contractId ?? null,
    concludedOn: contract?.concludedOn ?? null,
  }));
}

function readTenderers(party: Element): Group {
  const tenderers = childrenOf(party, 'Tenderer').flatMap((one) => {
    const id = textAt(one, 'ID');
    return id ? [{ id, leads: flagAt(one, 'GroupLeadIndicator') }] : [];
  });
  return { name: openTextAt(party, 'Name'), tenderers };
}

function readTender(tender: Element, groups: ReadonlyMap<string, Group>): Tender {
  const party = textAt(tender, 'TenderingParty', 'ID');
  return {
    id: textAt(tender, 'ID'),
    reference: openTextAt(tender, 'TenderReference', 'ID'),
    rank: countAt(tender, 'RankCode'),
    value: moneyAt(tender, 'LegalMonetaryTotal', 'PayableAmount'),
    tenderers: (party === null ? undefined : groups.get(party))?.tenderers.map(({ id }) => id) ?? [],
    party,
    lot: textAt(tender, 'TenderLot', 'ID'),
  };
}

function readContract(contract: Element): NoticeContract {
  return {
    id: textAt(contract, 'ID'),
    contractId: openTextAt(contract, 'ContractReference', 'ID'),
    title: textsOf(childrenOf(contract, 'Title')),
    decidedOn: openDateAt(contract, 'AwardDate'),
    concludedOn: openDateAt(contract, 'IssueDate'),
    withinFramework: flagAt(
      child(contract, 'ContractFrameworkIndicator') ? contract : undefined,
      'ContractFrameworkIndicator',
    ),
    tenders: idsOf(contract, 'LotTender'),
  };
}

import { isDate } from '@tallgrunn/values';
import { parseDecimal } from '../decimal-text.ts';
import { finding } from '../finding.ts';
import type { FormatFinding, DocumentLocation } from '../reading.ts';
import type { Money, NoticeCpv, NoticeLot, NoticeParty, NoticeResult } from './notice.ts';
import type { NoticeContext } from './notice-rule.ts';
import type { Organisations } from './read-organisations.ts';

/** Reports irregularities that do not stop the reading. Real notices have many, mostly in organisation numbers. */
export function validateNotice({ notice, organisations, at }: NoticeContext): FormatFinding[] {
  const { awarded } = notice;
  return [
    ...dateFinding('IssueDate', notice.issuedOn, at.head('IssueDate')),
    ...dateFinding('PublicationDate', notice.publishedOn, at.extension('Publication')),
    ...notice.buyers.flatMap((buyer) => partyFindings(buyer, 'buyer', at.head('ContractingParty'))),
    ...cpvFindings(notice.cpv, at.head('ProcurementProject')),
    ...moneyFindings([notice.estimatedValue, notice.frameworkMaximumValue], at.head('ProcurementProject')),
    ...notice.lots.flatMap((lot, index) => lotFindings(lot, at.lot(index, 'ProcurementProject'))),
    ...moneyFindings(
      [awarded.value, awarded.frameworkMaximumValue, awarded.frameworkApproximateValue],
      at.extension('NoticeResult'),
    ),
    ...notice.results.flatMap((result, index) =>
      resultFindings(result, organisations, at.extension(`NoticeResult/LotResult[${index + 1}]`)),
    ),
  ];
}

function partyFindings(
  { orgNumberProblem, legalId, name }: NoticeParty,
  role: string,
  place: DocumentLocation,
): FormatFinding[] {
  if (orgNumberProblem === null) return [];
  if (orgNumberProblem === 'empty')
    return [finding('party-unidentified', 'info', { place, found: name, params: { role } })];
  return [
    finding('org-number-wrong', 'confirm', {
      place,
      found: legalId?.id ?? null,
      params: { role, problem: orgNumberProblem },
    }),
  ];
}

function lotFindings(lot: NoticeLot, place: DocumentLocation): FormatFinding[] {
  return [
    ...cpvFindings(lot.cpv, place),
    ...moneyFindings([lot.estimatedValue, lot.frameworkMaximumValue], place),
    ...dateFinding('StartDate', lot.duration?.start ?? null, place),
    ...dateFinding('EndDate', lot.duration?.end ?? null, place),
    ...numberFinding('DurationMeasure', lot.duration?.length ?? null, place),
    ...numberFinding('MaximumOperatorQuantity', lot.frameworkMaximumParticipants, place),
  ];
}

function resultFindings(result: NoticeResult, organisations: Organisations, place: DocumentLocation): FormatFinding[] {
  const { frameworkMaximumValue, frameworkEstimatedValue, tenders, winners, contracts, status } = result;
  const winnersById = new Map(winners.map((winner) => [winner.id, winner]));
  const unknown = [...winnersById.keys()].filter((id) => id !== null && !organisations.byId.has(id));
  const unnamed = status === 'awarded' && winners.length === 0;
  return [
    ...moneyFindings([frameworkMaximumValue, frameworkEstimatedValue, ...tenders.map(({ value }) => value)], place),
    ...contracts.flatMap(({ concludedOn }) => dateFinding('IssueDate', concludedOn, place)),
    ...[...winnersById.values()].flatMap((winner) => partyFindings(winner, 'winner', place)),
    ...unknown.map((found) =>
      finding('notice-reference-unknown', 'confirm', { place, found, params: { rule: 'OPT-300-Tenderer' } }),
    ),
    ...(unnamed ? [finding('notice-winner-unknown', 'confirm', { place, found: result.lot })] : []),
  ];
}

function cpvFindings({ main, additional }: NoticeCpv, place: DocumentLocation): FormatFinding[] {
  const wrong = [main, ...additional].filter((code) => code !== null && !/^\d{8}$/.test(code));
  return wrong.map((found) => finding('notice-cpv-wrong', 'confirm', { place, found }));
}

const moneyFindings = (values: readonly (Money | null)[], place: DocumentLocation): FormatFinding[] =>
  values.flatMap((money) => numberFinding('Amount', money?.amount ?? null, place));

function numberFinding(field: string, text: string | null, place: DocumentLocation): FormatFinding[] {
  return text !== null && parseDecimal(text) === null
    ? [finding('number-not-read', 'confirm', { place, found: text, params: { field } })]
    : [];
}

function dateFinding(field: string, text: string | null, place: DocumentLocation): FormatFinding[] {
  return text !== null && !isDate(text)
    ? [finding('date-not-read', 'confirm', { place, found: text, params: { field } })]
    : [];
}

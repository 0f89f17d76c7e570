import type {
  FrameworkTechnique,
  Money,
  NoticeDocument,
  NoticeLot,
  NoticeParty,
  NoticeTexts,
  NoticeWinner,
} from '@tallgrunn/formats';
import { isDecimal, normalise } from '@tallgrunn/values';
import type { RegisterField } from './register-fields.ts';
import type { SourceRow } from './source-row.ts';

/**
 * Converts a procurement notice to register rows, one per lot and winner, so that it is imported like a register.
 * Numbers are copied as written; none is invented.
 */
export function noticeRows(notice: NoticeDocument): SourceRow[] {
  const lots = notice.lots.length > 0 ? notice.lots : [null];
  const rows = lots.flatMap((lot) => {
    const winners = winnersOf(notice, lot);
    const about = {
      ...headOf(notice, lot),
      ...(lots.length > 1 && lot && lotOf(lot)),
      ...techniqueOf(lot, winners.length),
    };
    return winners.length > 0
      ? winners.map((winner) => ({ ...about, ...supplierOf(winner), ...(winner.rank && { rank: winner.rank }) }))
      : [about];
  });
  return rows.map((texts, at) => ({
    row: at + 1,
    text: Object.values(texts).filter(Boolean).join(' · '),
    cells: Object.fromEntries(
      Object.entries(texts).flatMap(([field, text]) => (text ? [[field, { kind: 'text' as const, text }]] : [])),
    ),
  }));
}

type Texts = Partial<Record<RegisterField, string | null>>;

function headOf(notice: NoticeDocument, lot: NoticeLot | null): Texts {
  const results = notice.results.filter(({ status }) => status === 'awarded');
  const concluded = results
    .flatMap(({ contracts }) => contracts.map(({ concludedOn }) => concludedOn))
    .filter((day) => day !== null)
    .sort();
  return {
    caseNumber: notice.procedureId ?? notice.id,
    title: localText(notice.title) ?? localText(lot?.title ?? {}),
    cpv: lot?.cpv.main ?? notice.cpv.main,
    startsOn: day(lot?.duration?.start),
    endsOn: day(lot?.duration?.end),
    duration: lot?.duration?.months ?? null,
    signedOn: day(concluded[0] ?? notice.issuedOn),
    maximumValue: amount(
      notice.awarded.frameworkMaximumValue ??
        notice.frameworkMaximumValue ??
        (notice.lots.length === 1 ? (lot?.frameworkMaximumValue ?? null) : null),
    ),
    buyers: notice.buyers.map(buyerText).join('\n'),
    noticeId: notice.publicationNumber ?? notice.id,
  };
}

const lotOf = (lot: NoticeLot): Texts => ({
  lotKey: lot.internalId ?? lot.id,
  lotTitle: localText(lot.title),
  lotMaximumValue: amount(lot.frameworkMaximumValue),
});
const supplierOf = ({ name, orgNumber, legalId }: NoticeWinner): Texts => ({
  supplierName: name,
  supplierNumber: orgNumber ?? legalId?.id ?? null,
});

/** Returns the winners of a lot, each once; for a notice without lots, all winners. */
function winnersOf({ results }: NoticeDocument, lot: NoticeLot | null): NoticeWinner[] {
  const all = results
    .filter((result) => result.status === 'awarded' && (lot === null || result.lot === lot.id))
    .flatMap(({ winners }) => winners);
  return [
    ...new Map(
      all
        .filter(({ name }) => name !== null)
        .map((winner) => [`${winner.name ?? ''}|${winner.orgNumber ?? winner.legalId?.id ?? ''}`, winner]),
    ).values(),
  ];
}

const words: Readonly<Record<FrameworkTechnique, string>> = {
  none: '-',
  'without-reopening': 'fa-wo-rc',
  'with-reopening': 'fa-w-rc',
  mixed: 'fa-mix',
};
/**
 * Returns the call-off method. Without reopening of competition and with one winner it is `single`; with several, the
 * notice does not state how they share.
 */
function techniqueOf(lot: NoticeLot | null, winners: number): Texts {
  if (!lot?.frameworkTechnique) return {};
  return {
    technique:
      lot.frameworkTechnique === 'without-reopening' && winners === 1 ? 'single' : words[lot.frameworkTechnique],
  };
}

function buyerText({ name, orgNumber, legalId, country }: NoticeParty): string {
  const number = orgNumber ?? (country === 'NOR' ? (legalId?.id ?? null) : null);
  const clean = (name ?? '').replace(/[;\n]/g, ' ').trim();
  return number ? `${clean} (${number})` : clean;
}

const localText = (texts: NoticeTexts): string | null =>
  texts['NOR'] ?? texts['NOB'] ?? texts['NNO'] ?? Object.values(texts)[0] ?? null;
const day = (text: string | null | undefined): string | null => text?.slice(0, 10) ?? null;
const amount = (money: Money | null): string | null =>
  money ? `${isDecimal(money.amount) ? normalise(money.amount) : money.amount} ${money.currency ?? ''}`.trim() : null;

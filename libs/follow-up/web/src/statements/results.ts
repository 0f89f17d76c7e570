import type { FigureBasisDto, StatementFiguresDto } from '@tallgrunn/api-client/shapes';
import type { Wording } from '@tallgrunn/design';
import { divide, formatMoney } from '@tallgrunn/values';
import type { StatementsTexts } from './texts/nb.ts';

export type FigureKey = keyof StatementsTexts['figures'];
export type Rating = keyof StatementsTexts['ratings'];

/** Key figures in display order. */
export const figureKeys = ['punctuality', 'data-quality', 'coverage', 'prices', 'declarations', 'open-cases'] as const;
/** The five ratings, best first. */
export const ratings = ['good', 'approaching-target', 'requires-improvement', 'inadequate', 'other'] as const;

const LEDGER_CURRENCY = 'NOK';

/** Returns each key figure as a sentence. */
export function resultsOf(
  figures: StatementFiguresDto,
  t: StatementsTexts,
  wording: Wording,
): Readonly<Record<FigureKey, string>> {
  const { punctuality, quality, coverage, prices, declarations, openCases } = figures;
  const count = (value: number) => wording.count(value);
  return {
    punctuality:
      punctuality.due === 0
        ? t.results.noneDue
        : t.results.punctuality({
            ...{ due: count(punctuality.due), onTime: count(punctuality.onTime), late: count(punctuality.late) },
            ...{ missing: count(punctuality.missing), excused: count(punctuality.excused) },
          }),
    'data-quality': t.results.quality({
      level: quality.level === null ? t.unknown : t.quality.levels[quality.level].toLowerCase(),
      ...{ reports: count(quality.reports), lines: count(quality.lines), returned: count(quality.returned) },
    }),
    coverage:
      coverage.share === null
        ? t.results.nothingBooked
        : t.results.coverage({
            share: wording.share(coverage.share),
            booked: formatMoney(coverage.booked, LEDGER_CURRENCY, wording.language(), 0),
          }),
    prices:
      prices.length === 0 ? t.results.nothingCompared : prices.map((each) => pricesOf(each, t, wording)).join(' '),
    declarations: t.results.declarations({
      declared: count(declarations.declared),
      items: count(declarations.items),
      required: declarations.requiredShare === null ? null : wording.share(declarations.requiredShare),
    }),
    'open-cases': t.results.openCases({ count: openCases.length }),
  };
}

/** Returns what each key figure rests on, in words. */
export function basisTexts(
  basis: readonly FigureBasisDto[],
  { basis: t }: StatementsTexts,
  wording: Wording,
): Readonly<Record<FigureKey, string>> {
  const textOf = (key: Exclude<FigureKey, 'open-cases'>): string =>
    basis
      .filter(({ figure }) => figure === key)
      .map(({ counted, total, priceBasis }) =>
        t[key === 'prices' ? (priceBasis ?? 'reported') : key]({
          counted: wording.count(counted),
          total: wording.count(total),
          share: total === 0 ? '' : ` (${wording.share(divide(String(counted), String(total), 6))})`,
        }),
      )
      .join('; ') || t.notStated;
  return {
    punctuality: textOf('punctuality'),
    'data-quality': textOf('data-quality'),
    coverage: textOf('coverage'),
    prices: textOf('prices'),
    declarations: textOf('declarations'),
    'open-cases': t['open-cases'],
  };
}

function pricesOf(
  { basis, currency, openAmount, claimedAmount, acceptedAmount, chargedAmount }: StatementFiguresDto['prices'][number],
  t: StatementsTexts,
  wording: Wording,
): string {
  const money = (amount: string) => formatMoney(amount, currency, wording.language());
  return t.results.prices({
    ...{ basis, open: money(openAmount), claimed: money(claimedAmount) },
    ...{ accepted: money(acceptedAmount), charged: money(chargedAmount) },
  });
}

/** Address of the page that a key figure comes from. */
export interface EvidenceLink {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Returns where each key figure comes from, for this side; null where the side has no page of it. */
export function evidenceOf(
  figure: FigureKey,
  {
    supplierId,
    agreementId,
    year,
  }: { readonly supplierId: string; readonly agreementId: string; readonly year: number },
  isSupplier: boolean,
): EvidenceLink | null {
  const months = { from: `${year}-01`, to: `${year}-12` };
  switch (figure) {
    case 'punctuality':
      return isSupplier ? { path: '/reports', query: {} } : { path: `/suppliers/${supplierId}`, query: {} };
    case 'data-quality':
      return { path: `/data-quality/${supplierId}`, query: months };
    case 'coverage':
      return isSupplier ? null : { path: '/matching', query: { supplier: supplierId, ...months } };
    case 'prices':
      return isSupplier
        ? { path: '/claims', query: {} }
        : { path: '/price-deviations/lines', query: { agreement: agreementId, supplier: supplierId, ...months } };
    case 'declarations':
      return { path: '/declarations', query: {} };
    case 'open-cases':
      return { path: '/cases', query: isSupplier ? {} : { supplier: supplierId } };
  }
}

/** Texts of a council sheet in one language. */
export interface CouncilSheetTexts {
  readonly fileName: string;
  /** The municipalities together: those named, or all of the cooperative. */
  region(p: { cooperative: string; buyers: readonly string[] }): string;
  months(p: { from: string | null; to: string | null }): string;
  title(p: { who: string; period: string; category: string; share: string }): string;
  titleTotal(p: { who: string; period: string; tonnes: string }): string;
  titleNone(p: { who: string; period: string }): string;
  subtitle(p: {
    who: string;
    period: string;
    categories: readonly string[] | null;
    scope: string | null;
    caseNumber: string;
    publishedOn: string;
    supersededBy: string | null;
  }): string;
  footer(p: { cooperative: string; run: string; today: string }): string;
  sources(p: { names: string }): string;
  readonly noCategory: string;
  readonly otherCategories: string;
  readonly notCalculated: string;
  tonnesOf(p: { tonnes: string }): string;
  between(p: { low: string; high: string }): string;
  figuresCaption(p: { who: string; period: string }): string;
  readonly measure: string;
  readonly figure: string;
  readonly figures: {
    readonly emissions: string;
    readonly interval: string;
    readonly spend: string;
    readonly shareKnown: string;
    readonly fromKroner: string;
    readonly complete: string;
  };
  /** Name of the row of figures per inhabitant. */
  perInhabitant(p: { inhabitants: string; years: string }): string;
  kgPerInhabitant(p: { kg: string; low: string; high: string; spend: string }): string;
  /** So many more that are not named. */
  more(p: { count: number }): string;
  completeMonths(p: { complete: string; expected: string }): string;
  pictureCaption(p: { who: string; period: string }): string;
  /** Names in a chart: the two parts of a bar, and its axis. */
  readonly chart: { readonly known: string; readonly estimate: string; readonly axis: string };
  /** Says how a chart is described to those who do not see it. */
  chartNote(p: { description: string }): string;
  barDescription(p: { name: string; figure: string; fromKroner: string | null }): string;
  missingMonths(p: { name: string; count: number }): string;
  missingOf(p: { names: readonly string[]; others: number; missing: string }): string;
  readonly unknown: {
    readonly heading: string;
    withoutFigure(p: { amount: string }): string;
    vatUnknown(p: { amount: string }): string;
    fromKroner(p: { share: string }): string;
    notDeflated(p: { amount: string }): string;
    direct(p: { tonnes: string }): string;
    ledgers(p: { names: string }): string;
    noPerInhabitant(p: { reason: 'incomplete' | 'no-population'; names: readonly string[] }): string;
    readonly noComparison: string;
  };
  readonly decide: {
    readonly heading: string;
    note(p: { between: string; caseNumber: string }): string;
    measure(p: { category: string }): string;
    lines(p: { category: string; tonnes: string }): string;
    readonly ledgers: string;
  };
}

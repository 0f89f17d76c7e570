import { listing, plural } from '@tallgrunn/values';
import type { CouncilSheetTexts } from './council-sheet-texts.ts';

const months = (count: number): string => plural('en', count, { one: 'one month', other: `${count} months` });

export const en: CouncilSheetTexts = {
  fileName: 'council-sheet',
  region: ({ cooperative, buyers }) =>
    buyers.length === 0
      ? `the municipalities of ${cooperative}`
      : buyers.length <= 3
        ? listing('en', buyers)
        : `${buyers.length} municipalities of ${cooperative}`,
  months: ({ from, to }) => {
    if (from !== null && to !== null) return from === to ? from : `${from} to ${to}`;
    if (from !== null) return `from ${from}`;
    return to === null ? 'all months with data' : `until ${to}`;
  },
  title: ({ who, period, category, share }) =>
    `${category}: ${share} of the calculated emissions from purchases of ${who}, ${period}`,
  titleTotal: ({ who, period, tonnes }) => `The purchases of ${who} are calculated at ${tonnes} tonnes CO₂e, ${period}`,
  titleNone: ({ who, period }) => `The emissions from purchases of ${who} are not calculated, ${period}`,
  subtitle: ({ who, period, categories, scope, caseNumber, publishedOn, supersededBy }) =>
    [
      `Greenhouse gas emissions of goods and services bought by ${who}, ${period}.`,
      scope === null ? '' : `Scope: “${scope.replace(/[.\s]+$/u, '')}”.`,
      categories === null ? '' : `Only ${listing('en', categories)}.`,
      `Published on ${publishedOn} in case ${caseNumber}.`,
      supersededBy === null ? '' : `Replaced by case ${supersededBy}.`,
    ]
      .filter(Boolean)
      .join(' '),
  footer: ({ cooperative, run, today }) => `${cooperative} · calculation ${run} · written ${today}`,
  sources: ({ names }) => `Emission factors: ${names}.`,
  noCategory: 'Uncategorised',
  otherCategories: 'Other categories',
  notCalculated: 'not calculated',
  tonnesOf: ({ tonnes }) => `${tonnes} tonnes CO₂e`,
  between: ({ low, high }) => `between ${low} and ${high} tonnes`,
  figuresCaption: ({ who, period }) => `Figures for ${who}, ${period}. Amounts exclude VAT.`,
  measure: 'Measure',
  figure: 'Figure',
  figures: {
    emissions: 'Calculated emissions from purchases',
    interval: 'With 95 % probability the emissions are',
    spend: 'Purchases',
    shareKnown: 'Share of spend that has an emission figure',
    fromKroner: 'Share of emissions estimated from spend',
    complete: 'Months with a complete ledger',
  },
  perInhabitant: ({ inhabitants, years }) => `Per inhabitant (${inhabitants} inhabitants, ${years})`,
  kgPerInhabitant: ({ kg, low, high, spend }) => `${kg} kg CO₂e (between ${low} and ${high}) · ${spend}`,
  more: ({ count }) => `${count} more`,
  completeMonths: ({ complete, expected }) => `${complete} of ${expected}`,
  pictureCaption: ({ who, period }) =>
    `Tonnes CO₂e by category, ${who}, ${period}. Hatched: estimated from spend. Line: 95 % interval.`,
  chart: { known: 'Calculated from quantity', estimate: 'Estimated from spend', axis: 'Tonnes CO₂e' },
  chartNote: ({ description }) => `Description of the chart: ${description}`,
  barDescription: ({ name, figure, fromKroner }) =>
    `${name}: ${figure}${fromKroner === null ? '' : `, ${fromKroner} estimated from spend`}.`,
  missingMonths: ({ name, count }) => `${name} (${months(count)})`,
  missingOf: ({ names, others, missing }) =>
    `${names.join(', ')} and ${plural('en', others, { one: 'one more', other: `${others} more` })}, ${missing} months in all`,
  unknown: {
    heading: 'What we do not know',
    withoutFigure: ({ amount }) => `${amount} of the purchases have no emission figure. They are not counted as zero.`,
    vatUnknown: ({ amount }) => `${amount} is booked on lines whose VAT is not known, and is not included.`,
    fromKroner: ({ share }) =>
      `${share} of the emissions are estimated from spend. That part does not show whether goods with lower emissions were bought.`,
    notDeflated: ({ amount }) => `${amount} is from years without a price index. Higher prices may count as emissions.`,
    direct: ({ tonnes }) =>
      `${tonnes} from combustion of purchased fuel come in addition and are not included in the figure.`,
    ledgers: ({ names }) => `The ledger is not complete for ${names}. The emissions may therefore be higher.`,
    noPerInhabitant: ({ reason, names }) =>
      reason === 'incomplete'
        ? 'Figures per inhabitant are not shown, because the ledger is not complete for all months.'
        : `Figures per inhabitant are not shown, because the number of inhabitants is missing for ${listing('en', names)}.`,
    noComparison: 'The sheet does not show whether emissions rise or fall. Use the comparison of years for that.',
  },
  decide: {
    heading: 'What can be decided',
    note: ({ between, caseNumber }) =>
      `Take note of the figure, ${between}, as a basis for targets (case ${caseNumber}).`,
    measure: ({ category }) =>
      `Choose one measure for the largest category, ${category.toLowerCase()}: who is responsible, and when is it measured next?`,
    lines: ({ category, tonnes }) =>
      `Ask the suppliers of ${category.toLowerCase()} for item lines with quantities: ${tonnes} are estimated from spend.`,
    ledgers: 'Have the ledgers of the missing months imported.',
  },
};

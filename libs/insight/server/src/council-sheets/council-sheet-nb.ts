import { listing, plural } from '@tallgrunn/values';
import type { CouncilSheetTexts } from './council-sheet-texts.ts';

const months = (count: number): string => plural('nb', count, { one: 'én måned', other: `${count} måneder` });

export const nb: CouncilSheetTexts = {
  fileName: 'kommunestyreark',
  region: ({ cooperative, buyers }) =>
    buyers.length === 0
      ? `kommunene i ${cooperative}`
      : buyers.length <= 3
        ? listing('nb', buyers)
        : `${buyers.length} kommuner i ${cooperative}`,
  months: ({ from, to }) => {
    if (from !== null && to !== null) return from === to ? from : `${from} til ${to}`;
    if (from !== null) return `fra ${from}`;
    return to === null ? 'alle måneder med data' : `til og med ${to}`;
  },
  title: ({ who, period, category, share }) =>
    `${category} gir ${share} av de beregnede utslippene fra innkjøpene til ${who}, ${period}`,
  titleTotal: ({ who, period, tonnes }) => `Innkjøpene til ${who} er beregnet til ${tonnes} tonn CO₂e, ${period}`,
  titleNone: ({ who, period }) => `Utslippene fra innkjøpene til ${who} er ikke beregnet, ${period}`,
  subtitle: ({ who, period, categories, scope, caseNumber, publishedOn, supersededBy }) =>
    [
      `Klimagassutslipp fra varer og tjenester som er kjøpt av ${who}, ${period}.`,
      scope === null ? '' : `Omfang: «${scope.replace(/[.\s]+$/u, '')}».`,
      categories === null ? '' : `Bare ${listing('nb', categories)}.`,
      `Publisert ${publishedOn} i sak ${caseNumber}.`,
      supersededBy === null ? '' : `Erstattet av sak ${supersededBy}.`,
    ]
      .filter(Boolean)
      .join(' '),
  footer: ({ cooperative, run, today }) => `${cooperative} · beregning ${run} · skrevet ${today}`,
  sources: ({ names }) => `Utslippsfaktorer: ${names}.`,
  noCategory: 'Uten kategori',
  otherCategories: 'Andre kategorier',
  notCalculated: 'ikke beregnet',
  tonnesOf: ({ tonnes }) => `${tonnes} tonn CO₂e`,
  between: ({ low, high }) => `mellom ${low} og ${high} tonn`,
  figuresCaption: ({ who, period }) => `Tall for ${who}, ${period}. Beløp er uten mva.`,
  measure: 'Mål',
  figure: 'Tall',
  figures: {
    emissions: 'Beregnede utslipp fra innkjøpene',
    interval: 'Utslippene er med 95 % sannsynlighet',
    spend: 'Innkjøp',
    shareKnown: 'Andel av innkjøpsbeløpet som har utslippstall',
    fromKroner: 'Andel av utslippene som er anslått fra beløp',
    complete: 'Måneder med komplett regnskap',
  },
  perInhabitant: ({ inhabitants, years }) => `Per innbygger (${inhabitants} innbyggere, ${years})`,
  kgPerInhabitant: ({ kg, low, high, spend }) => `${kg} kg CO₂e (mellom ${low} og ${high}) · ${spend}`,
  more: ({ count }) => `${count} til`,
  completeMonths: ({ complete, expected }) => `${complete} av ${expected}`,
  pictureCaption: ({ who, period }) =>
    `Tonn CO₂e etter kategori, ${who}, ${period}. Skravert: anslått fra beløp. Strek: 95 %-intervall.`,
  chart: { known: 'Beregnet fra mengde', estimate: 'Anslått fra beløp', axis: 'Tonn CO₂e' },
  chartNote: ({ description }) => `Beskrivelse av diagrammet: ${description}`,
  barDescription: ({ name, figure, fromKroner }) =>
    `${name}: ${figure}${fromKroner === null ? '' : `, ${fromKroner} anslått fra beløp`}.`,
  missingMonths: ({ name, count }) => `${name} (${months(count)})`,
  missingOf: ({ names, others, missing }) =>
    `${names.join(', ')} og ${plural('nb', others, { one: 'én til', other: `${others} til` })}, ${missing} måneder i alt`,
  unknown: {
    heading: 'Det vi ikke vet',
    withoutFigure: ({ amount }) => `${amount} av innkjøpene har ikke noe utslippstall. De er ikke regnet som null.`,
    vatUnknown: ({ amount }) => `${amount} er bokført på linjer der mva. ikke er kjent, og er ikke med.`,
    fromKroner: ({ share }) =>
      `${share} av utslippene er anslått fra beløp. Den delen viser ikke om det er kjøpt varer med lavere utslipp.`,
    notDeflated: ({ amount }) => `${amount} er fra år uten prisindeks. Prisstigning kan være regnet som utslipp.`,
    direct: ({ tonnes }) => `${tonnes} fra forbrenning av kjøpt drivstoff kommer i tillegg og er ikke med i tallet.`,
    ledgers: ({ names }) => `Regnskapet er ikke komplett for ${names}. Utslippene kan derfor være høyere.`,
    noPerInhabitant: ({ reason, names }) =>
      reason === 'incomplete'
        ? 'Tall per innbygger vises ikke, fordi regnskapet ikke er komplett for alle månedene.'
        : `Tall per innbygger vises ikke, fordi innbyggertallet mangler for ${listing('nb', names)}.`,
    noComparison: 'Arket viser ikke om utslippene går opp eller ned. Bruk sammenligningen av år til det.',
  },
  decide: {
    heading: 'Det som kan bestemmes',
    note: ({ between, caseNumber }) =>
      `Ta tallet til orientering, ${between}, som grunnlag for mål (sak ${caseNumber}).`,
    measure: ({ category }) =>
      `Velge ett tiltak for ${category.toLowerCase()}, den største kategorien: hvem har ansvaret, og når måles det igjen?`,
    lines: ({ category, tonnes }) =>
      `Be leverandørene av ${category.toLowerCase()} om varelinjer med mengde: ${tonnes} er anslått fra beløp.`,
    ledgers: 'Sørge for at regnskapene blir importert for månedene som mangler.',
  },
};

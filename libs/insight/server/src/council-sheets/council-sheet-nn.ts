import { listing, plural } from '@tallgrunn/values';
import type { CouncilSheetTexts } from './council-sheet-texts.ts';

const months = (count: number): string => plural('nn', count, { one: 'éin månad', other: `${count} månader` });

export const nn: CouncilSheetTexts = {
  fileName: 'kommunestyreark',
  region: ({ cooperative, buyers }) =>
    buyers.length === 0
      ? `kommunane i ${cooperative}`
      : buyers.length <= 3
        ? listing('nn', buyers)
        : `${buyers.length} kommunar i ${cooperative}`,
  months: ({ from, to }) => {
    if (from !== null && to !== null) return from === to ? from : `${from} til ${to}`;
    if (from !== null) return `frå ${from}`;
    return to === null ? 'alle månader med data' : `til og med ${to}`;
  },
  title: ({ who, period, category, share }) =>
    `${category} gir ${share} av dei berekna utsleppa frå innkjøpa til ${who}, ${period}`,
  titleTotal: ({ who, period, tonnes }) => `Innkjøpa til ${who} er berekna til ${tonnes} tonn CO₂e, ${period}`,
  titleNone: ({ who, period }) => `Utsleppa frå innkjøpa til ${who} er ikkje berekna, ${period}`,
  subtitle: ({ who, period, categories, scope, caseNumber, publishedOn, supersededBy }) =>
    [
      `Klimagassutslepp frå varer og tenester som er kjøpte av ${who}, ${period}.`,
      scope === null ? '' : `Omfang: «${scope.replace(/[.\s]+$/u, '')}».`,
      categories === null ? '' : `Berre ${listing('nn', categories)}.`,
      `Publisert ${publishedOn} i sak ${caseNumber}.`,
      supersededBy === null ? '' : `Erstatta av sak ${supersededBy}.`,
    ]
      .filter(Boolean)
      .join(' '),
  footer: ({ cooperative, run, today }) => `${cooperative} · berekning ${run} · skriven ${today}`,
  sources: ({ names }) => `Utsleppsfaktorar: ${names}.`,
  noCategory: 'Utan kategori',
  otherCategories: 'Andre kategoriar',
  notCalculated: 'ikkje berekna',
  tonnesOf: ({ tonnes }) => `${tonnes} tonn CO₂e`,
  between: ({ low, high }) => `mellom ${low} og ${high} tonn`,
  figuresCaption: ({ who, period }) => `Tal for ${who}, ${period}. Beløp er utan mva.`,
  measure: 'Mål',
  figure: 'Tal',
  figures: {
    emissions: 'Berekna utslepp frå innkjøpa',
    interval: 'Utsleppa er med 95 % sannsyn',
    spend: 'Innkjøp',
    shareKnown: 'Del av innkjøpsbeløpet som har utsleppstal',
    fromKroner: 'Del av utsleppa som er anslått frå beløp',
    complete: 'Månader med komplett rekneskap',
  },
  perInhabitant: ({ inhabitants, years }) => `Per innbyggjar (${inhabitants} innbyggjarar, ${years})`,
  kgPerInhabitant: ({ kg, low, high, spend }) => `${kg} kg CO₂e (mellom ${low} og ${high}) · ${spend}`,
  more: ({ count }) => `${count} til`,
  completeMonths: ({ complete, expected }) => `${complete} av ${expected}`,
  pictureCaption: ({ who, period }) =>
    `Tonn CO₂e etter kategori, ${who}, ${period}. Skravert: anslått frå beløp. Strek: 95 %-intervall.`,
  chart: { known: 'Berekna frå mengd', estimate: 'Anslått frå beløp', axis: 'Tonn CO₂e' },
  chartNote: ({ description }) => `Skildring av diagrammet: ${description}`,
  barDescription: ({ name, figure, fromKroner }) =>
    `${name}: ${figure}${fromKroner === null ? '' : `, ${fromKroner} anslått frå beløp`}.`,
  missingMonths: ({ name, count }) => `${name} (${months(count)})`,
  missingOf: ({ names, others, missing }) =>
    `${names.join(', ')} og ${plural('nn', others, { one: 'éin til', other: `${others} til` })}, ${missing} månader i alt`,
  unknown: {
    heading: 'Det vi ikkje veit',
    withoutFigure: ({ amount }) => `${amount} av innkjøpa har ikkje noko utsleppstal. Dei er ikkje rekna som null.`,
    vatUnknown: ({ amount }) => `${amount} er bokførte på linjer der mva. ikkje er kjend, og er ikkje med.`,
    fromKroner: ({ share }) =>
      `${share} av utsleppa er anslått frå beløp. Den delen viser ikkje om det er kjøpt varer med lågare utslepp.`,
    notDeflated: ({ amount }) => `${amount} er frå år utan prisindeks. Prisstiging kan vere rekna som utslepp.`,
    direct: ({ tonnes }) => `${tonnes} frå forbrenning av kjøpt drivstoff kjem i tillegg og er ikkje med i talet.`,
    ledgers: ({ names }) => `Rekneskapen er ikkje komplett for ${names}. Utsleppa kan derfor vere høgare.`,
    noPerInhabitant: ({ reason, names }) =>
      reason === 'incomplete'
        ? 'Tal per innbyggjar er ikkje viste, fordi rekneskapen ikkje er komplett for alle månadene.'
        : `Tal per innbyggjar er ikkje viste, fordi innbyggjartalet manglar for ${listing('nn', names)}.`,
    noComparison: 'Arket viser ikkje om utsleppa går opp eller ned. Bruk samanlikninga av år til det.',
  },
  decide: {
    heading: 'Det som kan avgjerast',
    note: ({ between, caseNumber }) =>
      `Ta talet til orientering, ${between}, som grunnlag for mål (sak ${caseNumber}).`,
    measure: ({ category }) =>
      `Velje eitt tiltak for ${category.toLowerCase()}, den største kategorien: kven har ansvaret, og når blir det målt igjen?`,
    lines: ({ category, tonnes }) =>
      `Be leverandørane av ${category.toLowerCase()} om varelinjer med mengd: ${tonnes} er anslått frå beløp.`,
    ledgers: 'Sørgje for at rekneskapane blir importerte for månadene som manglar.',
  },
};

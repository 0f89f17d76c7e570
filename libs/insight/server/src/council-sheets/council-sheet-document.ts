import type { ChartData, PdfBlock, PdfDocument } from '@tallgrunn/platform';
import {
  divide,
  formatCount,
  formatDate,
  formatMoney,
  formatPeriod,
  formatQuantity,
  formatShare,
  osloDate,
  Period,
  signOf,
  sum,
  type Language,
} from '@tallgrunn/values';
import type { Publication } from '@tallgrunn/emissions-server';
import type { CouncilSheet, NoPerInhabitant, SheetCategory, SheetInterval } from './collect-council-sheet.ts';
import { councilSheetTexts } from './council-sheet-catalogue.ts';
import { drawBars, type PictureBar } from './council-sheet-picture.ts';
import type { CouncilSheetTexts } from './council-sheet-texts.ts';

const SHARE_SCALE = 6;
const DECIMALS_MAX = 6;
/** Municipalities without complete ledgers that are named. */
const NAMES_MAX = 4;
/** From this share on, a total says more about amounts than about goods. */
const SPEND_BASED_SHARE = 0.5;

interface SheetBar extends PictureBar {
  readonly category: SheetCategory;
}

interface Wording {
  readonly t: CouncilSheetTexts;
  readonly language: Language;
  /** Name of the municipality, or of all of them. */
  readonly who: string;
  readonly period: string;
  money(amount: string): string;
  /** Tonnes with as many digits as on the publication's page: two if mostly calculated from amounts. */
  tonnes(figure: { readonly kg: string; readonly kgFromKroner?: string }): string;
  share(part: string, whole: string): string | null;
}

/** Puts a council sheet into words on one page: the finding, the figures, a picture, the unknown, and decisions. */
export function councilSheetDocument(sheet: CouncilSheet, language: Language): PdfDocument {
  const wording = wordingOf(sheet, language);
  const { t, who, period } = wording;
  const { publication } = sheet;
  return {
    title: titleOf(sheet, wording),
    language,
    author: sheet.cooperative,
    subtitle: t.subtitle({
      who,
      period,
      categories: sheet.categoryNames?.map((names) => names[language]) ?? null,
      scope: publication.scoped ? null : publication.scope,
      caseNumber: publication.caseNumber,
      publishedOn: formatDate(osloDate(publication.at), language),
      supersededBy: publication.supersededBy,
    }),
    writtenAt: new Date(`${sheet.today}T12:00:00Z`),
    isCompact: true,
    footer: t.footer({
      cooperative: sheet.cooperative,
      run: formatCount(publication.run, language),
      today: formatDate(sheet.today, language),
    }),
    blocks: [
      ...figureBlocks(sheet, wording),
      ...pictureBlocks(sheet, wording),
      { kind: 'heading', text: t.unknown.heading },
      { kind: 'list', items: unknownItems(sheet, wording) },
      { kind: 'heading', text: t.decide.heading },
      { kind: 'list', items: decisionItems(sheet, wording) },
      { kind: 'text', text: t.sources({ names: sheet.attributions.join(' · ') }), isSubtle: true },
    ],
  };
}

function wordingOf(sheet: CouncilSheet, language: Language): Wording {
  const t = councilSheetTexts[language];
  const { from, to, buyers } = sheet.publication;
  const isYear = from !== null && from.endsWith('-01') && to === `${from.slice(0, 4)}-12`;
  const named = buyers?.map(({ name }) => name ?? '').filter((name) => name !== '') ?? [];
  return {
    t,
    language,
    who: sheet.buyer?.name ?? t.region({ cooperative: sheet.cooperative, buyers: named }),
    period: isYear ? from.slice(0, 4) : monthsIn({ from, to }, language),
    money: (amount) => formatMoney(amount, sheet.currency, language, 0),
    tonnes: ({ kg, kgFromKroner }) => formatQuantity(tonnesOf(kg, digitsOf(kg, kgFromKroner ?? kg)), language),
    share: (part, whole) => (signOf(whole) > 0 ? formatShare(divide(part, whole, SHARE_SCALE), language) : null),
  };
}

function monthsIn({ from, to }: Pick<Publication, 'from' | 'to'>, language: Language): string {
  const month = (key: string) => formatPeriod(Period.parse(key), language);
  const isOneYear = from !== null && to !== null && from < to && from.slice(0, 4) === to.slice(0, 4);
  return councilSheetTexts[language].months({
    from: from === null ? null : isOneYear ? month(from).replace(/ \d{4}$/u, '') : month(from),
    to: to === null ? null : month(to),
  });
}

/** Tonnes of a mass in kg with so many significant digits, as decimal text. */
const tonnesOf = (kg: string, digits: 2 | 3): string => significant(String(Number(kg) / 1000), digits);

function significant(amount: string, digits: 2 | 3): string {
  const value = Number(amount);
  if (value === 0) return '0';
  const decimals = Math.max(0, Math.min(DECIMALS_MAX, digits - 1 - Math.floor(Math.log10(Math.abs(value)))));
  return Number(value.toPrecision(digits)).toFixed(decimals);
}

const digitsOf = (kg: string, kgFromKroner: string): 2 | 3 =>
  Math.abs(Number(kgFromKroner)) > SPEND_BASED_SHARE * Math.abs(Number(kg)) ? 2 : 3;

const nameOf = ({ names }: SheetCategory, { t, language }: Wording): string => names?.[language] ?? t.noCategory;

function titleOf(sheet: CouncilSheet, wording: Wording): string {
  const { t, who, period } = wording;
  const [first] = sheet.categories;
  const share = first && first.code !== null ? wording.share(first.kg, sheet.totals.kg) : null;
  if (signOf(sheet.totals.kg) <= 0) return t.titleNone({ who, period });
  return first && share !== null && signOf(first.kg) > 0
    ? t.title({ who, period, category: nameOf(first, wording), share })
    : t.titleTotal({ who, period, tonnes: wording.tonnes(sheet.totals) });
}

function between({ low, high }: SheetInterval, { t, tonnes }: Wording): string {
  return t.between({ low: tonnes({ kg: low }), high: tonnes({ kg: high }) });
}

function figureBlocks(sheet: CouncilSheet, wording: Wording): PdfBlock[] {
  const { t, language } = wording;
  const { totals, interval } = sheet;
  const rows = t.figures;
  return [
    {
      kind: 'table',
      caption: t.figuresCaption({ who: wording.who, period: wording.period }),
      columns: [{ head: t.measure }, { head: t.figure, isFigure: true }],
      rows: [
        [rows.emissions, t.tonnesOf({ tonnes: wording.tonnes(totals) })],
        [rows.interval, between(interval, wording)],
        [rows.spend, wording.money(totals.spend)],
        ...perInhabitantRows(sheet, wording),
        [rows.shareKnown, totals.shareKnown === null ? t.notCalculated : formatShare(totals.shareKnown, language)],
        [rows.fromKroner, wording.share(totals.kgFromKroner, totals.kg) ?? t.notCalculated],
        [
          rows.complete,
          t.completeMonths({
            complete: formatCount(sheet.completeMonths, language),
            expected: formatCount(sheet.expectedMonths, language),
          }),
        ],
      ],
    },
  ];
}

function perInhabitantRows({ perInhabitant, totals }: CouncilSheet, { t, language, money }: Wording): string[][] {
  if ('reason' in perInhabitant) return [];
  const { inhabitants, years, kg, interval, spend } = perInhabitant;
  const kilos = (amount: string, digits: 2 | 3) => formatQuantity(significant(amount, digits), language);
  const count = formatCount(inhabitants, language);
  const of = years[0] === years[1] ? String(years[0]) : years.join('–');
  return [
    [
      t.perInhabitant({ inhabitants: count, years: of }),
      t.kgPerInhabitant({
        kg: kilos(kg, digitsOf(totals.kg, totals.kgFromKroner)),
        low: kilos(interval.low, 2),
        high: kilos(interval.high, 2),
        spend: money(spend),
      }),
    ],
  ];
}

/** Bars of the largest categories, in tonnes. */
function barsOf(sheet: CouncilSheet, wording: Wording): SheetBar[] {
  const { t } = wording;
  const listed = sheet.categories.map((category) => ({ category, name: nameOf(category, wording) }));
  const others = sheet.otherCategories ? [{ category: sheet.otherCategories, name: t.otherCategories }] : [];
  return [...listed, ...others].map(({ category, name }) => ({
    category,
    name,
    figure: [
      t.tonnesOf({ tonnes: wording.tonnes(category) }),
      ...(category.interval ? [`(${between(category.interval, wording)})`] : []),
    ].join(' '),
    value: Number(category.kg) / 1000,
    fromKroner: Number(category.kgFromKroner) / 1000,
    interval: category.interval && {
      low: Number(category.interval.low) / 1000,
      high: Number(category.interval.high) / 1000,
    },
  }));
}

function pictureBlocks(sheet: CouncilSheet, wording: Wording): PdfBlock[] {
  const bars = barsOf(sheet, wording);
  if (bars.length === 0) return [];
  const { t, who, period } = wording;
  const parts = bars.map(({ name, figure, category }) =>
    t.barDescription({ name, figure, fromKroner: wording.share(category.kgFromKroner, category.kg) }),
  );
  return [
    {
      kind: 'picture',
      caption: t.pictureCaption({ who, period }),
      svg: drawBars(bars),
      description: [t.pictureCaption({ who, period }), ...parts].join(' '),
      data: dataOf(bars, t),
    },
  ];
}

/** The bars as numbers, as precise as their texts. */
function dataOf(bars: readonly SheetBar[], t: CouncilSheetTexts): ChartData {
  return {
    ...t.chart,
    bars: bars.map(({ name, figure, category: { kg, kgFromKroner, interval } }) => {
      const shown = tonnesOf(kg, digitsOf(kg, kgFromKroner));
      const value = Number(shown);
      const decimals = shown.split('.')[1]?.length ?? 0;
      const part = signOf(kg) > 0 ? (Number(kgFromKroner) / Number(kg)) * value : 0;
      return {
        label: `${name}: ${figure}`,
        value,
        estimate: Math.min(value, Number(part.toFixed(decimals))),
        interval: interval && { low: Number(tonnesOf(interval.low, 2)), high: Number(tonnesOf(interval.high, 2)) },
      };
    }),
  };
}

function unknownItems(sheet: CouncilSheet, wording: Wording): string[] {
  const { totals, incomplete, perInhabitant } = sheet;
  const { t, money } = wording;
  const words = t.unknown;
  const without = sum([totals.noFactor, totals.ask]);
  const fromKroner = signOf(totals.kgFromKroner) > 0 ? wording.share(totals.kgFromKroner, totals.kg) : null;
  return [
    ...(signOf(without) !== 0 ? [words.withoutFigure({ amount: money(without) })] : []),
    ...(totals.vatUnknownLines > 0 ? [words.vatUnknown({ amount: money(totals.vatUnknown) })] : []),
    ...(fromKroner ? [words.fromKroner({ share: fromKroner })] : []),
    ...(signOf(totals.notDeflated) !== 0 ? [words.notDeflated({ amount: money(totals.notDeflated) })] : []),
    ...(signOf(totals.directKg) !== 0
      ? [words.direct({ tonnes: t.tonnesOf({ tonnes: wording.tonnes({ kg: totals.directKg }) }) })]
      : []),
    ...(incomplete.length > 0 ? [words.ledgers({ names: ledgerNames(sheet, wording) })] : []),
    ...('reason' in perInhabitant ? [words.noPerInhabitant(shortened(perInhabitant, wording))] : []),
    words.noComparison,
  ];
}

/** Names at most so many municipalities as the sheet has room for; the ledgers are named once already. */
const shortened = ({ reason, names }: NoPerInhabitant, { t }: Wording) => ({
  reason,
  names:
    names.length <= NAMES_MAX ? names : [...names.slice(0, NAMES_MAX), t.more({ count: names.length - NAMES_MAX })],
});

function ledgerNames({ incomplete, expectedMonths, completeMonths }: CouncilSheet, { t, language }: Wording): string {
  const named = incomplete
    .slice(0, NAMES_MAX)
    .map(({ name, missingCount }) => t.missingMonths({ name, count: missingCount }));
  const others = incomplete.length - named.length;
  const missing = expectedMonths - completeMonths;
  return others > 0 ? t.missingOf({ names: named, others, missing: formatCount(missing, language) }) : named.join(', ');
}

function decisionItems(sheet: CouncilSheet, wording: Wording): string[] {
  const { totals, categories, incomplete, interval } = sheet;
  const words = wording.t.decide;
  const [first] = categories.filter(({ code, kg }) => code !== null && signOf(kg) > 0);
  const estimated = categories
    .filter(({ code, kgFromKroner }) => code !== null && signOf(kgFromKroner) > 0)
    .toSorted((a, b) => Number(b.kgFromKroner) - Number(a.kgFromKroner))[0];
  const isMostlySpend = Number(totals.kgFromKroner) > SPEND_BASED_SHARE * Number(totals.kg);
  return [
    words.note({ between: between(interval, wording), caseNumber: sheet.publication.caseNumber }),
    ...(first ? [words.measure({ category: nameOf(first, wording) })] : []),
    ...(estimated && isMostlySpend
      ? [
          words.lines({
            category: nameOf(estimated, wording),
            tonnes: wording.t.tonnesOf({ tonnes: wording.tonnes({ kg: estimated.kgFromKroner }) }),
          }),
        ]
      : []),
    ...(incomplete.length > 0 ? [words.ledgers] : []),
  ];
}

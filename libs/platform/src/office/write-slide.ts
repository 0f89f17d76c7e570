import type PptxGenJS from 'pptxgenjs';
import type { Language } from '@tallgrunn/values';
import type { ChartData, PdfColumn } from '../pdf/pdf-document.ts';
import { axisMaximum, ESTIMATE_COLOUR, KNOWN_COLOUR, reachOf, REGIONAL, styleChart } from './chart-style.ts';
import { fixPackage } from './fix-package.ts';

/** Points below a heading. */
export interface SlidePoints {
  readonly heading: string;
  readonly items: readonly string[];
}

/** One slide: a finding, its figures beside a chart, and columns of points. */
export interface Slide {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly author: string;
  /** Date and time that the file carries, so that the same slide is the same bytes. */
  readonly writtenAt: Date;
  readonly footer: string;
  readonly table: {
    readonly caption: string;
    readonly columns: readonly PdfColumn[];
    readonly rows: readonly (readonly string[])[];
  };
  /** Null: there is nothing to draw. */
  readonly chart: { readonly caption: string; readonly description: string; readonly data: ChartData } | null;
  readonly columns: readonly SlidePoints[];
  /** What the speaker sees: sources, and the description of the chart. */
  readonly notes: readonly string[];
}

type Presentation = PptxGenJS;
type Sheet = PptxGenJS.Slide;
/** Inches. */
const WIDTH = 13.33;
const EDGE = 0.45;
const TITLE = { y: 0.25, h: 0.75 };
const SUBTITLE = { y: 1, h: 0.5 };
const BODY_Y = 1.55;
const TABLE_WIDTH = 5.6;
const CAPTION = 0.3;
const CHART_HEIGHT = 2.75;
const POINTS_Y = 4.75;
const POINTS_HEIGHT = 2.2;
const FOOTER_Y = 7.05;
const GAP = 0.3;
/** Indent of a point. */
const BULLET = 0.15;
const MASTER = 'FINDING';
const FONT = 'Calibri';
const TEXT = '1A1A1A';
const SUBTLE = '4A4A4A';
/** Points, the preferred size first. */
const TITLE_SIZES = [24, 20, 18, 16] as const;
const POINT_SIZES = [11, 10, 9, 8] as const;
const POINTS_PER_INCH = 72;
/** Width of a character and height of a line, by the size of the text. Wide, because the font may be replaced. */
const CHARACTER_WIDTH = 0.62;
const LINE_HEIGHT = 1.2;

/** Returns the largest size at which texts, each on lines of its own, fit into a box (inches); the smallest if none does. */
function sizeThatFits(sizes: readonly number[], texts: readonly string[], { w, h }: { w: number; h: number }): number {
  const fits = (size: number) => {
    const perLine = Math.floor((w * POINTS_PER_INCH) / (CHARACTER_WIDTH * size));
    const lines = texts.reduce((count, text) => count + Math.max(1, Math.ceil(text.length / perLine)), 0);
    return lines * LINE_HEIGHT * size <= h * POINTS_PER_INCH;
  };
  return sizes.find(fits) ?? sizes.at(-1)!;
}

/**
 * Writes a slide (PPTX) whose title, table, chart and points are edited as any others. The chart has its description as alt
 * text. The same slide gives the same bytes.
 */
export async function writeSlide(slide: Slide): Promise<Buffer> {
  const { default: Presentation } = await import('pptxgenjs');
  const file: Presentation = new Presentation();
  const language = REGIONAL[slide.language];
  file.layout = 'LAYOUT_WIDE';
  file.title = slide.title;
  file.author = slide.author;
  file.company = escapeXml(slide.author); // the only text that the library does not escape
  file.subject = slide.subtitle;
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const w = WIDTH - 2 * EDGE;
  const size = sizeThatFits(TITLE_SIZES, [slide.title], { w, h: TITLE.h });
  const title = { name: 'title', type: 'title', x: EDGE, ...TITLE, w, fontSize: size } as const;
  file.defineSlideMaster({
    title: MASTER,
    objects: [
      {
        placeholder: {
          options: { ...title, bold: true, align: 'left', valign: 'middle', color: TEXT, margin: 0 },
          text: '',
        },
      },
    ],
  });
  const sheet = file.addSlide({ masterName: MASTER });
  sheet.addText(slide.title, { placeholder: 'title', lang: language });
  sheet.addText(slide.subtitle, { x: EDGE, ...SUBTITLE, w, ...plain(12, language), color: SUBTLE, valign: 'top' });
  addTable(sheet, slide, language);
  addChart(sheet, slide, language);
  addPoints(sheet, slide.columns, language);
  sheet.addText(slide.footer, { x: EDGE, y: FOOTER_Y, w, h: 0.25, ...plain(9, language), color: SUBTLE });
  sheet.addNotes(slide.notes.join('\n'));
  const bytes = (await file.write({ outputType: 'nodebuffer' })) as Buffer;
  const descriptions = { [TABLE_NAME]: slide.table.caption };
  const change = (path: string, xml: string) =>
    styleChart(path, withIntervals(xml, path, slide.chart?.data), language) ?? repair(path, xml, descriptions);
  return Buffer.from(fixPackage(bytes, slide.writtenAt, change));
}

const TABLE_NAME = 'Table';

const plain = (fontSize: number, lang: string) => ({ fontSize, fontFace: FONT, lang, color: TEXT, margin: 0 }) as const;

function addTable(sheet: Sheet, { table }: Slide, language: string): void {
  const { caption, columns, rows } = table;
  sheet.addText(caption, { x: EDGE, y: BODY_Y, w: TABLE_WIDTH, h: CAPTION, ...plain(9, language), color: SUBTLE });
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map((text, at) => ({
      text,
      options: { bold, lang: language, align: columns[at]?.isFigure ? ('right' as const) : ('left' as const) },
    }));
  const line = { type: 'solid' as const, pt: 0.5, color: 'BEBEBE' };
  const none = { type: 'none' as const };
  sheet.addTable(
    [
      cells(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((row) => cells(row, false)),
    ],
    {
      objectName: TABLE_NAME,
      x: EDGE,
      y: BODY_Y + CAPTION,
      w: TABLE_WIDTH,
      colW: [TABLE_WIDTH * 0.55, TABLE_WIDTH * 0.45],
      fontSize: 11,
      fontFace: FONT,
      color: TEXT,
      border: [none, none, line, none],
      margin: [0.03, 0.05, 0.03, 0.05],
    },
  );
}

function addChart(sheet: Sheet, { chart }: Slide, language: string): void {
  if (!chart) return;
  const x = EDGE + TABLE_WIDTH + GAP;
  const w = WIDTH - EDGE - x;
  const { known, estimate, axis, bars } = chart.data;
  sheet.addText(chart.caption, { x, y: BODY_Y, w, h: CAPTION, ...plain(9, language), color: SUBTLE });
  const labels = bars.map(({ label }) => label);
  sheet.addChart(
    'bar' as PptxGenJS.CHART_NAME,
    [
      { name: known, labels, values: bars.map((bar) => bar.value - bar.estimate) },
      { name: estimate, labels, values: bars.map((bar) => bar.estimate) },
    ],
    {
      x,
      y: BODY_Y + CAPTION,
      w,
      h: CHART_HEIGHT,
      barDir: 'bar',
      barGrouping: 'stacked',
      barGapWidthPct: 60,
      chartColors: [KNOWN_COLOUR, ESTIMATE_COLOUR],
      catAxisOrientation: 'maxMin' as 'minMax',
      catAxisLabelFontSize: 8, // two lines a bar
      catAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 9,
      valAxisLabelFontFace: FONT,
      valAxisMinVal: 0,
      valAxisMaxVal: axisMaximum(reachOf(bars)),
      valAxisLabelPos: 'high',
      valGridLine: { color: 'D9D9D9', size: 0.5 },
      showValAxisTitle: true,
      valAxisTitle: axis,
      valAxisTitleFontSize: 9,
      showLegend: true,
      legendPos: 'b',
      legendFontSize: 9,
      altText: chart.description,
    },
  );
}

function addPoints(sheet: Sheet, columns: readonly SlidePoints[], language: string): void {
  const w = (WIDTH - 2 * EDGE - GAP * (columns.length - 1)) / Math.max(1, columns.length);
  const size = Math.min(
    ...columns.map(({ heading, items }) =>
      sizeThatFits(POINT_SIZES, [heading, ...items], { w: w - BULLET, h: POINTS_HEIGHT }),
    ),
  );
  for (const [at, { heading, items }] of columns.entries()) {
    sheet.addText(
      [
        { text: heading, options: { bold: true, fontSize: size + 2, lang: language, breakLine: true } },
        ...items.map((text) => ({ text, options: { bullet: { indent: 10 }, lang: language, breakLine: true } })),
      ],
      { x: EDGE + at * (w + GAP), y: POINTS_Y, w, h: POINTS_HEIGHT, ...plain(size, language), valign: 'top' },
    );
  }
}

/** Adds intervals to the last series of a chart: the library has none. They start at the end of the whole bar. */
function withIntervals(xml: string, path: string, data: ChartData | undefined): string {
  if (!data || !/\/charts\/chart\d+\.xml$/.test(path)) return xml;
  const place = xml.lastIndexOf('<c:cat>');
  const literal = (reach: (bar: ChartData['bars'][number]) => number | null) => {
    const points = data.bars.map((bar, at) => {
      const value = reach(bar);
      return value === null ? '' : `<c:pt idx="${at}"><c:v>${Math.max(0, value)}</c:v></c:pt>`;
    });
    return `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${points.length}"/>${points.join('')}</c:numLit>`;
  };
  const plus = literal(({ value, interval }) => interval && interval.high - value);
  const minus = literal(({ value, interval }) => interval && value - interval.low);
  const line = '<c:spPr><a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>';
  const bars = `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${plus}</c:plus><c:minus>${minus}</c:minus>${line}</c:errBars>`;
  return xml.slice(0, place) + bars + xml.slice(place);
}

/**
 * Gives the shapes of a slide different ids, tables a header row and an alt text: the
 * library repeats ids and leaves the others out.
 */
function repair(path: string, xml: string, descriptions: Readonly<Record<string, string>>): string | null {
  if (!/^ppt\/slides\/slide\d+\.xml$/.test(path)) return null;
  let id = 0;
  const numbered = xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${++id}"`);
  const described = Object.entries(descriptions).reduce(
    (text, [name, description]) =>
      text.replaceAll(`name="${name}"`, `name="${name}" descr="${escapeXml(description)}"`),
    numbered,
  );
  return described.replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

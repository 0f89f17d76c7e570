import type { Paragraph, Table } from 'docx';
import type { Language } from '@tallgrunn/values';
import type { ChartData, PdfBlock, PdfDocument } from '../pdf/pdf-document.ts';
import { axisMaximum, ESTIMATE_COLOUR, styleChart, KNOWN_COLOUR, reachOf, REGIONAL } from './chart-style.ts';
import { fixPackage } from './fix-package.ts';

type Docx = typeof import('docx') & Pick<typeof import('docx/charts'), 'ChartRun'>;
type PictureBlock = Extract<PdfBlock, { kind: 'picture' }>;
type TableBlock = Extract<PdfBlock, { kind: 'table' }>;

const HALF_POINTS = 2;
const TEXT_SIZE = 10 * HALF_POINTS;
const SMALL_SIZE = 9 * HALF_POINTS;
const SUBTLE = '3C3C3C';
const RULE = 'BEBEBE';
const CHART_WIDTH = 620;
const CHART_BASE = 90;
const BAR_HEIGHT = 34;
const LIST = 'points';
/** Twentieths of a point. */
const MARGIN = 1020;

/**
 * Writes a document for word processing (DOCX), with headings, lists, tables with header rows, and pictures as charts whose
 * data can be edited. Pictures have their description as alt text. The same document gives the same bytes.
 */
export async function writeWord(document: PdfDocument): Promise<Buffer> {
  const docx: Docx = { ...(await import('docx')), ...(await import('docx/charts')) };
  const language = REGIONAL[document.language];
  const run = (size: number, bold = false) => ({
    size,
    font: 'Calibri',
    bold,
    color: '000000',
    language: { value: language },
  });
  const file = new docx.Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    description: document.subtitle,
    styles: {
      default: {
        document: { run: run(TEXT_SIZE), paragraph: { spacing: { after: 80 } } },
        heading1: { run: run(17 * HALF_POINTS, true), paragraph: { spacing: { after: 80 } } },
        heading2: {
          run: run(12 * HALF_POINTS, true),
          paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 284, hanging: 284 }, spacing: { after: 40 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new docx.Footer({ children: [footerOf(docx, document.footer)] }) },
        children: [
          new docx.Paragraph({ text: document.title, heading: docx.HeadingLevel.HEADING_1 }),
          subtle(docx, document.subtitle),
          ...document.blocks.flatMap((block) => partsOf(docx, block, document.language)),
        ],
      },
    ],
  });
  const bytes = await docx.Packer.toBuffer(file);
  return Buffer.from(fixPackage(bytes, document.writtenAt, (path, xml) => styleChart(path, xml, language)));
}

const subtle = ({ Paragraph, TextRun }: Docx, text: string, keepNext = false): Paragraph =>
  new Paragraph({ keepNext, children: [new TextRun({ text, size: SMALL_SIZE, color: SUBTLE })] });

function footerOf({ Paragraph, TextRun, PageNumber }: Docx, text: string): Paragraph {
  const children = [text, ' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ children: [new TextRun({ size: 8 * HALF_POINTS, color: SUBTLE, children })] });
}

function partsOf(docx: Docx, block: PdfBlock, language: Language): (Paragraph | Table)[] {
  const { Paragraph, HeadingLevel } = docx;
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case 'text':
      return [block.isSubtle ? subtle(docx, block.text) : new Paragraph({ text: block.text })];
    case 'list':
      return block.items.map((text) => new Paragraph({ text, numbering: { reference: LIST, level: 0 } }));
    case 'table':
      return [
        subtle(docx, block.caption, true),
        tableOf(docx, block),
        new Paragraph({ text: '', spacing: { after: 0 } }),
      ];
    case 'picture':
      return pictureOf(docx, block, language);
  }
}

function tableOf(
  { Paragraph, Table, TableCell, TableRow, TextRun, AlignmentType, BorderStyle, WidthType }: Docx,
  block: TableBlock,
) {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map(
      (text, at) =>
        new TableCell({
          margins: { top: 40, bottom: 40, left: 60, right: 60 },
          children: [
            new Paragraph({
              spacing: { after: 0 },
              alignment: block.columns[at]?.isFigure ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [new TextRun({ text, bold })],
            }),
          ],
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: none, left: none, right: none, bottom: line, insideHorizontal: line, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          block.columns.map(({ head }) => head),
          true,
        ),
      }),
      ...block.rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

/** A picture without data is left out, and its description stands in its place. */
function pictureOf(docx: Docx, { caption, description, data }: PictureBlock, language: Language): Paragraph[] {
  if (!data) return [subtle(docx, description)];
  return [subtle(docx, caption, true), new docx.Paragraph({ children: [chartOf(docx, data, description, language)] })];
}

function chartOf(
  { ChartRun }: Docx,
  { known, estimate, axis, bars }: ChartData,
  description: string,
  language: Language,
) {
  const plus = bars.map(({ value, interval }) => (interval ? Math.max(0, interval.high - value) : null));
  const minus = bars.map(({ value, interval }) => (interval ? Math.max(0, value - interval.low) : null));
  return new ChartRun({
    type: 'bar',
    stacking: 'stacked',
    gapWidth: 60,
    categories: bars.map(({ label }) => label),
    series: [
      { name: known, color: KNOWN_COLOUR, values: bars.map((bar) => bar.value - bar.estimate) },
      {
        name: estimate,
        color: ESTIMATE_COLOUR,
        values: bars.map((bar) => bar.estimate),
        errorBars: { type: 'custom', plus, minus, line: { color: '000000', width: 1 } },
      },
    ],
    categoryAxis: { reverseOrder: true },
    valueAxis: { title: axis, minimum: 0, maximum: axisMaximum(reachOf(bars)), crossesAt: 'maximum' },
    chartArea: { border: 'none' },
    font: { color: '000000' },
    run: { language: { value: REGIONAL[language] } },
    transformation: { width: CHART_WIDTH, height: CHART_BASE + BAR_HEIGHT * bars.length },
    altText: { id: '1', name: axis, description },
  });
}

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { ChartData, PdfDocument } from '../pdf/pdf-document.ts';
import { readOffice } from '../testing/read-office.ts';
import { writeSlide, type Slide } from './write-slide.ts';
import { writeWord } from './write-word.ts';

/**
 * Texts that XML allows, of characters up to U+FFFF: the library of slides breaks a larger one where it divides a part into
 * pieces.
 */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((each) =>
    each
      .replaceAll(/[^\P{C}]|[\u{10000}-\u{10ffff}]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  )
  .filter((each) => each !== '');
const amount = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(3)));
const bar = fc
  .record({ label: text, value: amount, share: fc.double({ min: 0, max: 1, noNaN: true }), spread: amount })
  .map(({ label, value, share, spread }) => ({
    label,
    value,
    estimate: Number((value * share).toFixed(3)),
    interval: { low: Math.max(0, value - spread), high: value + spread },
  }));
const data: fc.Arbitrary<ChartData> = fc.record({
  known: text,
  estimate: text,
  axis: text,
  bars: fc.array(bar, { minLength: 1, maxLength: 6 }),
});
const language = fc.constantFrom('nb' as const, 'nn' as const, 'en' as const);
const writtenAt = fc.constant(new Date('2026-06-30T10:02:03Z'));
const row = fc.tuple(text, text);
const table = fc.record({
  caption: text,
  columns: fc.constant([{ head: 'Mål' }, { head: 'Tall', isFigure: true }]),
  rows: fc.array(row, { minLength: 1, maxLength: 7 }),
});
const picture = fc.record({ caption: text, description: text, data });
const head = { title: text, subtitle: text, author: text, footer: text, language, writtenAt };
const documents = fc
  .record({
    ...head,
    table,
    picture,
    heading: text,
    items: fc.array(text, { minLength: 1, maxLength: 5 }),
    sources: text,
  })
  .map(({ table: figures, picture: drawn, heading, items, sources, ...rest }) => ({
    ...rest,
    figures,
    drawn,
    points: [heading, ...items, sources],
    blocks: [
      { kind: 'table' as const, ...figures },
      { kind: 'picture' as const, svg: '', ...drawn },
      { kind: 'heading' as const, text: heading },
      { kind: 'list' as const, items },
      { kind: 'text' as const, text: sources, isSubtle: true },
    ],
  }));
const points = fc.record({ heading: text, items: fc.array(text, { minLength: 1, maxLength: 5 }) });
const slides: fc.Arbitrary<Slide> = fc.record({
  ...head,
  table,
  chart: picture,
  columns: fc.array(points, { minLength: 1, maxLength: 2 }),
  notes: fc.array(text, { maxLength: 2 }),
});
const regional = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const close = (series: readonly number[]) => series.map((value) => expect.closeTo(value, 6));

function expectChart(file: Uint8Array, { known, estimate, bars }: ChartData): void {
  const { chart, workbook } = readOffice(file);
  expect(chart).toEqual({
    labels: bars.map(({ label }) => label),
    series: [close(bars.map((each) => each.value - each.estimate)), close(bars.map((each) => each.estimate))],
  });
  expect(workbook[0]!.slice(1, 3)).toEqual([known, estimate]);
  expect(workbook.slice(1).map((cells) => [cells[0], Number(cells[1]), Number(cells[2])])).toEqual(
    bars.map((each) => [each.label, ...close([each.value - each.estimate, each.estimate])]),
  );
}

/** What Office demands of a file, and what everyone can see of it. */
function expectSound(file: Uint8Array, document: Pick<PdfDocument, 'title' | 'author' | 'language'>): void {
  expect(readOffice(file)).toMatchObject({
    title: document.title,
    author: document.author,
    written: '2026-06-30T10:02:03Z',
    missing: [],
    untyped: [],
    repeatedIds: [],
    languages: expect.arrayContaining([regional[document.language]]),
  });
}

describe('a text for word processing', () => {
  it('has every text, table and figure of its document, in its order, and an alt text', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const file = await writeWord(document);
        expectSound(file, document);
        const { figures, drawn, points: rest } = document;
        const read = readOffice(file);
        expect(read.paragraphs).toEqual([
          document.title,
          document.subtitle,
          figures.caption,
          ...['Mål', 'Tall', ...figures.rows.flat()],
          drawn.caption,
          ...rest,
        ]);
        expect(read.tables).toEqual([[['Mål', 'Tall'], ...figures.rows]]);
        expect(read.descriptions).toEqual([drawn.description]);
        expectChart(file, drawn.data);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('is the same bytes for the same document, also when others are written between', async () => {
    const [first, second] = fc.sample(documents, 2);
    const file = await writeWord(first!);
    await writeWord(second!);
    expect((await writeWord(first!)).equals(file)).toBe(true);
  });
});

describe('a slide', () => {
  it('has smaller text where there is more of it, so that nothing lies on what is below', async () => {
    const [drawn] = fc.sample(slides, 1) as [Slide];
    const item = 'Regnskapet er ikke komplett for Eidskog kommune (én måned), og utslippene kan derfor være høyere.';
    const sizesOf = async (title: string, items: readonly string[]) => {
      const file = await writeSlide({ ...drawn, title, columns: [{ heading: 'Punkter', items }] });
      const parts = unzipSync(file);
      const xml = strFromU8(parts['ppt/slides/slide1.xml']!);
      const layouts = Object.keys(parts).filter((path) => /slideLayouts\/[^/]+\.xml$/.test(path));
      const ofTitle = layouts.map((path) => /type="title".*?sz="(\d+)"/s.exec(strFromU8(parts[path]!))?.[1]);
      return [
        ofTitle.find((size) => size !== undefined),
        xml
          .slice(0, xml.indexOf(items.at(-1)!))
          .match(/sz="\d+"/g)
          ?.at(-1),
      ];
    };
    const few = await sizesOf('Mat gir mest', [item]);
    const many = await sizesOf(
      'Bygg og anlegg gir 34,8 % av de beregnede utslippene fra innkjøpene til kommunene i samarbeidet, januar til juni',
      Array.from({ length: 14 }, (_, at) => `${item} ${at}`),
    );
    expect(few).toEqual(['2400', 'sz="1100"']);
    expect(many).toEqual(['2000', 'sz="800"']);
  });

  it('has its texts, its table and a chart that can be edited, with alt texts', async () => {
    await fc.assert(
      fc.asyncProperty(slides, async (slide) => {
        const file = await writeSlide(slide);
        expectSound(file, slide);
        const read = readOffice(file);
        expect(read.tables).toEqual([[['Mål', 'Tall'], ...slide.table.rows]]);
        const texts = slide.columns.flatMap(({ heading, items }) => [heading, ...items]);
        for (const each of [
          slide.title,
          slide.subtitle,
          slide.footer,
          slide.table.caption,
          slide.chart!.caption,
          ...texts,
        ])
          expect(read.paragraphs).toContain(each);
        expect(read.descriptions).toEqual([slide.table.caption, slide.chart!.description]);
        expectChart(file, slide.chart!.data);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('is the same bytes for the same slide', async () => {
    const [first, second] = fc.sample(slides, 2);
    const file = await writeSlide(first!);
    await writeSlide(second!);
    expect((await writeSlide(first!)).equals(file)).toBe(true);
  });

  it('has no chart where there is nothing to draw', async () => {
    const [slide] = fc.sample(slides, 1);
    expect(readOffice(await writeSlide({ ...slide!, chart: null })).chart).toBeNull();
  });
});

import type { ByteSource } from '../byte-source.ts';
import { openTable } from '../open-table.ts';
import type { OpenOptions } from '../open-table.ts';
import { ReadProblem } from '../read-problem.ts';
import { reportLimits } from '../table.ts';
import { sheetName } from '../writing/table-to-write.ts';
import { decoderOf } from '../xlsx/read-xml.ts';
import { writeZip } from '../zip/write-zip.ts';
import type { PackedPart, ZipPart } from '../zip/write-zip.ts';
import { addComments, addShapes } from './add-comments.ts';
import { addedSheetXml } from './added-sheet.ts';
import { workbookOfValues } from './copy-values.ts';
import { markSheet, SheetMarker } from './annotate-sheet.ts';
import { unusedId, relationsIn, withRelations, withSheet, withTypes } from './package-lists.ts';
import type { AddedRelation } from './package-lists.ts';
import { bySheet } from './remarks.ts';
import type { AddedSheet, CellRemark, SheetRemarks } from './remarks.ts';
import { originalWorkbook } from './source-workbook.ts';
import type { SourcePart, SourceWorkbook } from './source-workbook.ts';
import { StyleAdder } from './style-adder.ts';

export interface Annotations {
  readonly remarks: Iterable<CellRemark>;
  readonly added: AddedSheet;
}

/** Maximum size of a part that is changed in memory: styles, lists, comments. */
const PART_BYTES_MAX = 64 * 1024 * 1024;

interface AnnotatedSheet {
  readonly part: string;
  readonly remarks: SheetRemarks;
  readonly marker: SheetMarker;
  readonly relation: string;
  /** relationships part of the sheet */
  readonly list: { readonly name: string; readonly xml: string | null };
  readonly comments: { readonly name: string; readonly isNew: boolean };
  /** for a sheet without a comments drawing */
  readonly drawing: string;
  /** drawings of the sheet, one of which may be its comments drawing */
  readonly drawn: readonly string[];
  /** parts that may be rewritten */
  readonly own: readonly string[];
}

/**
 * Annotates a report. An .xlsx is the supplier's own workbook with marked cells, comments and one added sheet; all
 * other parts remain byte for byte. CSV, XLS, XLSB and ODS become a workbook of the values with the same annotations.
 * The output is streamed; only the remarks and the parts that are changed as a whole are in memory.
 * @throws ReadProblem when the file cannot be read
 */
export async function* annotateFile(
  source: ByteSource,
  fileName: string,
  annotations: Annotations,
  options: OpenOptions = {},
): AsyncGenerator<Uint8Array> {
  const table = await openTable(source, fileName, options);
  const limits = { ...reportLimits, ...options.limits };
  const workbook =
    table.format === 'xlsx'
      ? await originalWorkbook(source, limits)
      : workbookOfValues(table, fileName.replace(/\.\w{1,5}$/, ''));
  yield* writeZip(annotatedParts(workbook, annotations));
}

async function textOf(parts: ReadonlyMap<string, SourcePart>, name: string): Promise<string | null> {
  const part = parts.get(name.toLowerCase());
  if (!part) return null;
  let text = '';
  let decoder: ReturnType<typeof decoderOf> | null = null;
  for await (const piece of part.read()) {
    decoder ??= decoderOf(piece);
    text += decoder.decode(piece, { stream: true });
    if (text.length > PART_BYTES_MAX)
      throw new ReadProblem('workbook-damaged', { part: name, reason: 'text-too-long' });
  }
  return (text + (decoder?.decode() ?? '')).replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
}

const listOf = (part: string) =>
  `${part.slice(0, part.lastIndexOf('/') + 1)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;
const partOf = (name: string, xml: string): ZipPart => ({ name, content: [new TextEncoder().encode(xml)] });

/** Returns an unused part name: `xl/comments7.xml`. */
function unusedPartName(taken: Set<string>, before: string, after: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${before}${number}${after}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

async function* annotatedParts(
  workbook: SourceWorkbook,
  { remarks, added }: Annotations,
): AsyncGenerator<ZipPart | PackedPart> {
  const parts = new Map(workbook.parts.map((part) => [part.name.toLowerCase(), part]));
  const taken = new Set(parts.keys());
  const book = (await textOf(parts, workbook.workbook)) ?? '';
  const relations = relationsIn(book);
  const styles = new StyleAdder(workbook.styles === null ? null : await textOf(parts, workbook.styles));
  const annotatedSheetsList = await prepareSheets(workbook, parts, taken, {
    remarks: bySheet(remarks),
    relations,
    styles,
  });
  const sheet = unusedPartName(taken, 'xl/worksheets/sheet', '.xml');
  const stylePart = workbook.styles ?? unusedPartName(taken, 'xl/styles', '.xml');
  const bookList = listOf(workbook.workbook);
  const types = [
    { name: sheet, type: 'worksheet' },
    ...(workbook.styles === null ? [{ name: stylePart, type: 'styles' }] : []),
    ...annotatedSheetsList.flatMap(({ comments }) =>
      comments.isNew ? [{ name: comments.name, type: 'comments' }] : [],
    ),
  ];
  const replacedParts = new Set(
    [
      stylePart,
      workbook.workbook,
      bookList,
      '[Content_Types].xml',
      ...annotatedSheetsList.flatMap(({ own }) => own),
    ].map((name) => name.toLowerCase()),
  );
  yield partOf('[Content_Types].xml', withTypes((await textOf(parts, '[Content_Types].xml')) ?? '', types));
  for (const part of workbook.parts) {
    const sheetToAnnotate = annotatedSheetsList.find((each) => each.part.toLowerCase() === part.name.toLowerCase());
    if (sheetToAnnotate) yield { name: part.name, content: markSheet(part.name, part.read(), sheetToAnnotate.marker) };
    else if (!replacedParts.has(part.name.toLowerCase())) yield unchangedPart(part);
  }
  // The styles that sheets need, and the drawings with their comments, are known only after the sheets were processed.
  const drawings = new Map<string, string>();
  for (const [index, sheetToAnnotate] of annotatedSheetsList.entries())
    yield* commentParts(sheetToAnnotate, { index, parts, relations, drawings, workbook });
  for (const [name, xml] of drawings) yield partOf(name, xml);
  for (const name of new Set(annotatedSheetsList.flatMap(({ drawn }) => drawn))) {
    const part = parts.get(name.toLowerCase());
    if (part && !drawings.has(part.name)) yield unchangedPart(part);
  }
  yield { name: sheet, content: addedSheetXml(added, styles, (name) => tabOf(workbook, name)) };
  yield partOf(stylePart, styles.finish());
  yield* tabParts(workbook, {
    book,
    list: await textOf(parts, bookList),
    bookList,
    sheet,
    relations,
    name: added.name,
    style: workbook.styles === null ? stylePart : null,
  });
}

const unchangedPart = (part: SourcePart): ZipPart | PackedPart =>
  part.packed?.() ?? { name: part.name, content: part.read() };

const tabOf = ({ sheets }: SourceWorkbook, sheet: string | null): string =>
  (sheets.find((each) => each.sheet === (sheet ?? '')) ?? sheets[0])?.tab ?? '';

function* tabParts(
  workbook: SourceWorkbook,
  {
    book,
    list,
    bookList,
    sheet,
    relations,
    name,
    style,
  }: {
    book: string;
    list: string | null;
    bookList: string;
    sheet: string;
    relations: string;
    name: string;
    style: string | null;
  },
): Generator<ZipPart> {
  const relation = unusedId(list, 'rIdFindings');
  const tab = sheetName(name, new Set(workbook.sheets.map(({ tab: each }) => each.toLowerCase())));
  const more: AddedRelation[] = [
    { id: relation, type: 'worksheet', target: sheet },
    ...(style === null ? [] : [{ id: unusedId(list, 'rIdStyles'), type: 'styles', target: style }]),
  ];
  yield partOf(bookList, withRelations(list, more, { part: workbook.workbook, relations }));
  yield partOf(workbook.workbook, withSheet(book, { name: tab, relation, relations }));
}

async function prepareSheets(
  workbook: SourceWorkbook,
  parts: ReadonlyMap<string, SourcePart>,
  taken: Set<string>,
  { remarks, relations, styles }: { remarks: ReadonlyMap<string, SheetRemarks>; relations: string; styles: StyleAdder },
): Promise<AnnotatedSheet[]> {
  const annotatedSheetsList: AnnotatedSheet[] = [];
  for (const { sheet, part } of workbook.sheets) {
    const own = remarks.get(sheet);
    if (!own) continue;
    const list = { name: listOf(part), xml: await textOf(parts, listOf(part)) };
    const related = await workbook.relationsOf(part);
    const known = related.find(({ type }) => type === 'comments')?.target;
    const drawn = related.filter(({ type }) => type === 'vmlDrawing').map(({ target }) => target);
    const relation = unusedId(list.xml, 'rIdRemarks');
    const has = own.comments.length > 0;
    const comments = {
      name: known ?? (has ? unusedPartName(taken, 'xl/comments', '.xml') : ''),
      isNew: known === undefined && has,
    };
    const drawing = has ? unusedPartName(taken, 'xl/drawings/vmlDrawing', '.vml') : '';
    const marker = new SheetMarker({ remarks: own, relation, relations }, styles);
    annotatedSheetsList.push({
      part,
      remarks: own,
      relation,
      list,
      marker,
      comments,
      drawing,
      drawn: has ? drawn : [],
      own: has ? [list.name, comments.name, ...drawn] : [],
    });
  }
  return annotatedSheetsList;
}

/** Writes the comments of a processed sheet, its relationships part, and the drawing that shows the comments. */
async function* commentParts(
  { part, remarks, marker, relation, list, comments, drawing }: AnnotatedSheet,
  {
    index,
    parts,
    relations,
    drawings,
    workbook,
  }: {
    index: number;
    parts: ReadonlyMap<string, SourcePart>;
    relations: string;
    drawings: Map<string, string>;
    workbook: SourceWorkbook;
  },
): AsyncGenerator<ZipPart> {
  if (remarks.comments.length === 0) return;
  const { xml, shapes } = addComments(comments.isNew ? null : await textOf(parts, comments.name), remarks.comments);
  const had =
    marker.drawing === null
      ? undefined
      : (await workbook.relationsOf(part)).find(({ id }) => id === marker.drawing)?.target;
  const name = had ?? drawing;
  drawings.set(
    parts.get(name.toLowerCase())?.name ?? name,
    addShapes(drawings.get(name) ?? (had === undefined ? null : await textOf(parts, had)), shapes, index),
  );
  yield partOf(comments.name, xml);
  const more: AddedRelation[] = [
    ...(comments.isNew ? [{ id: `${relation}c`, type: 'comments', target: comments.name }] : []),
    ...(had === undefined ? [{ id: relation, type: 'vmlDrawing', target: drawing }] : []),
  ];
  yield partOf(list.name, more.length > 0 ? withRelations(list.xml, more, { part, relations }) : (list.xml ?? ''));
}

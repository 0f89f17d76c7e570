import { cellReference, columnOf } from '../xlsx/cell-place.ts';
import { decoderOf } from '../xlsx/read-xml.ts';
import type { RemarkSeverity, SheetRemarks } from './remarks.ts';
import { TagScanner, tagAttribute, tagName, tagPrefix, withAttribute } from './scan-tags.ts';
import type { StyleAdder } from './style-adder.ts';

/** Elements that follow the comments drawing in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const afterComments = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

export interface MarkedSheet {
  readonly remarks: SheetRemarks;
  /** id of the relationship to a comments drawing, for a sheet that has none */
  readonly relation: string;
  /** namespace of relationships in this workbook */
  readonly relations: string;
}

/**
 * Changes the XML of one worksheet while it is streamed: styles of marked cells, missing cells, and the reference to
 * the comments drawing. Nothing else changes.
 */
export class SheetMarker {
  /** id of the relationship to the existing comments drawing */
  drawing: string | null = null;
  private readonly sheet: MarkedSheet;
  private readonly styles: StyleAdder;
  private prefix: string | null = null;
  private inData = false;
  private depth = 0;
  private isDrawn = false;
  private row = 0;
  private column = 0;
  private pending: [column: number, mark: RemarkSeverity][] = [];

  constructor(sheet: MarkedSheet, styles: StyleAdder) {
    this.sheet = sheet;
    this.styles = styles;
  }

  tag(tag: string): string | null {
    if (this.prefix === null) this.prefix = tagPrefix(tag);
    if (this.inData) return this.dataTag(tag);
    const name = tagName(tag);
    const isEnd = tag.startsWith('</');
    const isWhole = tag.endsWith('/>');
    const before = this.beforeLater(name, isEnd);
    if (isEnd) this.depth -= 1;
    else if (!isWhole) this.depth += 1;
    if (name === 'sheetData' && !isEnd && !isWhole) this.inData = true;
    return before === '' ? null : before + tag;
  }

  private beforeLater(name: string, isEnd: boolean): string {
    if (this.depth !== 1 || this.isDrawn) return '';
    if (name === 'legacyDrawing') this.isDrawn = true;
    else if (isEnd ? name === 'worksheet' : afterComments.has(name)) {
      this.isDrawn = true;
      if (this.sheet.remarks.comments.length > 0)
        return `<${this.prefix}legacyDrawing xmlns:r="${this.sheet.relations}" r:id="${this.sheet.relation}"/>`;
    }
    return '';
  }

  /** Records the sheet's existing comments drawing. Call it before `tag`. */
  recordDrawing(tag: string): void {
    if (this.depth === 1 && tagName(tag) === 'legacyDrawing')
      this.drawing = /\s(?:[^\s:=]+:)id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? null;
  }

  private dataTag(tag: string): string | null {
    if (tag.charCodeAt(1) === 47 /* / */) return this.endTag(tag);
    const at = this.prefix!.length + 1;
    const first = tag.charCodeAt(at);
    if (first === 99 /* c */)
      return this.pending.length > 0 && /^c[\s/>]/.test(tag.slice(at, at + 2)) ? this.cell(tag) : null;
    return first === 114 /* r */ && /^row[\s/>]/.test(tag.slice(at, at + 4)) ? this.startRow(tag) : null;
  }

  private endTag(tag: string): string | null {
    const name = tagName(tag);
    if (name === 'row') return this.endRow(tag);
    if (name !== 'sheetData') return null;
    this.inData = false;
    this.depth -= 1;
    return null;
  }

  private startRow(tag: string): string | null {
    this.row = Number(tagAttribute(tag, 'r')) || this.row + 1;
    this.column = 0;
    const columns = this.sheet.remarks.marks.get(this.row);
    this.pending = columns ? [...columns].sort((a, b) => a[0] - b[0]) : [];
    if (this.pending.length === 0) return null;
    // The `spans` attribute may no longer be right; it is an optimisation hint and may be left out.
    const open = withAttribute(tag, 'spans', null);
    if (!tag.endsWith('/>')) return open;
    return `${open.slice(0, -2).trimEnd()}>${this.missingCells(Infinity)}</${this.prefix}row>`;
  }

  private cell(tag: string): string | null {
    this.column = columnOf(tagAttribute(tag, 'r') ?? '') || this.column + 1;
    const before = this.missingCells(this.column);
    const [next] = this.pending;
    if (next?.[0] !== this.column) return before === '' ? null : before + tag;
    this.pending.shift();
    return (
      before + withAttribute(tag, 's', String(this.styles.markedStyle(Number(tagAttribute(tag, 's') ?? 0), next[1])))
    );
  }

  private endRow(tag: string): string | null {
    const cells = this.missingCells(Infinity);
    return cells === '' ? null : cells + tag;
  }

  /**
   * Returns the marked cells before a column that the row lacks, as empty cells: a remark can be about a missing value.
   */
  private missingCells(before: number): string {
    let cells = '';
    for (let [next] = this.pending; next && next[0] < before; [next] = this.pending) {
      this.pending.shift();
      cells += `<${this.prefix}c r="${cellReference(this.row, next[0])}" s="${this.styles.markedStyle(0, next[1])}"/>`;
    }
    return cells;
  }
}

/** Streams the XML of a worksheet through a marker. The output is UTF-8. */
export async function* markSheet(
  part: string,
  pieces: AsyncIterable<Uint8Array>,
  marker: SheetMarker,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const scanner = new TagScanner(part, (tag) => {
    marker.recordDrawing(tag);
    return marker.tag(tag);
  });
  let decoder: ReturnType<typeof decoderOf> | null = null;
  for await (const piece of pieces) {
    const isFirst = decoder === null;
    decoder ??= decoderOf(piece);
    const text = decoder.decode(piece, { stream: true });
    const out = scanner.push(
      isFirst && decoder.encoding !== 'utf-8'
        ? text.replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, '$1UTF-8')
        : text,
    );
    if (out !== '') yield encoder.encode(out);
  }
  const rest = scanner.push(decoder?.decode() ?? '') + scanner.end();
  if (rest !== '') yield encoder.encode(rest);
}

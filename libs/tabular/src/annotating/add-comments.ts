import { escapeXml } from '../writing/workbook-parts.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { escapeText } from '../xlsx/unescape-text.ts';
import type { SheetRemarks } from './remarks.ts';
import { tagAttribute, tagPrefix } from './scan-tags.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const AUTHOR = 'Tallgrunn';
/** Size of one block of shape numbers. Our blocks start far above those a file normally uses. */
const BLOCK = 1024;
const FIRST_BLOCK = 500;
/** Author of a threaded comment (a conversation), which is not extended. */
const CONVERSATION = /^tc=/;

type Comments = SheetRemarks['comments'];

export interface AddedComments {
  readonly xml: string;
  /** cells without a previous comment: each needs a shape */
  readonly shapes: Comments;
}

const textOf = (text: string, prefix: string) =>
  `<${prefix}t xml:space="preserve">${escapeXml(escapeText(text))}</${prefix}t>`;

/**
 * Adds comments to a sheet's comments part. An existing comment remains, with the new text after it; a threaded comment
 * is left unchanged.
 */
export function addComments(xml: string | null, comments: Comments): AddedComments {
  const old = xml ?? `${HEAD}<comments xmlns="${MAIN}"><authors/><commentList/></comments>`;
  const prefix = tagPrefix(/<(?![?!])[^>]*>/.exec(old)?.[0] ?? '');
  const authors = [...old.matchAll(new RegExp(`<${prefix}author(?:/>|>([\\s\\S]*?)</${prefix}author>)`, 'g'))].map(
    (match) => match[1] ?? '',
  );
  const byPlace = new Map(comments.map((comment) => [cellReference(comment.row, comment.column), comment]));
  const existingComments = old.replace(
    new RegExp(`<${prefix}comment\\s[^>]*>[\\s\\S]*?</${prefix}comment\\s*>`, 'g'),
    (comment) => {
      const place = tagAttribute(comment, 'ref') ?? '';
      const ours = byPlace.get(place);
      byPlace.delete(place);
      return ours && !CONVERSATION.test(authors[Number(tagAttribute(comment, 'authorId') ?? 0)] ?? '')
        ? appendRun(comment, ours.text, prefix)
        : comment;
    },
  );
  const shapes = [...byPlace.values()];
  const list = [...byPlace]
    .map(
      ([place, { text }]) =>
        `<${prefix}comment ref="${place}" authorId="${authors.length}"><${prefix}text><${prefix}r>${textOf(text, prefix)}</${prefix}r></${prefix}text></${prefix}comment>`,
    )
    .join('');
  const withAuthor = insertIntoElement(
    existingComments,
    `${prefix}authors`,
    `<${prefix}author>${AUTHOR}</${prefix}author>`,
  );
  return { xml: insertIntoElement(withAuthor, `${prefix}commentList`, list), shapes };
}

/**
 * Appends a text to a comment. A comment written as one text becomes a run first, so that another run can follow it.
 */
function appendRun(comment: string, text: string, prefix: string): string {
  const runs = comment.replace(
    new RegExp(`(<${prefix}text(?:\\s[^>]*)?>\\s*)(<${prefix}t[\\s>][\\s\\S]*?</${prefix}t>)`),
    `$1<${prefix}r>$2</${prefix}r>`,
  );
  const at = runs.lastIndexOf(`</${prefix}text`);
  return at < 0
    ? comment
    : `${runs.slice(0, at)}<${prefix}r>${textOf(`\n\n${AUTHOR}: ${text}`, prefix)}</${prefix}r>${runs.slice(at)}`;
}

function insertIntoElement(xml: string, name: string, added: string): string {
  const at = xml.lastIndexOf(`</${name}`);
  if (at >= 0) return xml.slice(0, at) + added + xml.slice(at);
  return xml.replace(
    new RegExp(`<${name}(\\s[^>]*)?/>`),
    (_, attributes: string | undefined) => `<${name}${attributes ?? ''}>${added}</${name}>`,
  );
}

function shapeOf({ row, column }: Comments[number], id: number): string {
  const anchor = [column, 15, Math.max(0, row - 2), 4, column + 4, 15, row + 5, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>` +
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>';

/**
 * Adds a hidden shape for each new comment to the sheet's VML drawing, as spreadsheet programs require. `sheet`:
 * 0-based index among the annotated sheets.
 */
export function addShapes(vml: string | null, comments: Comments, sheet: number): string {
  const old = vml ?? EMPTY;
  const blocks = Math.max(1, Math.ceil(comments.length / (BLOCK - 1)));
  const first = FIRST_BLOCK + sheet * 8;
  const ids = Array.from({ length: blocks }, (_, index) => first + index);
  const mapped = old.replace(
    /(<o:idmap\b[^>]*\bdata=["'])([^"']*)/,
    (_, before: string, data: string) => before + [...data.split(',').filter(Boolean), ...ids].join(','),
  );
  const shapes = comments.map((comment, index) =>
    shapeOf(comment, (first + Math.floor(index / (BLOCK - 1))) * BLOCK + 1 + (index % (BLOCK - 1))),
  );
  const type = old.includes('"_x0000_t202"') ? '' : SHAPE_TYPE;
  const at = mapped.lastIndexOf('</xml');
  return at < 0 ? old : mapped.slice(0, at) + type + shapes.join('') + mapped.slice(at);
}

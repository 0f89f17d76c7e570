import { escapeXml } from '../writing/workbook-parts.ts';
import { tagPrefix } from './scan-tags.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';

/** Returns the relationships namespace of a workbook, which differs between the strict and the transitional format. */
export const relationsIn = (workbookXml: string): string =>
  workbookXml.includes('http://purl.oclc.org/ooxml/')
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface AddedRelation {
  readonly id: string;
  /** last segment of the type */
  readonly type: string;
  /** name of the part */
  readonly target: string;
}

function rootOf(xml: string): { prefix: string; at: number } {
  return { prefix: tagPrefix(/<(?![?!])[^>]*>/.exec(xml)?.[0] ?? ''), at: xml.lastIndexOf('</') };
}

/** Appends items to the root element of a small part; a self-closing root is opened first. */
function appendToRoot(xml: string, items: (prefix: string) => string): string {
  const { prefix, at } = rootOf(xml);
  if (at >= 0) return xml.slice(0, at) + items(prefix) + xml.slice(at);
  return xml.replace(
    /<([^\s?!/>]+)([^>]*)\/>\s*$/,
    (_, name: string, attributes: string) => `<${name}${attributes}>${items(prefix)}</${name}>`,
  );
}

/** Returns a part name relative to another part: "../comments1.xml" for "xl/worksheets/sheet1.xml". */
function relativePath(part: string, target: string): string {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** Returns a relationships part with some more relationships; creates the part when there is none. */
export function withRelations(
  xml: string | null,
  added: readonly AddedRelation[],
  { part, relations }: { readonly part: string; readonly relations: string },
): string {
  const old = xml ?? `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  return appendToRoot(old, (prefix) =>
    added
      .map(
        ({ id, type, target }) =>
          `<${prefix}Relationship Id="${id}" Type="${relations}/${type}" Target="${escapeXml(relativePath(part, target))}"/>`,
      )
      .join(''),
  );
}

/** Returns an id that the relationships part does not use. */
export function unusedId(xml: string | null, wanted: string): string {
  for (let number = 1; ; number += 1) if (!(xml ?? '').includes(`"${wanted}${number}"`)) return `${wanted}${number}`;
}

/** Returns the content types with added parts; comments drawings are declared by their file extension. */
export function withTypes(xml: string, parts: readonly { readonly name: string; readonly type: string }[]): string {
  return appendToRoot(xml, (prefix) => {
    const vml = /Extension\s*=\s*["']vml["']/i.test(xml)
      ? ''
      : `<${prefix}Default Extension="vml" ContentType="${OFFICE_TYPE}.vmlDrawing"/>`;
    return (
      vml +
      parts
        .map(
          ({ name, type }) =>
            `<${prefix}Override PartName="/${escapeXml(name)}" ContentType="${OFFICE_TYPE}.spreadsheetml.${type}+xml"/>`,
        )
        .join('')
    );
  });
}

/** Returns the workbook part with one more tab at the end. */
export function withSheet(
  xml: string,
  { name, relation, relations }: { readonly name: string; readonly relation: string; readonly relations: string },
): string {
  const { prefix } = rootOf(xml);
  const ids = [...xml.matchAll(/\ssheetId\s*=\s*["'](\d+)["']/g)].map((match) => Number(match[1]));
  const sheet = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${Math.max(0, ...ids) + 1}" xmlns:r="${relations}" r:id="${relation}"/>`;
  const at = xml.lastIndexOf(`</${prefix}sheets`);
  return at < 0 ? xml : xml.slice(0, at) + sheet + xml.slice(at);
}

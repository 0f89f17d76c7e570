import { buildZip } from './make-zip.ts';

const NAMES = ['office', 'style', 'table', 'text', 'calcext']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export const odsContent = (tables: string, root = 'office:document-content'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMES}><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></${root}>`;

/** Builds an OpenDocument spreadsheet with these tables and further parts. */
export function buildOds(tables: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  return buildZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': odsContent(tables),
    ...parts,
  });
}

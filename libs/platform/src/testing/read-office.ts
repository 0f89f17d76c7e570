import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What an Office file holds, read from its zip and XML without the libraries that write it. */
export interface ReadOffice {
  readonly title: string | null;
  readonly author: string | null;
  readonly written: string | null;
  /** Texts of its page or slide, paragraph by paragraph, in the file's order. */
  readonly paragraphs: readonly string[];
  /** Languages that its texts state. */
  readonly languages: readonly string[];
  /** Cells of its tables, row by row. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Alt texts of charts and pictures. */
  readonly descriptions: readonly string[];
  readonly chart: { readonly labels: readonly string[]; readonly series: readonly (readonly number[])[] } | null;
  /** Values of the workbook behind the chart, row by row. */
  readonly workbook: readonly (readonly string[])[];
  /** Ids of shapes that are used twice. */
  readonly repeatedIds: readonly string[];
  /** Parts that a relationship names and the file does not have. */
  readonly missing: readonly string[];
  /** Parts without a content type of their own, which Office refuses. */
  readonly untyped: readonly string[];
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parse(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => void (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root;
}

const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (node: Node): string => node.text + node.children.map(textOf).join('');
const local = (name: string): string => name.replace(/^.*:/, '');

/** Paragraphs and tables of a page (w:) or of a slide (a:). */
const isA = (name: string, what: string): boolean => /^[aw]:/.test(name) && local(name) === what;
const find = (node: Node, what: string): Node[] =>
  node.children.flatMap((child) => [...(isA(child.name, what) ? [child] : []), ...find(child, what)]);
const wordsOf = (node: Node): string => find(node, 't').map(textOf).join('');

type Parts = ReadonlyMap<string, string>;

function missingOf(parts: Parts, names: readonly string[]): string[] {
  return [...parts].flatMap(([path, xml]) => {
    if (!path.endsWith('.rels')) return [];
    const base = new URL(path.replace(/_rels\/[^/]+$/, ''), 'file:///');
    return all(parse(xml), 'Relationship').flatMap(({ attributes }) => {
      if (attributes['TargetMode'] === 'External') return [];
      const target = new URL(attributes['Target']!, base).pathname.slice(1);
      return names.includes(target) ? [] : [target];
    });
  });
}

function untypedOf(parts: Parts, names: readonly string[]): string[] {
  const types = parse(parts.get('[Content_Types].xml')!);
  const of = (name: string, attribute: string) => all(types, name).map(({ attributes }) => attributes[attribute]!);
  const overrides = of('Override', 'PartName');
  const extensions = of('Default', 'Extension').filter((extension) => extension !== 'xml');
  const isTyped = (name: string) =>
    overrides.includes(`/${name}`) || extensions.some((extension) => name.endsWith(`.${extension}`));
  return names.filter((name) => name !== '[Content_Types].xml' && !name.endsWith('/') && !isTyped(name));
}

const numbersOf = (node: Node, what: string): number[] =>
  all(node, what)
    .flatMap((each) => all(each, 'c:v'))
    .map((value) => Number(textOf(value)));

function chartOf(parts: Parts): ReadOffice['chart'] {
  const path = [...parts.keys()].find((each) => /\/charts\/chart\d+\.xml$/.test(each));
  if (path === undefined) return null;
  const series = all(parse(parts.get(path)!), 'c:ser');
  return {
    labels: all(series[0]!, 'c:cat').flatMap((each) => all(each, 'c:v').map(textOf)),
    series: series.map((each) => numbersOf(each, 'c:val')),
  };
}

/** Cells of the first sheet of a workbook. */
function workbookOf(file: Uint8Array | undefined): string[][] {
  if (!file) return [];
  const parts = unzipSync(file);
  const read = (path: string): Node | null => (parts[path] ? parse(strFromU8(parts[path])) : null);
  const strings = read('xl/sharedStrings.xml');
  const shared = strings ? all(strings, 'si').map(textOf) : [];
  const sheet = read('xl/worksheets/sheet1.xml');
  return all(sheet!, 'row').map((row) => {
    const cells: string[] = [];
    for (const cell of all(row, 'c')) {
      const value = [...all(cell, 'v'), ...all(cell, 'is')].map(textOf).join('');
      const column = cell.attributes['r']!.charCodeAt(0) - 'A'.charCodeAt(0);
      cells[column] = cell.attributes['t'] === 's' ? shared[Number(value)]! : value;
    }
    return cells;
  });
}

/** Reads a slide (PPTX) or a text (DOCX). @throws where the zip or the XML is not well formed */
export function readOffice(file: Uint8Array): ReadOffice {
  const entries = unzipSync(file);
  const names = Object.keys(entries);
  const parts: Parts = new Map(
    names.filter((name) => /\.(?:xml|rels)$/.test(name)).map((name) => [name, strFromU8(entries[name]!)]),
  );
  for (const xml of parts.values()) parse(xml);
  const page = parse(parts.get('word/document.xml') ?? parts.get('ppt/slides/slide1.xml')!);
  const core = parse(parts.get('docProps/core.xml')!);
  const property = (name: string): string | null => all(core, name).map(textOf)[0] ?? null;
  const shapes = [...all(page, 'p:cNvPr'), ...all(page, 'wp:docPr')].map(({ attributes }) => attributes);
  const ids = shapes.map(({ id }) => id!);
  const workbook = names.find((name) => name.endsWith('.xlsx'));
  return {
    title: property('dc:title'),
    author: property('dc:creator'),
    written: property('dcterms:created'),
    paragraphs: find(page, 'p').map(wordsOf).filter(Boolean),
    languages: [
      ...new Set(
        [...parts].flatMap(([, xml]) =>
          [...xml.matchAll(/(?:\blang|<w:lang w:val)="([^"]+)"/g)].map(([, code]) => code!),
        ),
      ),
    ],
    tables: find(page, 'tbl').map((table) => find(table, 'tr').map((row) => find(row, 'tc').map(wordsOf))),
    descriptions: shapes.flatMap(({ descr }) => (descr ? [descr] : [])),
    chart: chartOf(parts),
    workbook: workbookOf(workbook === undefined ? undefined : entries[workbook]),
    repeatedIds: ids.filter((id, at) => ids.indexOf(id) !== at),
    missing: missingOf(parts, names),
    untyped: untypedOf(parts, names),
  };
}

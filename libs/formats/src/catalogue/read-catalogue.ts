import { type ByteSource, chunksOf } from '@tallgrunn/tabular';
import { FormatProblem, refused } from '../format-problem.ts';
import type { FormatFinding, DocumentLocation, Reading, Refused } from '../reading.ts';
import { type XmlLimits, xmlLimits } from '../xml/limits.ts';
import { readRecords, type RootAnswer, type XmlRoot } from '../xml/read-records.ts';
import type { CatalogueDocument, CatalogueHead, CatalogueLine } from './catalogue.ts';
import { validateCatalogueHead, validateCatalogueLine } from './validate-catalogue.ts';
import { buildHead, type CatalogueHeadElements, addHeadElement } from './read-catalogue-head.ts';
import { readCatalogueLine } from './read-catalogue-line.ts';

export interface ReadCatalogueOptions {
  readonly signal?: AbortSignal;
  readonly limits?: XmlLimits;
}

/**
 * Output of reading a catalogue, in this order: the head once, the lines, the end. A refusal may come at any point,
 * also after lines.
 */
export type CatalogueOutput =
  | { readonly part: 'head'; readonly head: CatalogueHead; readonly findings: readonly FormatFinding[] }
  | {
      readonly part: 'line';
      readonly line: CatalogueLine;
      readonly place: DocumentLocation;
      readonly findings: readonly FormatFinding[];
    }
  | { readonly part: 'end'; readonly lines: number }
  | { readonly part: 'refused'; readonly refusal: Refused };

/**
 * Limits for catalogues. A line of an agreement's price list has 2–3 kB and may contain a picture; only one line is in
 * memory at a time.
 */
export const catalogueLimits: XmlLimits = { ...xmlLimits, bytesMax: 1024 * 1024 * 1024, recordsMax: 500_000 };

const envelopeParts: Partial<Record<string, RootAnswer>> = {
  StandardBusinessDocument: 'enter',
  StandardBusinessDocumentHeader: 'skip',
};
const namespace = /^urn:oasis:names:(?:specification|tc):ubl:schema:xsd:Catalogue-2$/;

/**
 * Reads one UBL Catalogue by local names, with any prefix, and yields its lines one at a time. Only the current line is
 * in memory; the bytes of pictures and data sheets are never stored.
 * A caller that stores lines must discard them when a refusal follows, because the file was truncated.
 * Refusal codes: `file-empty`, `not-xml`, `xml-encoding`, `xml-doctype`, `xml-truncated`, `xml-damaged`,
 * `xml-too-large`, `not-a-catalogue`, `catalogue-without-lines`. Every other irregularity becomes a finding.
 */
export async function* readCatalogue(
  source: ByteSource,
  fileName: string,
  options: ReadCatalogueOptions = {},
): AsyncGenerator<CatalogueOutput> {
  try {
    yield* readParts(
      chunksOf(source, options.signal ? { signal: options.signal } : {}),
      options.limits ?? catalogueLimits,
    );
  } catch (error) {
    if (!(error instanceof FormatProblem)) throw error;
    yield { part: 'refused', refusal: refused('catalogue', fileName, error) };
  }
}

/** Reads a catalogue into one document. Use it only for catalogues known to be small. */
export async function readWholeCatalogue(
  source: ByteSource,
  fileName: string,
  options: ReadCatalogueOptions = {},
): Promise<Reading<CatalogueDocument>> {
  let head: CatalogueHead | undefined;
  const lines: CatalogueLine[] = [];
  const findings: FormatFinding[] = [];
  for await (const one of readCatalogue(source, fileName, options)) {
    if (one.part === 'refused') return one.refusal;
    if (one.part === 'head') head = one.head;
    if (one.part === 'line') lines.push(one.line);
    if (one.part !== 'end') findings.push(...one.findings);
  }
  if (!head) throw new Error('a catalogue that is read has a head');
  return { ok: true, kind: 'catalogue', name: fileName, document: { ...head, lines }, findings };
}

async function* readParts(chunks: AsyncIterable<Uint8Array>, limits: XmlLimits): AsyncGenerator<CatalogueOutput> {
  const headElements: CatalogueHeadElements = new Map();
  let head: CatalogueHead | undefined;
  let lines = 0;
  const skipped = {
    skipTextOf: new Set(['EmbeddedDocumentBinaryObject']),
    skipRecords: new Set(['UBLExtensions', 'Signature']),
  };
  for await (const element of readRecords(chunks, { onRoot: admitCatalogue, ...skipped, limits })) {
    if (element.name !== 'CatalogueLine') {
      addHeadElement(headElements, element);
      continue;
    }
    if (!head) {
      head = buildHead(headElements);
      yield { part: 'head', head, findings: validateCatalogueHead(head) };
    }
    lines += 1;
    const line = readCatalogueLine(element);
    const place = { path: `/Catalogue/CatalogueLine[${lines}]`, line: element.line };
    yield { part: 'line', line, place, findings: validateCatalogueLine(line, head, place) };
  }
  if (lines === 0) throw new FormatProblem('catalogue-without-lines', {}, { path: '/Catalogue' });
  yield { part: 'end', lines };
}

function admitCatalogue(root: XmlRoot): RootAnswer {
  const envelope = envelopeParts[root.name];
  if (envelope) return envelope;
  if (root.name === 'Catalogue' && namespace.test(root.namespace)) return 'read';
  throw new FormatProblem(
    'not-a-catalogue',
    { root: root.name, namespace: root.namespace || '–' },
    { path: `/${root.name}`, line: root.line },
  );
}

import { type ByteSource, openZip, type ZipEntry, type ZipFile } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { finding } from '../finding.ts';
import type { Footprint } from '../footprint/footprint.ts';
import { FormatProblem } from '../format-problem.ts';
import type { FormatFinding } from '../reading.ts';
import { buildEpdFootprint } from './build-epd-footprint.ts';
import { validateEpd } from './validate-epd.ts';
import { readFlowXml, readProcessXml, readReferenceUnit, readUnitGroupId, type ReadFlow } from './read-epd-xml.ts';
import type { PublishedEpd } from './published-epd.ts';

export interface ReadEpds {
  readonly footprints: Footprint[];
  readonly findings: FormatFinding[];
}

const sidecars = /(^|\/)(__MACOSX\/|\.)/;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const DOCUMENTS_MAX = 20;
/** Maximum number of cached flows of an archive. Each has a few names, numbers and properties. */
const FLOWS_MAX = 200;

/**
 * Reads an ILCD archive. Every process data set is one EPD; its flow, flow properties and units are looked up by id.
 * Entries are unpacked one at a time. An unusable data set gets a finding of severity blocksRow.
 * @throws FormatProblem 'epd-archive-empty' | 'too-many-footprints', the first problem when no data set is usable, and
 * the errors of the zip reader
 */
export async function readEpdArchive(source: ByteSource, today: string | null): Promise<ReadEpds> {
  const zip = await openZip(source);
  const entries = zip.entries.filter(({ name }) => !sidecars.test(name));
  const processes = entries.filter(({ name }) => /(^|\/)processes\/[^/]+\.xml$/i.test(name));
  if (processes.length === 0) throw new FormatProblem('epd-archive-empty', { found: entries.length });
  if (processes.length > limits.declaration.footprintsMax)
    throw new FormatProblem('too-many-footprints', { limit: limits.declaration.footprintsMax });
  const pdfs = entries.filter(({ name }) => /\.pdf$/i.test(name)).map(({ name }) => name.split('/').at(-1) ?? name);
  const parts = new ArchiveParts(zip, entries);
  const read: ReadEpds = { footprints: [], findings: [] };
  let problem: FormatProblem | null = null;
  for (const entry of processes) {
    const place = { path: entry.name };
    try {
      const stated = await parts.epdOf(entry, processes.length === 1 ? pdfs : []);
      const built = buildEpdFootprint(stated);
      read.footprints.push(built.footprint);
      read.findings.push(...validateEpd(stated, built, place, today));
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      problem ??= error;
      read.findings.push(finding(error.code, 'blocksRow', { place, params: error.params }));
    }
  }
  if (read.footprints.length === 0) throw problem ?? new FormatProblem('epd-archive-empty', { found: entries.length });
  return read;
}

/** Data sets of an archive by kind and id. Each is read once; flows are cached up to FLOWS_MAX. */
class ArchiveParts {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #flows = new Map<string, Promise<ReadFlow | null>>();
  readonly #units = new Map<string, Promise<string | null>>();

  constructor(zip: ZipFile, entries: readonly ZipEntry[]) {
    this.#zip = zip;
    for (const entry of entries) {
      const kind = /(?:^|\/)(flows|flowproperties|unitgroups)\/[^/]+\.xml$/i.exec(entry.name)?.[1]?.toLowerCase();
      const id = ID.exec(entry.name.split('/').at(-1) ?? '')?.[0].toLowerCase();
      if (kind && id) this.#entries.set(`${kind}/${id}`, entry);
    }
  }

  async epdOf(entry: ZipEntry, pdfs: readonly string[]): Promise<PublishedEpd> {
    const { stated, flowId } = await readProcessXml(this.#zip.read(entry));
    const flow = flowId === null ? null : await this.#flow(flowId);
    const documents = [...new Set([...stated.documents, ...pdfs])].slice(0, DOCUMENTS_MAX);
    return { ...stated, documents, flow: flow === null ? stated.flow : { ...stated.flow, ...flow } };
  }

  /**
   * Returns a flow from the cache, or reads it. Several processes may share one flow. A full cache drops its oldest
   * entry.
   */
  #flow(id: string): Promise<ReadFlow | null> {
    const known = this.#flows.get(id);
    if (known) return known;
    const [oldest] = this.#flows.size < FLOWS_MAX ? [] : this.#flows.keys();
    if (oldest !== undefined) this.#flows.delete(oldest);
    const read = this.#readFlow(id);
    this.#flows.set(id, read);
    return read;
  }

  async #readFlow(id: string): Promise<ReadFlow | null> {
    const entry = this.#entries.get(`flows/${id}`);
    if (!entry) return null;
    const flow = await readFlowXml(this.#zip.read(entry));
    const properties = await Promise.all(
      flow.properties.map(async (each) => ({
        ...each,
        unit: each.reference && each.id !== null ? await this.#unitOf(each.id) : null,
      })),
    );
    return { ...flow, properties };
  }

  /** Returns the unit of a flow property, or null when its data sets are not in the archive. */
  #unitOf(propertyId: string): Promise<string | null> {
    const known = this.#units.get(propertyId) ?? this.#readUnit(propertyId);
    this.#units.set(propertyId, known);
    return known;
  }

  async #readUnit(propertyId: string): Promise<string | null> {
    const property = this.#entries.get(`flowproperties/${propertyId}`);
    const groupId = property ? await readUnitGroupId(this.#zip.read(property)) : null;
    const group = groupId === null ? undefined : this.#entries.get(`unitgroups/${groupId}`);
    return group ? readReferenceUnit(this.#zip.read(group)) : null;
  }
}

import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits } from '../table.ts';
import { openZip, readEntry } from '../zip/open-zip.ts';
import type { ZipFile } from '../zip/open-zip.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { attribute, xmlReader } from './read-xml.ts';
import type { XmlHandlers } from './read-xml.ts';

export interface Relationship {
  id: string;
  /** last segment of the type: "worksheet", "sharedStrings"; the same in strict and transitional files */
  type: string;
  /** part name without leading slash, or an external address */
  target: string;
}

/** The parts of an Office document, by name without leading slash; names are not case-sensitive (ECMA-376 part 2). */
export interface OfficePackage {
  zip: ZipFile;
  part(name: string): ZipEntry | undefined;
  relationshipsOf(part: string): Promise<Relationship[]>;
}

const RELATIONSHIPS_BYTES_MAX = 16 * 1024 * 1024;
const partKey = (name: string) => name.replace(/^\/+/, '').toLowerCase();

/** Resolves a target relative to a part: "../drawings/d.xml" from "xl/worksheets/sheet1.xml". */
function resolveTarget(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export async function readPart(
  zip: ZipFile,
  entry: ZipEntry,
  handlers: XmlHandlers,
  bytesMax = RELATIONSHIPS_BYTES_MAX,
): Promise<void> {
  const reader = xmlReader({ part: entry.name }, handlers);
  reader.write(await readEntry(zip, entry, bytesMax));
  reader.end();
}

export async function openPackage(source: ByteSource, limits: ReadLimits): Promise<OfficePackage> {
  const zip = await openZip(source, limits.zip);
  const parts = new Map<string, ZipEntry>();
  for (const entry of zip.entries) {
    const key = partKey(entry.name);
    if (parts.has(key)) throw new ReadProblem('workbook-damaged', { part: entry.name, reason: 'twice' });
    if (!key.endsWith('/')) parts.set(key, entry);
  }
  const part = (name: string) => parts.get(partKey(name));

  async function relationshipsOf(name: string): Promise<Relationship[]> {
    const cut = name.lastIndexOf('/') + 1;
    const entry = part(`${name.slice(0, cut)}_rels/${name.slice(cut)}.rels`);
    const found: Relationship[] = [];
    if (!entry) return found;
    await readPart(zip, entry, {
      open(tag, attributes) {
        const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attribute(attributes, key));
        if (tag !== 'Relationship' || !id || !type || !target || attribute(attributes, 'TargetMode') === 'External')
          return;
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolveTarget(name, target) });
      },
    });
    return found;
  }
  return { zip, part, relationshipsOf };
}

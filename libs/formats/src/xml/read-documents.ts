import { type ByteSource, chunksOf, openZip, ReadProblem, type ZipEntry } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { refused } from '../format-problem.ts';
import type { DocumentKind, Reading } from '../reading.ts';

export interface ReadDocumentsOptions {
  readonly signal?: AbortSignal;
}

export type ReadOneDocument<D> = (
  chunks: AsyncIterable<Uint8Array>,
  options: { readonly name: string },
) => Promise<Reading<D>>;

const table = /\.(csv|tsv|xls|xlsx|xlsm|xlsb|ods)$/i;
const sidecars = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/;

/**
 * Reads one XML document, or every `.xml` inside a zip, one at a time. Only the current document is in memory.
 * An unreadable document becomes a refusal and the next one is tried. A zip that cannot be opened is one refusal. Other
 * files in a zip, such as PDF copies, are skipped. A zip or table inside it may contain spend and is refused by name.
 */
export async function* readDocuments<D>(
  kind: DocumentKind,
  readOne: ReadOneDocument<D>,
  source: ByteSource,
  fileName: string,
  options: ReadDocumentsOptions = {},
): AsyncGenerator<Reading<D>> {
  if (source.size > limits.spend.sizeBytesMax) {
    yield refused(kind, fileName, {
      code: 'too-large',
      params: { found: source.size, expected: limits.spend.sizeBytesMax },
    });
    return;
  }
  if (!(await isZip(source))) return yield await readOne(chunksOf(source, options), { name: fileName });
  try {
    const zip = await openZip(source);
    const documents = zip.entries.filter((entry) => /\.xml$/i.test(entry.name) && !sidecars.test(entry.name));
    const inner = zip.entries.filter((entry) => /\.zip$/i.test(entry.name) && !sidecars.test(entry.name));
    const tables = zip.entries.filter(
      (entry) =>
        table.test(entry.name) &&
        !sidecars.test(entry.name) &&
        (documents.length === 0 || /\.(csv|tsv)$/i.test(entry.name)),
    );
    if (documents.length + inner.length + tables.length === 0)
      yield refused(kind, fileName, { code: 'zip-without-documents', params: {} });
    for (const { name } of inner)
      yield refused(kind, `${fileName}/${name}`, { code: 'zip-in-zip', params: { found: name } });
    for (const { name } of tables)
      yield refused(kind, `${fileName}/${name}`, { code: 'zip-with-table', params: { found: name } });
    for (const entry of documents) {
      options.signal?.throwIfAborted();
      yield await readZipEntry(kind, readOne, zip.read(entry, options), entry, fileName);
    }
  } catch (error) {
    yield toRefusal(kind, error, fileName);
  }
}

async function isZip(source: ByteSource): Promise<boolean> {
  const [p, k, third] = await source.read(0, 4);
  return p === 0x50 && k === 0x4b && (third === 3 || third === 5);
}

async function readZipEntry<D>(
  kind: DocumentKind,
  readOne: ReadOneDocument<D>,
  chunks: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  fileName: string,
): Promise<Reading<D>> {
  const name = `${fileName}/${entry.name}`;
  try {
    return await readOne(chunks, { name });
  } catch (error) {
    return toRefusal(kind, error, name);
  }
}

function toRefusal(kind: DocumentKind, error: unknown, name: string): Reading<never> {
  if (error instanceof ReadProblem) return refused(kind, name, error);
  throw error;
}

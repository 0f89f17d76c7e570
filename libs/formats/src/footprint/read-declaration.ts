import { type ByteSource, chunksOf, ReadProblem } from '@tallgrunn/tabular';
import { limits } from '@tallgrunn/values';
import { buildEpdFootprint } from '../epd/build-epd-footprint.ts';
import { validateEpd } from '../epd/validate-epd.ts';
import { readEpdArchive } from '../epd/read-epd-archive.ts';
import { readProcessXml } from '../epd/read-epd-xml.ts';
import { FormatProblem, refused } from '../format-problem.ts';
import type { Reading } from '../reading.ts';
import type { DeclarationDocument } from './footprint.ts';
import { readJsonDeclaration, type FootprintOptions } from './read-json-declaration.ts';

interface DeclarationOptions extends FootprintOptions {
  readonly signal?: AbortSignal;
}

/**
 * Reads a supplier's declarations. The content decides the format: JSON (PACT, or an EPD exported by soda4LCA), one
 * ILCD+EPD data set in XML, or an archive of such data sets.
 * A PDF is refused with `pdf-no-figures`, because it can only be an attachment.
 */
export async function readDeclaration(
  source: ByteSource,
  options: DeclarationOptions = {},
): Promise<Reading<DeclarationDocument>> {
  const { name = '', today = null } = options;
  try {
    return await readByContent(source, { ...options, name, today });
  } catch (error) {
    if (error instanceof FormatProblem || error instanceof ReadProblem) return refused('declaration', name, error);
    throw error;
  }
}

async function readByContent(
  source: ByteSource,
  { name, today, signal }: { name: string; today: string | null; signal?: AbortSignal },
): Promise<Reading<DeclarationDocument>> {
  const { sizeBytesMax } = limits.declaration;
  if (source.size === 0) throw new FormatProblem('file-empty');
  if (source.size > sizeBytesMax) throw new FormatProblem('json-too-large', { limit: sizeBytesMax });
  const kind = detectKind(await source.read(0, Math.min(64, source.size)));
  if (kind === 'pdf') throw new FormatProblem('pdf-no-figures');
  if (kind === 'zip')
    return { ok: true, kind: 'declaration', name, ...documentOf(await readEpdArchive(source, today)) };
  if (kind === 'json') return readJsonDeclaration(await bytesOf(source, signal), { name, ...(today ? { today } : {}) });
  const { stated } = await readProcessXml(chunksOf(source, signal ? { signal } : {}));
  const built = buildEpdFootprint(stated);
  return {
    ok: true,
    kind: 'declaration',
    name,
    ...documentOf({
      footprints: [built.footprint],
      findings: validateEpd(stated, built, { path: '/processDataSet' }, today),
    }),
  };
}

function documentOf({ footprints, findings }: Awaited<ReturnType<typeof readEpdArchive>>): {
  document: DeclarationDocument;
  findings: typeof findings;
} {
  return { document: { format: 'ilcd-epd', footprints }, findings };
}

/** Detects the kind by the first bytes. Everything unrecognised goes to the JSON reader, which reports it. */
function detectKind(head: Uint8Array): 'zip' | 'xml' | 'pdf' | 'json' {
  const [first, second] = head;
  if (first === 0x50 && second === 0x4b) return 'zip';
  if (String.fromCharCode(...head.subarray(0, 5)) === '%PDF-') return 'pdf';
  const content = [...head].filter(
    (byte) =>
      byte !== 0 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xff && byte !== 0xfe && byte > 0x20,
  );
  return content[0] === 0x3c ? 'xml' : 'json';
}

async function bytesOf(source: ByteSource, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(source.size);
  let at = 0;
  for await (const chunk of chunksOf(source, signal ? { signal } : {})) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

import { readDeclaration, type DeclarationDocument, type Footprint, type FormatFinding } from '@tallgrunn/formats';
import { serveRequests, openFile, type ResponseWriter } from '@tallgrunn/platform/subprocess';

// Separate process that reads one file of footprints. The parent stops it when it exceeds its time or memory limit. It
// has no access to the database or the network.

export interface FootprintsRequest {
  readonly path: string;
  readonly name: string;
  readonly today: string;
}

export interface FootprintsHead {
  readonly format: DeclarationDocument['format'];
  readonly count: number;
  readonly findings: readonly FormatFinding[];
}

/** Messages of the process: either the reason for rejecting the file, or the head followed by batches of footprints. */
export type FootprintsOutput =
  | { readonly refused: { readonly code: string; readonly findings: readonly FormatFinding[] } }
  | { readonly head: FootprintsHead }
  | { readonly footprints: readonly Footprint[] };

async function read({ path, name, today }: FootprintsRequest, teller: ResponseWriter): Promise<void> {
  const source = await openFile(path);
  const reading = await readDeclaration(source, { name, today }).finally(() => source.close());
  if (!reading.ok)
    return teller.send({ refused: { code: reading.code, findings: reading.findings } } satisfies FootprintsOutput);
  const { format, footprints } = reading.document;
  await teller.send({
    head: { format, count: footprints.length, findings: reading.findings },
  } satisfies FootprintsOutput);
  for (const footprint of footprints) await teller.collect('footprints', footprint);
  await teller.flush('footprints');
}

await serveRequests(read);

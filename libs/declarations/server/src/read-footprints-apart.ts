import { readDeclaration, type DeclarationDocument, type Footprint, type FormatFinding } from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';

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
export type FootprintsSaid =
  | { readonly refused: { readonly code: string; readonly findings: readonly FormatFinding[] } }
  | { readonly head: FootprintsHead }
  | { readonly footprints: readonly Footprint[] };

async function read({ path, name, today }: FootprintsRequest, teller: Teller): Promise<void> {
  const source = await openFile(path);
  const reading = await readDeclaration(source, { name, today }).finally(() => source.close());
  if (!reading.ok)
    return teller.say({ refused: { code: reading.code, findings: reading.findings } } satisfies FootprintsSaid);
  const { format, footprints } = reading.document;
  await teller.say({ head: { format, count: footprints.length, findings: reading.findings } } satisfies FootprintsSaid);
  for (const footprint of footprints) await teller.gather('footprints', footprint);
  await teller.flush('footprints');
}

await answerApart(read);

import { readDeclaration, type DeclarationDocument, type Footprint, type FormatFinding } from '@tallgrunn/formats';
import { answerApart, openFile, type Teller } from '@tallgrunn/platform/apart';

// A program of its own: reads one file of footprints, and is stopped from outside when it takes too much. It reaches no database and no network.

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

/** Why nothing can be used; or the head, and then the footprints some at a time. */
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

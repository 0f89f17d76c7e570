import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importRelease, publishers, ReleaseProblem, type Publisher } from '@tallgrunn/factor-book-server';
import { readConfig } from '@tallgrunn/platform';
import { blobSource, ReadProblem } from '@tallgrunn/tabular';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

const help = `Usage: npm run -s tallgrunn -- import factors PUBLISHER FILE [--copied-from URL]

Lays a publisher's file of emission factors down as an immutable release, for whoever runs the service. Nothing of it is in force: it stands in
the comparison of the factor book, and a choice that names one of its factors still needs two persons.

  PUBLISHER           ${Object.keys(publishers).join(', ')}
  --copied-from URL   whose copy the file is, when it is not the publisher's own

Prints {"id", "factors", "added"}; the same file again adds nothing.`;

async function run(words: string[], output: Output): Promise<ExitCode> {
  const options = { 'copied-from': { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  const [publisher, file] = positionals;
  if (!publisher || !file || positionals.length > 2) throw new WrongUsage('Name the publisher and the file.');
  if (!(publisher in publishers)) throw new WrongUsage(`There is no publisher ${publisher}: choose among ${Object.keys(publishers).join(', ')}.`);
  try {
    await output.line(await importRelease(readConfig().ownerUrl, publisher as Publisher, blobSource(await openAsBlob(file)), path.basename(file), values['copied-from'] ?? null));
    return exit.fine;
  } catch (error) {
    if (!(error instanceof ReleaseProblem || error instanceof ReadProblem)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

export const importFactors: Command = { help, run };

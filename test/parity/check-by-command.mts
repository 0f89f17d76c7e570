import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCli, cliBundle } from '../../tools/build/build-cli.mts';
import type { Case } from './corpus.ts';

// Subprocess: checks the files of a corpus folder with the built command line. Prints its output, one line per file.

interface Bundle {
  tallgrunn(words: string[], output: unknown): Promise<number>;
  outputTo(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): unknown;
}

const [corpus] = process.argv.slice(2) as [string];
await buildCli();
const { tallgrunn, outputTo } = (await import(cliBundle)) as Bundle;
const output = outputTo(process.stdout, process.stderr);
const cases = JSON.parse(await readFile(path.join(corpus, 'cases.json'), 'utf8')) as Case[];
process.chdir(corpus);
for (const [asked, together] of Map.groupBy(cases, (each) => each.asked)) {
  await tallgrunn(
    [
      'check',
      ...together.map(({ name }) => name),
      '--terms',
      `${asked}.terms.json`,
      '--context',
      `${asked}.context.json`,
      '--json',
    ],
    output,
  );
}

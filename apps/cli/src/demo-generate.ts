import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateWorld } from '@tallgrunn/demo-world';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';

const help = `Usage: npm run -s tallgrunn -- demo generate --profile light --seed N --out DIR

Writes the files of the demo world, which is fictional, and truth.json: what truly happened and every planted error.
The same seed makes the same bytes.

  --profile light   three agreements, four suppliers, seven buyers, six quarters
  --seed N          a whole number from 0 to 4294967295; 1 when left out
  --out DIR         the folder to write into; made when it is missing

Prints {"out", "profile", "seed", "files", "bytes"}.`;

const seedMax = 0xffffffff;

function seedFrom(word: string): number {
  const seed = Number(word);
  if (!/^\d+$/.test(word) || seed > seedMax) throw new WrongUsage(`--seed is a whole number from 0 to ${seedMax}, and not "${word}".`);
  return seed;
}

async function run(words: string[], output: Output): Promise<ExitCode> {
  const options = { profile: { type: 'string', default: 'light' }, seed: { type: 'string', default: '1' }, out: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: words, options });
  const { profile, out } = values;
  if (profile !== 'light') throw new WrongUsage(`--profile is light, and not "${profile}".`);
  if (out === undefined) throw new WrongUsage('--out is missing: name the folder to write into.');
  const seed = seedFrom(values.seed);
  let files = 0;
  let bytes = 0;
  for await (const { path: place, bytes: content } of generateWorld({ profile, seed })) {
    const target = path.join(out, place);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
    files += 1;
    bytes += content.length;
  }
  await output.line({ out, profile, seed, files, bytes });
  return exit.fine;
}

export const demoGenerate: Command = { help, run };

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateWorld, profiles, type Profile } from '@tallgrunn/demo-world';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';

const help = `Usage: npm run -s tallgrunn -- demo generate [--profile light|full] --seed N --out DIR

Writes the files of the demo world, which is fictional, and truth.json: the true events and every planted error.
The same seed makes the same bytes.

  --profile light   three agreements, four suppliers, seven buyers, six quarters; the default
  --profile full    eight agreements and one before, twelve suppliers, nine buyers, sixteen quarters, about 75,000 delivery lines a
                    year; 225 MB
  --seed N          a whole number from 0 to 4294967295; 1 when left out
  --out DIR         the folder to write into; created if it does not exist

Prints {"out", "profile", "seed", "files", "bytes", "seconds", "memoryMb"}: memoryMb is the peak memory of the process.`;

const seedMax = 0xffffffff;

function seedFrom(word: string): number {
  const seed = Number(word);
  if (!/^\d+$/.test(word) || seed > seedMax)
    throw new WrongUsage(`--seed is a whole number from 0 to ${seedMax}, and not "${word}".`);
  return seed;
}

const isProfile = (word: string): word is Profile => (profiles as readonly string[]).includes(word);

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const options = {
    profile: { type: 'string', default: 'light' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: argv, options });
  const { profile, out } = values;
  if (!isProfile(profile)) throw new WrongUsage(`--profile is ${profiles.join(' or ')}, and not "${profile}".`);
  if (out === undefined) throw new WrongUsage('--out is missing: name the folder to write into.');
  const seed = seedFrom(values.seed);
  const begun = performance.now();
  let files = 0;
  let bytes = 0;
  for await (const { path: place, bytes: content } of generateWorld({ profile, seed })) {
    const target = path.join(out, place);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
    files += 1;
    bytes += content.length;
  }
  await output.line({
    out,
    profile,
    seed,
    files,
    bytes,
    seconds: Math.round((performance.now() - begun) / 1000),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  return exit.fine;
}

export const demoGenerate: Command = { help, run };

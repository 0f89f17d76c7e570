import { parseArgs } from 'node:util';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import { codeOf, fileFinding, languageOf } from './finding.ts';
import { openFile } from './open-file.ts';
import type { Output } from './output.ts';
import { notYet, readers } from './reading/readers.ts';
import type { Reader, Reading } from './reading/reader.ts';

const help = `Usage: npm run -s tallgrunn -- read FILE... --as KIND [--lang nb|nn|en] [--profile PROFILE] --json

Reads files and prints what is in them: one JSON object a line for each file, in the order given
(a zip with several invoices gives a line for each, with its name inside the zip as "entry").

  --as KIND      ${[...Object.keys(readers), ...notYet].join(', ')}
  --profile P    for ledger: the name of a profile that comes along, or a JSON file with one
  --lang LANG    language of the messages; nb when left out
  --json         print JSON (the only form there is, so it may be left out)

Each line: {file, ok, kind, document, findings}; when ok is false: code says why, and document is null.
Kinds not read yet (${notYet.join(', ')}) answer ok false with the code kind-not-yet.`;

async function readOne(reader: Reader | undefined, kind: string, reading: Omit<Reading, 'source'>): Promise<ExitCode> {
  const { file, language, output } = reading;
  const refuse = (code: string) => output.line({ file, ok: false, kind, code, document: null, findings: [fileFinding(code, file, language)] });
  let source;
  try {
    source = await openFile(file);
    if (reader) return (await reader({ ...reading, source })) ? exit.fine : exit.blocked;
    await refuse('kind-not-yet');
    return exit.blocked;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'internal-error') output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
    await refuse(code);
    return code === 'internal-error' ? exit.fault : exit.blocked;
  } finally {
    await source?.close();
  }
}

async function run(words: string[], output: Output): Promise<ExitCode> {
  const options = { as: { type: 'string' }, lang: { type: 'string' }, profile: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals: files } = parseArgs({ args: words, options, allowPositionals: true });
  const kind = values.as ?? '';
  const reader = readers[kind];
  if (!reader && !notYet.includes(kind)) throw new WrongUsage(`--as is one of ${[...Object.keys(readers), ...notYet].join(', ')}.`);
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  const language = languageOf(values.lang);
  let worst: ExitCode = exit.fine;
  for (const file of files) {
    const code = await readOne(reader, kind, { file, language, output, profile: values.profile });
    if (code > worst) worst = code;
  }
  return worst;
}

export const read: Command = { help, run };

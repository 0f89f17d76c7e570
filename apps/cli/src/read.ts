import { parseArgs } from 'node:util';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import { errorCodeOf, fileFinding, languageOf } from './finding.ts';
import { openFile } from './open-file.ts';
import { OutputClosed, type Output } from './output.ts';
import { ledgerProfileFrom, profileIds } from './reading/ledger-profile.ts';
import { readers } from './reading/readers.ts';
import type { Reader, Reading } from './reading/reader.ts';

const kinds = Object.keys(readers).join(', ');
const help = `Usage: npm run -s tallgrunn -- read FILE... --as KIND [--lang nb|nn|en] [--profile PROFILE] --json

Reads files and prints what is in them: one JSON object a line for each file, in the order given.

  --as KIND      ${kinds}
  --profile P    for ledger: a JSON file with a profile, or a built-in one:
                 ${profileIds.join(', ')};
                 the one that fits best when left out
  --lang LANG    language of the messages; nb when left out
  --json         print JSON (the only form there is, so it may be left out)

Each line: {file, ok, kind, document, findings}. When ok is false, code says why and document is null.
A kind that is not read yet answers ok false with the code document-type-not-supported.`;

async function readOne(reader: Reader, kind: string, reading: Omit<Reading, 'source'>): Promise<ExitCode> {
  const { file, language, output } = reading;
  const refuse = (code: string) =>
    output.line({ file, ok: false, kind, code, document: null, findings: [fileFinding(code, file, language)] });
  let source;
  try {
    source = await openFile(file);
    return (await reader({ ...reading, source })) ? exit.fine : exit.blocked;
  } catch (error) {
    if (error instanceof OutputClosed) throw error;
    const code = errorCodeOf(error);
    if (code === 'internal-error') output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
    await refuse(code);
    return code === 'internal-error' ? exit.fault : exit.blocked;
  } finally {
    await source?.close();
  }
}

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const options = {
    as: { type: 'string' },
    lang: { type: 'string' },
    profile: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  const kind = values.as ?? '';
  const reader = readers[kind];
  if (!reader) throw new WrongUsage(`--as is one of ${kinds}.`);
  if (files.length === 0) throw new WrongUsage('Name at least one file.');
  const language = languageOf(values.lang);
  if (values.profile !== undefined) await ledgerProfileFrom(values.profile);
  let worst: ExitCode = exit.fine;
  for (const file of files) {
    const code = await readOne(reader, kind, { file, language, output, profile: values.profile });
    if (code > worst) worst = code;
  }
  return worst;
}

export const read: Command = { help, run };

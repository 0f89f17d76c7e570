import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { WriteEvidencePack } from '@tallgrunn/emissions-server';
import { Problem, UnitOfWork } from '@tallgrunn/platform';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions, withRoomsAs } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- evidence RUN --out FILE.zip [--as EMAIL] [--for NAME]

Writes the evidence pack of an emission run: every line with the values its formula uses, factors with licence, series, decisions, sources, the method in
three languages, a workbook with formulas, and what the engine read. A third party can recalculate the total from it alone.

  --out FILE     the zip to write; a file that is there is left as it is
${actingHelp}

Prints {"run", "file", "bytes"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { out: { type: 'string' }, json: { type: 'boolean' }, ...actingOptions },
    allowPositionals: true,
  });
  const [word = ''] = positionals;
  if (positionals.length !== 1 || !/^[1-9]\d{0,8}$/.test(word)) throw new WrongUsage('Say which run: a whole number.');
  const { out } = values;
  if (out === undefined) throw new WrongUsage('--out is missing: name the zip to write.');
  if (await stat(out).catch(() => null)) throw new WrongUsage(`${out} already exists: name another file.`);
  return withRoomsAs(values, async (app, actor) => {
    try {
      const bytes = await app
        .get(UnitOfWork, { strict: false })
        .run(actor, () => writePieces(app.get(WriteEvidencePack, { strict: false }).bytes(Number(word)), out));
      await output.line({ run: Number(word), file: out, bytes });
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Problem && error.getStatus() === 404)) throw error;
      output.log(`There is no run ${word}.`);
      return exit.blocked;
    }
  });
}

/** Writes pieces to a file as they come, and returns the number of bytes. The file is created with the first piece. */
async function writePieces(pieces: AsyncIterable<Uint8Array>, file: string): Promise<number> {
  let bytes = 0;
  let stream: ReturnType<typeof createWriteStream> | undefined;
  for await (const piece of pieces) {
    stream ??= createWriteStream(file, { flags: 'wx' });
    bytes += piece.length;
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream?.end();
  if (stream) await once(stream, 'finish');
  return bytes;
}

export const writeEvidence: Command = { help, run };

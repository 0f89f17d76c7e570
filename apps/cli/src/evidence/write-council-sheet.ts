import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ListPublications } from '@tallgrunn/emissions-server';
import { DownloadCouncilSheet, sheetFormats, type SheetFormat } from '@tallgrunn/insight-server';
import { Problem, UnitOfWork, type Actor } from '@tallgrunn/platform';
import { requirePermission } from '../acts/act.ts';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import { languageOf } from '../finding.ts';
import { findOrganisation } from '../import/find-organisation.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions, withRoomsAs } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- council-sheet CASE --out FILE [--buyer WHO] [--lang nb|nn|en] [--as EMAIL] [--for NAME]

Writes the council sheet of a publication: one page for those who decide. CASE is the case number of the publication; of several, the newest is taken.

  --out FILE     the file to write: .pdf (PDF/UA-1), .pptx or .docx; a file that is there is left as it is
  --buyer WHO    one municipality of the publication, by organisation number, municipality number or name; without it, all
  --lang CODE    nb (default), nn or en
${actingHelp}

Prints {"publication", "run", "buyer", "file", "bytes"}, where buyer is the id of an organisation or null. Exit code 1 when there is no such
publication, or when it contains nothing of the municipality; stderr says which.`;

/** Returns the format that the name of a file ends in. @throws WrongUsage for another ending, or when the file exists */
async function formatOf(out: string | undefined): Promise<SheetFormat> {
  if (out === undefined) throw new WrongUsage('--out is missing: name the file to write.');
  const ending = path.extname(out).slice(1).toLowerCase();
  const format = sheetFormats.find((each) => each === ending);
  if (!format)
    throw new WrongUsage(`--out ${out}: the name must end in ${sheetFormats.map((each) => `.${each}`).join(', ')}.`);
  if (await stat(out).catch(() => null)) throw new WrongUsage(`${out} already exists: name another file.`);
  return format;
}

/** Reading as the product itself needs no permission; a person needs that of the page. */
const requireReader = (actor: Actor): void => {
  if (actor.side !== 'system') requirePermission(actor, 'emissions.read');
};

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const own = { out: { type: 'string' }, buyer: { type: 'string' }, lang: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...own, json: { type: 'boolean' }, ...actingOptions },
    allowPositionals: true,
  });
  const [caseNumber] = positionals;
  if (caseNumber === undefined || positionals.length > 1)
    throw new WrongUsage('State the case number of one publication.');
  const [format, language] = [await formatOf(values.out), languageOf(values.lang)];
  return withRoomsAs(values, async (app, actor) => {
    requireReader(actor);
    const buyerId =
      values.buyer === undefined ? null : await findOrganisation(app, actor, 'buyer', '--buyer', values.buyer);
    try {
      const made = await app.get(UnitOfWork, { strict: false }).run(actor, async () => {
        const published = await app.get(ListPublications, { strict: false }).run();
        const publication = published.find((each) => each.caseNumber === caseNumber);
        if (!publication) return null;
        const sheet = app.get(DownloadCouncilSheet, { strict: false });
        return { publication, file: await sheet.run(publication.id, { buyerId, language, format }) };
      });
      if (!made) {
        output.log(`There is no publication with the case number ${caseNumber}.`);
        return exit.blocked;
      }
      const { publication, file } = made;
      await writeFile(values.out ?? file.name, file.bytes, { flag: 'wx' });
      await output.line({
        publication: publication.id,
        run: publication.run,
        buyer: buyerId,
        file: values.out,
        bytes: file.bytes.length,
      });
      return exit.fine;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      output.log(`The publication ${caseNumber} contains nothing of this municipality (${error.code}).`);
      return exit.blocked;
    }
  });
}

export const writeCouncilSheet: Command = { help, run };

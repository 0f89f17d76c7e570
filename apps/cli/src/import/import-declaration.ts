import { parseArgs } from 'node:util';
import { SubmitDeclaration } from '@tallgrunn/declarations-server';
import { UnitOfWork, type Actor } from '@tallgrunn/platform';
import { limits } from '@tallgrunn/values';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import { runPendingJobs } from '../demo-load/run-pending-jobs.ts';
import type { Output } from '../output.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { findOrganisation } from './find-organisation.ts';
import { importFiles, type ImportOne } from './import-files.ts';

const help = `Usage: npm run -s tallgrunn -- import declaration FILE... [--supplier WHO] [--as EMAIL] --json

Imports a supplier's EPDs (ILCD+EPD archive or XML, soda4LCA JSON) and PACT product footprints (JSON), and links them to its items.
They are shown alongside the figures, and used only once they are approved.

  --supplier WHO   whose they are: organisation number or name; not needed when --as acts for a supplier
${actingHelp}

Each line: {file, kind, ok, declaration}. declaration has number, footprints, linked, findings.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const options = { supplier: { type: 'string' }, json: { type: 'boolean' }, ...actingOptions } as const;
  const { values, positionals: files } = parseArgs({ args: argv, options, allowPositionals: true });
  const prepare = async (app: Parameters<ImportOne>[1], actor: Actor): Promise<ImportOne> => {
    const own = actor.side === 'supplier' ? actor.organisationId : null;
    const supplierId =
      values.supplier === undefined
        ? own
        : await findOrganisation(app, actor, 'supplier', '--supplier', values.supplier);
    if (supplierId === null) throw new WrongUsage('State with --supplier whose declarations these are.');
    return async (file) => {
      const declaration = await app
        .get(UnitOfWork, { strict: false })
        .run(actor, () => app.get(SubmitDeclaration, { strict: false }).run(file, supplierId));
      await runPendingJobs(app).until();
      return { ok: true, declaration };
    };
  };
  return importFiles(
    { kind: 'declaration', files, acting: values, sizeBytesMax: limits.declaration.sizeBytesMax, prepare },
    output,
  );
}

export const importDeclaration: Command = { help, run };

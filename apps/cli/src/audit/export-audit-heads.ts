import { parseArgs } from 'node:util';
import { exportAuditHeads, sealAudit } from '@tallgrunn/app-server';
import { readConfig } from '@tallgrunn/platform';
import { exit, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- audit export-heads [--to FOLDER]

Seals what is not sealed yet and adds the head of every chain to the file of the day, as the worker does once a day. Copy the file to
where no one with access to the database can change it: what comes before a head can then not be changed unnoticed.

  --to FOLDER   audit-heads in the data folder, or TALLGRUNN_AUDIT_HEADS, when left out

Prints one line a head: {"cooperativeId", "sequence", "hash", "sealedAt"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { to: { type: 'string' }, json: { type: 'boolean' } } });
  const config = readConfig();
  await openRooms(async (app) => {
    await sealAudit(app, true);
    const { file, heads } = await exportAuditHeads(app, {
      ...config,
      ...(values.to && { auditHeadsFolder: values.to }),
    });
    for (const head of heads) await output.line(head);
    output.log(file);
  });
  return exit.fine;
}

export const exportAuditHeadsCommand: Command = { help, run };

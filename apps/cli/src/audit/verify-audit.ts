import { parseArgs } from 'node:util';
import { sealAudit, verifyAudit } from '@tallgrunn/app-server';
import { headsFolder, readConfig, readHeads } from '@tallgrunn/platform';
import { exit, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const help = `Usage: npm run -s tallgrunn -- audit verify [--heads FOLDER]

Verifies the hash chains of the audit log and the security log: every link, every entry, every text that was not erased, and every
head that was exported before. Entries that are not sealed yet are sealed first.

  --heads FOLDER   exported heads; audit-heads in the data folder, or TALLGRUNN_AUDIT_HEADS, when left out.
                   Give the copy that no one here can change.

Prints one line a chain: {"cooperativeId", "links", "erased", "heads", "breaks": [{"fault", "sequence", "entryKind", "entryId"}]}.
The chain of the installation itself has the id 00000000-0000-0000-0000-000000000000. Exit code 1 if a chain is broken.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: { heads: { type: 'string' }, json: { type: 'boolean' } } });
  const heads = await readHeads(values.heads ?? headsFolder(readConfig()));
  return openRooms(async (app) => {
    await sealAudit(app, true);
    const reports = await verifyAudit(app, heads);
    for (const report of reports)
      await output.line({
        ...report,
        heads: heads.filter(({ cooperativeId }) => cooperativeId === report.cooperativeId).length,
      });
    return reports.some(({ breaks }) => breaks.length > 0) ? exit.blocked : exit.fine;
  });
}

export const verifyAuditCommand: Command = { help, run };

import { parseArgs } from 'node:util';
import { AgreementDocumentRequest, SetUpAgreement } from '@tallgrunn/agreements-server';
import { requireBody } from '@tallgrunn/platform';
import type { Command, ExitCode } from '../command.ts';
import { languageOf } from '../finding.ts';
import type { Output } from '../output.ts';
import { readJson } from '../read-json.ts';
import { actingHelp, actingOptions } from '../open-rooms.ts';
import { performAction, dryRunHelp, dryRunOption, inTransaction, onlyArgument } from './act.ts';

const help = `Usage: npm run -s tallgrunn -- agreement set-up FILE.json [--dry-run] --as EMAIL

Sets up an agreement with its lots, suppliers and buyers, who are named by organisation number, municipality number or name. One that exists under the number is treated as the
same; what the document does not name is unchanged. One that differs is rejected: each issue names where, what is stored (found), what was requested (expected) and what to do (todo).

  FILE.json      {"number", "title", "startsOn", "endsOn", "cpv", "technique", "maximumValue", "lots": [{"key", "title"}],
                 "suppliers": [{"supplier", "lots", "rank", "share"}], "buyers": [{"buyer", "fromOn", "untilOn"}]}
${dryRunHelp}
  --lang LANG    of what to do about a refusal: nb, nn, en; nb when left out
${actingHelp}

Prints {"file", "ok", "id", "number", "existed", "lots"}.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...actingOptions, ...dryRunOption, lang: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const file = onlyArgument(positionals, 'the one file with the agreement');
  const [language, isDryRun] = [languageOf(values.lang), values['dry-run'] === true];
  const json = await readJson('The file', file);
  return performAction(
    values,
    'agreement.write',
    { file, ...(isDryRun && { dryRun: true }) },
    output,
    async (app, actor) => {
      const document = await requireBody(AgreementDocumentRequest, json);
      return inTransaction(app, actor, isDryRun, () =>
        app.get(SetUpAgreement, { strict: false }).run(document, language),
      );
    },
  );
}

export const agreementSetUp: Command = { help, run };

import { parseArgs } from 'node:util';
import { importPriceMargins } from '@tallgrunn/factor-book-server';
import { readConfig } from '@tallgrunn/platform';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { factOptions, factsHelp, factsOf, importVersion } from './import-version.ts';

const help = `Usage: npm run -s tallgrunn -- import price-shares FILE --set SET --title TEXT --source TEXT --source-url URL --licence TEXT

Imports, as a new version, how much of what a buyer pays for the goods of each factor of a set in basic or producer's prices is taxes on products, and how much is trade and
transport. With it the factors become per purchaser's price: (1 - tax - margin) x factor + margin x trade's factor. In force at once, as a series is.

  FILE                 a table (CSV or XLSX) with the headings "factor", "taxShare", "marginShare" and "tradeFactor"; 0.12 for 12 %
  --set SET            the id of the set, as "import factors" printed it
${factsHelp}

Prints {"id", "factors", "added"}; the same file again adds nothing.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...factOptions, set: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new WrongUsage('Name the one file.');
  const setId = values.set;
  if (!setId) throw new WrongUsage('State with --set which set the shares are of.');
  const facts = factsOf(values);
  return importVersion(
    file,
    (source, fileName) => importPriceMargins(readConfig().ownerUrl, setId, facts, source, fileName),
    output,
  );
}

export const importPriceMarginsCommand: Command = { help, run };

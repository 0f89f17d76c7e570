import { parseArgs } from 'node:util';
import { importSeries, seriesKinds, type SeriesKind } from '@tallgrunn/factor-book-server';
import { readConfig } from '@tallgrunn/platform';
import { WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { factOptions, factsHelp, factsOf, importVersion } from './import-version.ts';

const help = `Usage: npm run -s tallgrunn -- import series FILE --kind price-index|exchange-rate --title TEXT --source TEXT --source-url URL --licence TEXT [--currency C]

Imports a price index or the exchange rates of a currency as a new version, for the system administrator. It is in force at once: every cooperative's figures are
recalculated and name it; earlier runs keep the version they read. A version has every year that the one before it has.

  FILE                 a table (CSV or XLSX) with the headings "year" and "value", or Norges Bank's file of yearly means unchanged
  --kind KIND          ${seriesKinds.join(' or ')}
  --currency C         three letters: of the rates, NOK per unit of it; a price index is for NOK
${factsHelp}

Prints {"id", "years", "added"}; the same file again adds nothing.`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { ...factOptions, kind: { type: 'string' }, currency: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new WrongUsage('Name the one file.');
  const kind = seriesKinds.find((each) => each === values.kind);
  if (!kind) throw new WrongUsage(`State with --kind what it is: ${seriesKinds.join(' or ')}.`);
  const [currency, facts] = [currencyOf(kind, values.currency), factsOf(values)];
  return importVersion(
    file,
    (source, fileName) => importSeries(readConfig().ownerUrl, kind, currency, facts, source, fileName),
    output,
  );
}

function currencyOf(kind: SeriesKind, statedCurrency: string | undefined): string {
  if (kind === 'price-index' && (statedCurrency === undefined || statedCurrency === 'NOK')) return 'NOK';
  if (kind === 'price-index')
    throw new WrongUsage(`--currency ${statedCurrency}: a price index is of what kroner buy.`);
  if (!/^[A-Z]{3}$/.test(statedCurrency ?? '') || statedCurrency === 'NOK')
    throw new WrongUsage('State with --currency which currency, by its three letters.');
  return statedCurrency ?? '';
}

export const importSeriesCommand: Command = { help, run };

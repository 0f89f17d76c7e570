import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  importFactorSet,
  importFactorTable,
  priceBases,
  publishers,
  FactorSetProblem,
  type Publisher,
  type TableFacts,
} from '@tallgrunn/factor-book-server';
import { readConfig } from '@tallgrunn/platform';
import { blobSource, ReadProblem } from '@tallgrunn/tabular';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';

const help = `Usage: npm run -s tallgrunn -- import factors PUBLISHER FILE [--copied-from URL]
       npm run -s tallgrunn -- import factors table FILE --title TEXT --region R --year Y --currency C --price-basis BASIS --licence TEXT --source-url URL --attribution TEXT

Imports a publisher's file of emission factors as an immutable release, for the system administrator. Nothing of it is in force: it is listed in
the comparison of emission factors, and a factor assignment that uses one of its factors still needs two people.

  PUBLISHER           ${Object.keys(publishers).join(', ')}
  table               factors per unit of money, without VAT, with the headings "factor", "name", "value" and, where they are there, "category" and "gsd"
  --price-basis B     the price they are per: ${priceBases.join(', ')}; what is not the purchaser's is converted by "import price-shares"
  --copied-from URL   whose copy the file is, when it is not the publisher's own

Prints {"id", "factors", "added"}; the same file again adds nothing.`;

const text = { type: 'string' } as const;
const options = {
  'copied-from': text,
  title: text,
  region: text,
  year: text,
  currency: text,
  'price-basis': text,
  licence: text,
  'source-url': text,
  attribution: text,
  json: { type: 'boolean' },
} as const;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [publisher, file] = positionals;
  if (!publisher || !file || positionals.length > 2) throw new WrongUsage('Name the publisher and the file.');
  if (publisher !== 'table' && !(publisher in publishers))
    throw new WrongUsage(
      `There is no publisher ${publisher}: choose among ${Object.keys(publishers).join(', ')}, or table.`,
    );
  const copiedFrom = values['copied-from'] ?? null;
  const facts = publisher === 'table' ? factsOf(values) : null;
  try {
    const [source, name, owner] = [blobSource(await openAsBlob(file)), path.basename(file), readConfig().ownerUrl];
    await output.line(
      await (facts
        ? importFactorTable(owner, facts, source, name, copiedFrom)
        : importFactorSet(owner, publisher as Publisher, source, name, copiedFrom)),
    );
    return exit.fine;
  } catch (error) {
    if (!(error instanceof FactorSetProblem || error instanceof ReadProblem)) throw error;
    output.log(error.message);
    return exit.blocked;
  }
}

function factsOf(givenOptions: Partial<Record<keyof typeof options, string | boolean>>): TableFacts {
  const must = (name: keyof typeof options, fits: RegExp, expected: string): string => {
    const value = String(givenOptions[name] ?? '').trim();
    if (!fits.test(value)) throw new WrongUsage(`--${name} “${value}”: expected ${expected}.`);
    return value;
  };
  const basis = must('price-basis', new RegExp(`^(${priceBases.join('|')})$`), priceBases.join(', '));
  return {
    title: must('title', /./, 'what the table is'),
    region: must('region', /^[A-Z]{2,3}$/, 'a region, such as NO, EU or GLO'),
    dataYear: Number(must('year', /^(19|20)\d\d$/, 'the year of the data')),
    currency: must('currency', /^[A-Z]{3}$/, 'three letters'),
    priceBasis: priceBases.find((each) => each === basis) ?? 'purchaser',
    licence: must('licence', /./, 'the licence'),
    url: must('source-url', /^https?:/, 'where it can be read'),
    attribution: must('attribution', /./, 'whom to credit'),
  };
}

export const importFactors: Command = { help, run };

import { parseArgs } from 'node:util';
import { contextSchema, findingSchema, termsSchema } from '@tallgrunn/checks';
import {
  catalogueSchema,
  declarationSchema,
  despatchSchema,
  formatFindingSchema,
  invoiceSchema,
  ledgerProfileSchema,
  ledgerSchema,
  noticeSchema,
  saftSchema,
} from '@tallgrunn/formats';
import { exit, WrongUsage, type Command, type ExitCode } from './command.ts';
import type { Output } from './output.ts';
import { tableSchema } from './reading/table-schema.ts';

const schemas: Readonly<Record<string, unknown>> = {
  terms: termsSchema,
  context: contextSchema,
  finding: findingSchema,
  'read-finding': formatFindingSchema,
  table: tableSchema,
  invoice: invoiceSchema,
  ledger: ledgerSchema,
  'ledger-profile': ledgerProfileSchema,
  declaration: declarationSchema,
  notice: noticeSchema,
  saft: saftSchema,
  despatch: despatchSchema,
  catalogue: catalogueSchema,
};

const help = `Usage: npm run -s tallgrunn -- schema NAME

Prints the JSON Schema of a document that Tallgrunn reads or writes.

  terms, context          what "check" is given
  finding                 what "check" finds
  table, invoice, ledger, declaration, notice, catalogue
                          the document that "read --as ..." prints
  read-finding            what "read" finds
  ledger-profile          what "read --as ledger --profile" is given`;

async function run(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, options: { json: { type: 'boolean' } }, allowPositionals: true });
  const [name = ''] = positionals;
  const schema = schemas[name];
  if (!schema || positionals.length > 1) throw new WrongUsage(`Name one of ${Object.keys(schemas).join(', ')}.`);
  await output.text(`${JSON.stringify(schema, null, 2)}\n`);
  return exit.fine;
}

export const schema: Command = { help, run };

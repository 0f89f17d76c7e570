import { mkdirSync, readdirSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkReport,
  checkResultOfReadProblem,
  isReadProblem,
  type CheckContext,
  type PersonalColumn,
  type Terms,
  type CheckResult,
} from '@tallgrunn/checks';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import { supportingDataKinds, supportingDataOf, Variants } from '@tallgrunn/demo-world';
import { demoReports, type DemoReports } from '../corpus/demo-reports.ts';
import { honestReports } from '../corpus/honest-reports.ts';
import { assessReports } from '../corpus/assess-findings.ts';
import { withOwnRules } from './with-own-rules.ts';
import { withPersons } from './with-persons.ts';

/** A file of the corpus folder, and the name of its check input: `<asked>.terms.json` and `<asked>.context.json`. */
export interface Case {
  readonly name: string;
  readonly asked: string;
}

/** The redacted copy of a file, and the removed columns reported with it. */
export interface RedactedCopy {
  readonly name: string;
  readonly withheld: readonly PersonalColumn[];
  /** True if rows were removed, or text in columns that are read. Removing unused columns changes no line. */
  readonly changesLines: boolean;
}

/** A case with its check result in Node, from unbundled code. */
export interface CheckedCase extends Case {
  readonly terms: Terms;
  readonly context: CheckContext;
  /** columns removed before upload */
  readonly withheld?: readonly PersonalColumn[];
  /** rules of the terms' own that rows break, as "rule/row"; only for drawn files */
  readonly broken?: readonly string[];
  readonly verdict: CheckResult;
}

const data = path.join(__dirname, '../../../shared/data');
const isTable = /\.(csv|tsv|txt|prn|jsonl|xlsx|xlsm|xlsb|xls|ods|fods|zip)$/i;
const tableBytesMax = 300 * 1024;
/** Number of tables that take a few seconds to check, from all over the folder. */
const tablesMax = 60;

/**
 * Returns third-party tables next to the checkout, if any. None is a report, so they test the reaction to arbitrary
 * tables.
 */
function thirdPartyTables(): string[] {
  const folders = ['8-tabular', '10-ccs-rmi'].map((topic) => path.join(data, topic)).filter(existsSync);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => path.join(folder, name)),
  );
  const tables = files.filter(
    (file) => isTable.test(file) && statSync(file).isFile() && statSync(file).size <= tableBytesMax,
  );
  const step = Math.max(1, tables.length / tablesMax);
  return tables.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

export async function checkFile(
  bytes: Uint8Array,
  name: string,
  { terms, context, withheld = [] }: Pick<CheckedCase, 'terms' | 'context' | 'withheld'>,
): Promise<CheckResult> {
  try {
    return await checkReport(await openTable(bytesOf(bytes), name), { terms, context, withheld });
  } catch (problem) {
    if (!isReadProblem(problem)) throw problem;
    return checkResultOfReadProblem(problem, terms, context);
  }
}

/** Writes every report of the demo world and the third-party tables to the folder, and checks each. */
export async function writeCorpus(folder: string): Promise<CheckedCase[]> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: Uint8Array | object) =>
    writeFileSync(path.join(folder, name), content instanceof Uint8Array ? content : JSON.stringify(content));
  const reports = await demoReports(1);
  const judged: CheckedCase[] = [];
  await assessReports(reports, ({ entry, terms, context, verdict }) => {
    const name = entry.path.replaceAll('/', '--');
    write(name, reports.bytes(entry.path));
    write(`${name}.terms.json`, terms);
    write(`${name}.context.json`, context);
    judged.push({ name, asked: name, terms, context, verdict });
  });
  for (const beside of await reportsWithFlawedData(reports)) {
    write(beside.name, beside.bytes);
    write(`${beside.name}.terms.json`, beside.terms);
    write(`${beside.name}.context.json`, beside.context);
    judged.push({
      name: beside.name,
      asked: beside.name,
      terms: beside.terms,
      context: beside.context,
      verdict: await checkFile(beside.bytes, beside.name, beside),
    });
  }
  const last = judged.at(-1)!;
  for (const { of, name, bytes } of await withPersons(judged, (each) => readFileSync(path.join(folder, each)))) {
    write(name, bytes);
    judged.push({ ...of, name, verdict: await checkFile(bytes, name, of) });
  }
  for (const ruled of withOwnRules(judged, (each) => readFileSync(path.join(folder, each)))) {
    const { bytes, ...rest } = ruled;
    write(ruled.name, bytes);
    write(`${ruled.name}.terms.json`, ruled.terms);
    write(`${ruled.name}.context.json`, ruled.context);
    judged.push({ ...rest, asked: ruled.name, verdict: await checkFile(bytes, ruled.name, ruled) });
  }
  for (const [at, file] of thirdPartyTables().entries()) {
    const name = `table-${at}-${path.basename(file)}`;
    const bytes = readFileSync(file);
    write(name, bytes);
    judged.push({
      name,
      asked: last.asked,
      terms: last.terms,
      context: last.context,
      verdict: await checkFile(bytes, name, last),
    });
  }
  writeCases(folder, judged);
  return judged;
}

/** Builds honest reports with a flawed ledger or declaration. */
async function reportsWithFlawedData(
  reports: DemoReports,
): Promise<(Pick<CheckedCase, 'name' | 'terms' | 'context'> & { readonly bytes: Uint8Array })[]> {
  const honest = await honestReports(reports, new Variants(1));
  return supportingDataKinds.flatMap(({ kind }, at) => {
    const { table, terms, context, reported } = honest[at * 3]!;
    const variant = supportingDataOf(kind, at, reported);
    return variant && !variant.nil
      ? [{ name: `${kind}--${table.name}`, bytes: table.bytes, terms, context: { ...context, ...variant.beside } }]
      : [];
  });
}

function writeCases(folder: string, judged: readonly CheckedCase[]): void {
  writeFileSync(
    path.join(folder, 'cases.json'),
    JSON.stringify(judged.map(({ name, asked }): Case => ({ name, asked }))),
  );
}

/** Adds the redacted copies made by a browser to the corpus. `copies` has each by the name of its original. */
export async function addCopies(
  folder: string,
  judged: readonly CheckedCase[],
  copies: ReadonlyMap<string, RedactedCopy>,
): Promise<CheckedCase[]> {
  const added: CheckedCase[] = [];
  for (const { name: whole, asked, terms, context } of judged) {
    const copy = copies.get(whole);
    if (!copy) continue;
    const basis = { terms, context, withheld: copy.withheld };
    added.push({
      name: copy.name,
      asked,
      ...basis,
      verdict: await checkFile(readFileSync(path.join(folder, copy.name)), copy.name, basis),
    });
  }
  writeCases(folder, [...judged, ...added]);
  return added;
}

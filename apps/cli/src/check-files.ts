import {
  checkReport,
  checkResultJson,
  checkResultOfReadProblem,
  type CheckContext,
  type CompiledPlan,
  type Terms,
  type CheckResult,
} from '@tallgrunn/checks';
import { openTable, ReadProblem } from '@tallgrunn/tabular';
import type { Language } from '@tallgrunn/values';
import { exit, type ExitCode } from './command.ts';
import { errorCodeOf, fileFinding } from './finding.ts';
import { openFile } from './open-file.ts';
import type { Output } from './output.ts';

/** The terms, context and language that files are checked with. */
export interface CheckBasis {
  terms: Terms;
  context: CheckContext | undefined;
  plan: CompiledPlan;
  language: Language;
}

async function checkOpenedFile(file: string, { terms, context, plan }: CheckBasis): Promise<CheckResult> {
  const source = await openFile(file);
  try {
    const table = await openTable(source, file);
    return await checkReport(table, { terms, plan, ...(context ? { context } : {}) });
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    return checkResultOfReadProblem(error, terms, context);
  } finally {
    await source.close();
  }
}

/**
 * Prints the result of a file that could not be opened or that caused an internal error. It has the same keys as a
 * check result, and a code.
 */
async function printFailure(
  file: string,
  error: unknown,
  { terms, context, language }: CheckBasis,
  output: Output,
): Promise<ExitCode> {
  const code = errorCodeOf(error);
  const empty = checkResultJson(file, checkResultOfReadProblem({ code }, terms, context), language);
  await output.line({ ...empty, code, findings: [fileFinding(code, file, language)] });
  if (code !== 'internal-error') return exit.blocked;
  output.log(`${file}: ${error instanceof Error ? error.stack : String(error)}`);
  return exit.fault;
}

async function checkOne(file: string, basis: CheckBasis, output: Output): Promise<ExitCode> {
  let checkResult;
  try {
    checkResult = await checkOpenedFile(file, basis);
  } catch (error) {
    return printFailure(file, error, basis, output);
  }
  await output.line(checkResultJson(file, checkResult, basis.language));
  return checkResult.ok ? exit.fine : exit.blocked;
}

/** Checks files in the order given and prints one JSON object per line. Returns the most severe exit code. */
export async function checkFiles(files: readonly string[], basis: CheckBasis, output: Output): Promise<ExitCode> {
  let worst: ExitCode = exit.fine;
  for (const file of files) {
    const code = await checkOne(file, basis, output);
    if (code > worst) worst = code;
  }
  return worst;
}

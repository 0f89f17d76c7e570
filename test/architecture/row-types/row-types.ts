import ts from 'typescript';
import type { Client } from 'pg';
import type { Violation } from '../violation.ts';
import { accepts, kindOf } from './column-kinds.ts';
import { describeStatement, type StatementDescription } from './describe-statement.ts';
import { UNKNOWN_PART } from './evaluate.ts';
import type { StatementCall } from './statement-calls.ts';

export interface ComparedStatements {
  violations: Violation[];
  /** Calls whose statement cannot be described without running the program, with PostgreSQL's answer. */
  undescribed: Violation[];
  /** Number of calls that were described. */
  described: number;
}

/**
 * Compares each call with what PostgreSQL says of its statement: that it can be run, the number of parameters, and the
 * name and type of each column that the type of the row has. Whether a value may be null is not compared.
 */
export async function compareStatements(
  client: Client,
  checker: ts.TypeChecker,
  calls: readonly StatementCall[],
): Promise<ComparedStatements> {
  const result: ComparedStatements = { violations: [], undescribed: [], described: 0 };
  for (const call of calls) {
    const { file, line } = call;
    const description = await describeAny(client, call.text);
    if (typeof description === 'string') {
      const isKnown = !call.text.includes(UNKNOWN_PART) && !namesTemporaryTable.test(description);
      (isKnown ? result.violations : result.undescribed).push({ file, line, said: description });
      continue;
    }
    result.described++;
    const faults = [...faultsOfParameters(call, description), ...faultsOfRow(call, description, checker)];
    result.violations.push(...faults.map((said) => ({ file, line, said })));
  }
  return result;
}

/** The tables of the product are named with their schema. */
const namesTemporaryTable = /^relation "[^".]+" does not exist$/;

/** Possible replacements of a part that is not known: nothing, a condition, a value. */
const substitutes = ['', ' true ', ' and true ', ' 1 ', ' null '];

/** Returns PostgreSQL's refusal if it describes none of the possible texts. */
async function describeAny(client: Client, text: string): Promise<StatementDescription | string> {
  let refusal = '';
  for (const substitute of text.includes(UNKNOWN_PART) ? substitutes : ['']) {
    try {
      return await describeStatement(client, text.replaceAll(UNKNOWN_PART, substitute));
    } catch (error) {
      refusal = (error as Error).message;
    }
  }
  return refusal;
}

function faultsOfParameters({ parameterCount, text }: StatementCall, { parameters }: StatementDescription): string[] {
  if (parameterCount === null || text.includes(UNKNOWN_PART) || parameterCount === parameters.length) return [];
  return [`gives ${parameterCount} parameters to a statement with ${parameters.length}`];
}

function faultsOfRow({ row }: StatementCall, { columns }: StatementDescription, checker: ts.TypeChecker): string[] {
  if (!row || columns.length === 0) return [];
  return checker.getPropertiesOfType(row).flatMap((property): string[] => {
    const { name } = property;
    const type = checker.getTypeOfSymbol(property);
    const column = columns.find((each) => each.name === name);
    if (!column) return property.flags & ts.SymbolFlags.Optional ? [] : [`has no column ${name}`];
    const kind = kindOf(column.dataTypeID);
    return accepts(type, kind, checker) ? [] : [`says that ${name} is ${checker.typeToString(type)}: it is ${kind}`];
  });
}

import path from 'node:path';
import ts from 'typescript';
import { isForTests, lineAt } from '../project-files.ts';
import { beginsLikeSql } from '../sql/sql-texts.ts';
import { everyNode } from '../syntax.ts';
import { TextEvaluator, UNKNOWN_PART } from './evaluate.ts';

/** A call that runs a statement. */
export interface StatementCall {
  /** Path relative to the checked folder. */
  file: string;
  line: number;
  /** The statement, with UNKNOWN_PART where it depends on run time. */
  text: string;
  /** What the call says of a row, or null when it reads none. */
  row: ts.Type | null;
  /** Number of parameters, or null when the call does not list them. */
  parameterCount: number | null;
}

const runners = new Set(['query', 'one', 'stream']);

/** Reads the whole server as the compiler does. It takes seconds. */
export function serverProgram(root: string): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (!config) throw new Error(`no tsconfig.json in ${root}`);
  return ts.createProgram(config.fileNames, config.options);
}

/** Returns the calls in the product's own files, tests excluded. */
export function statementCalls(program: ts.Program, root: string): StatementCall[] {
  const evaluator = new TextEvaluator(program.getTypeChecker());
  return program.getSourceFiles().flatMap((source) => {
    const file = path.relative(root, source.fileName);
    if (!/^(apps|libs)\//.test(file) || isForTests(file) || source.isDeclarationFile) return [];
    const calls: StatementCall[] = [];
    everyNode(source, (node) => {
      const call = ts.isCallExpression(node) ? callOf(node, program.getTypeChecker(), evaluator) : null;
      if (call) calls.push({ file, line: lineAt(source.text, node.getStart()), ...call });
    });
    return calls;
  });
}

function callOf(
  { expression, arguments: [statement, parameters], typeArguments }: ts.CallExpression,
  checker: ts.TypeChecker,
  evaluator: TextEvaluator,
): Omit<StatementCall, 'file' | 'line'> | null {
  if (!ts.isPropertyAccessExpression(expression) || !runners.has(expression.name.text) || !statement) return null;
  const text = evaluator.textOf(statement);
  if (!text.startsWith(UNKNOWN_PART) && !beginsLikeSql.test(text)) return null;
  const [typeArgument] = typeArguments ?? [];
  const row = typeArgument ? rowOf(checker.getTypeFromTypeNode(typeArgument), checker) : null;
  return { text, row, parameterCount: countOf(parameters) };
}

/** `query<Row>` of a client and of Database; `query<Row[]>` and `query<[Row[], number]>` of TypeORM. */
function rowOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | null {
  const isList = checker.isArrayType(type) || checker.isTupleType(type);
  if (!isList) return type;
  const [first] = checker.getTypeArguments(type as ts.TypeReference);
  return first ? rowOf(first, checker) : null;
}

function countOf(parameters: ts.Expression | undefined): number | null {
  if (!parameters) return 0;
  if (!ts.isArrayLiteralExpression(parameters) || parameters.elements.some(ts.isSpreadElement)) return null;
  return parameters.elements.length;
}

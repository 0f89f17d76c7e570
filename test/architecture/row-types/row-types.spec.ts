import { rooms } from '@tallgrunn/app-server';
import { freshDatabase, type TestDatabase } from '@tallgrunn/platform/testing';
import { Client } from 'pg';
import ts from 'typescript';
import { projectRoot } from '../project-files.ts';
import { formatViolations } from '../violation.ts';
import { compareStatements, type ComparedStatements } from './row-types.ts';
import { serverProgram, statementCalls } from './statement-calls.ts';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await freshDatabase(rooms);
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const compared = (program: ts.Program, root: string): Promise<ComparedStatements> =>
  compareStatements(client, program.getTypeChecker(), statementCalls(program, root));

describe('the statements of the product', () => {
  it('can be run, and give the rows that the code says they give', async () => {
    const { violations, undescribed, described } = await compared(serverProgram(projectRoot), projectRoot);

    expect(formatViolations(violations)).toEqual([]);
    // The rest names temporary tables, or is composed at run time.
    expect(described / (described + undescribed.length)).toBeGreaterThan(0.85);
  });
});

/** Returns what is reported of a file that runs statements. */
async function reported(statements: string): Promise<string[]> {
  const file = '/planted/libs/planted/server/src/planted.ts';
  const text = `interface Database { query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]> }
declare const database: Database;
${statements}`;
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, strict: true, noEmit: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, language) =>
    name === file ? ts.createSourceFile(name, text, language, true) : getSourceFile(name, language);
  const { violations } = await compared(ts.createProgram([file], options, host), '/planted');
  return violations.map(({ said }) => said);
}

describe('a statement is reported', () => {
  it.each([
    [
      'with a misspelt column',
      "database.query('select nmae from identity.cooperative')",
      [/column "nmae" does not exist/],
    ],
    [
      'whose row has another column',
      "database.query<{ title: string }>('select name from identity.cooperative')",
      [/has no column title/],
    ],
    [
      'whose row has another type, also through a constant and a function',
      `const TABLE = 'identity.cooperative';
       const columns = (alias: string) => \`\${alias}.id, \${alias}.created_at as "createdAt"\`;
       type Row = { id: string } & { createdAt: string };
       database.query<Row>(\`select \${columns('c')} from \${TABLE} c\`)`,
      [/createdAt is string: it is Date/],
    ],
    [
      'with too few parameters',
      "database.query('select 1 from identity.cooperative where id = $1 and name = $2', ['a'])",
      [/gives 1 parameters to a statement with 2/],
    ],
    [
      'not for the part that depends on run time',
      'declare const condition: string; database.query<{ n: number }>(`select count(*)::int as n from identity.cooperative where ${condition}`)',
      [],
    ],
  ])('%s', async (_, statements, expected) => {
    const said = await reported(statements);
    expect(said).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(said[index]).toMatch(pattern));
  });
});

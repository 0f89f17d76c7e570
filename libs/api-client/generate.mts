import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NgOpenApiGen } from 'ng-openapi-gen';

// Makes openapi.json from the server's own code, without a database, and the client from it.
// With --check nothing is written: it says whether what is committed is what the server would say today.

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const description = path.join(here, 'openapi.json');
const built = path.join(root, 'tmp', 'openapi');

/** The API as the server describes it. The bundle is made aside, so that a running server keeps its own. */
function describeServer(): string {
  const rolldown = path.join(root, 'node_modules/rolldown/bin/cli.mjs');
  execFileSync(process.execPath, [rolldown, '-c', 'rolldown.config.mjs', '--dir', built, '--logLevel', 'silent'], {
    cwd: path.join(root, 'apps/server'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return execFileSync(process.execPath, [path.join(built, 'openapi.js')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

const said = describeServer();
const kept = readFileSync(description, { encoding: 'utf8', flag: 'a+' });

if (process.argv.includes('--check')) {
  if (said !== kept) {
    process.stderr.write(
      'The API client is stale: run "npx nx run @tallgrunn/api-client:generate" and commit what it made.\n',
    );
    process.exit(1);
  }
} else {
  const openapi = JSON.parse(said);
  writeFileSync(description, said);
  const options = JSON.parse(readFileSync(path.join(here, 'ng-openapi-gen.json'), 'utf8')) as { output: string };
  new NgOpenApiGen(openapi, { ...options, input: description, output: path.join(here, options.output) }).generate();
}

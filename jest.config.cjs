// One run, two projects: everything that runs in Node, and the web side in jsdom.
// NestJS 12 is ESM only: tests and ESM packages are turned into CommonJS by swc, and cached.
const fs = require('node:fs');
const path = require('node:path');
require('./test/support/drawn-seed.cjs');

/** Names of the installed packages whose package.json says "type": "module". */
function esmPackages(dir = path.join(__dirname, 'node_modules')) {
  const names = fs.readdirSync(dir).filter((name) => !name.startsWith('.') && name !== '@tallgrunn');
  const all = names.flatMap((name) =>
    name.startsWith('@') ? fs.readdirSync(path.join(dir, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return all.filter((name) => {
    const file = path.join(dir, name, 'package.json');
    return fs.existsSync(file) && JSON.parse(fs.readFileSync(file, 'utf8')).type === 'module';
  });
}

const swcOptions = require('./test/support/jest/swc-options.cjs');
const swc = (syntax) => ['@swc/jest', { ...swcOptions(syntax), sourceMaps: 'inline' }];
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Suites that this run leaves out, by path: `tools/test/run-jest.mts` names them. */
const leftOut = (process.env.LEFT_OUT_SUITES || '')
  .split(',')
  .filter(Boolean)
  .map((suite) => `/${escaped(suite)}$`);

const server = {
  displayName: 'server',
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/jest/shared-environment.cjs',
  runtime: '<rootDir>/test/support/jest/shared-runtime.cjs',
  roots: ['<rootDir>/libs', '<rootDir>/apps/server', '<rootDir>/apps/cli', '<rootDir>/tools', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.mts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/libs/[^/]+/web/',
    '/libs/design/',
    '/libs/api-client/',
    '/test/journeys/',
    ...leftOut,
  ],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'sql', 'node'],
  transform: {
    '\\.m?ts$': swc('typescript'),
    '\\.m?js$': swc('ecmascript'),
    '\\.sql$': '<rootDir>/test/support/text-transform.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages().map(escaped).join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/tmp', '<rootDir>/.data'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/support/fast-check.cjs' },
  globalSetup: '<rootDir>/test/support/start-postgres.mjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.mjs',
};

const web = fs.existsSync(path.join(__dirname, 'apps/web/jest.config.cjs'))
  ? ['<rootDir>/apps/web/jest.config.cjs']
  : [];
// Three workers on two processors, since a worker waits for PostgreSQL a third of the time. The timeout only stops what
// hangs: databases are made and servers started in hooks, on machines that may be busy.
module.exports = { maxWorkers: 3, testTimeout: 300_000, projects: [server, ...web] };

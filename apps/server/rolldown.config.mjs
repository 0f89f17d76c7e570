import { defineConfig } from 'rolldown';

const ours = (id) =>
  id.startsWith('.') || id.startsWith('/') || id.startsWith('@tallgrunn/') || id.startsWith('@oxc-project/runtime');

/** Builds one bundle of our code per entry; packages from node_modules stay external. */
export default defineConfig({
  input: {
    serve: 'src/serve.ts',
    work: 'src/work.ts',
    migrate: 'src/migrate.ts',
    openapi: 'src/openapi.ts',
    // Programs that each read one file in a subprocess of the server or worker.
    'check-file': '../../libs/reporting/server/src/checking/check-file.ts',
    'annotate-file': '../../libs/reporting/server/src/annotating/annotate-file.ts',
    'propose-apart': '../../libs/spend/server/src/propose-apart.ts',
    'read-footprints-apart': '../../libs/declarations/server/src/read-footprints-apart.ts',
    'read-assortment-apart': '../../libs/agreements/server/src/prices/read-assortment-apart.ts',
    'read-index-apart': '../../libs/agreements/server/src/prices/read-index-apart.ts',
    'lint-terms-apart': '../../libs/agreements/server/src/terms/lint-terms-apart.ts',
    'redact-prices-apart': '../../libs/agreements/server/src/prices/redact-prices-apart.ts',
    'redact-register-apart': '../../libs/agreements/server/src/register/intake/redact-register-apart.ts',
    'redact-declaration-apart': '../../libs/declarations/server/src/redact-declaration-apart.ts',
    'read-deliveries-apart': '../../libs/spend/server/src/read-deliveries-apart.ts',
    'read-invoices-apart': '../../libs/spend/server/src/read-invoices-apart.ts',
    'read-ledger-apart': '../../libs/spend/server/src/read-ledger-apart.ts',
    'read-suppliers-apart': '../../libs/spend/server/src/read-suppliers-apart.ts',
    'write-pdf-apart': '../../libs/platform/src/pdf/write-pdf-apart.ts',
  },
  platform: 'node',
  external: (id) => !ours(id),
  tsconfig: '../../tsconfig.json',
  moduleTypes: { '.sql': 'text' },
  output: {
    dir: '../../dist/apps/server',
    format: 'esm',
    sourcemap: true,
    cleanDir: true,
    entryFileNames: '[name].js',
  },
});

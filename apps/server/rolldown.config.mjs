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
    'propose-import-profiles.program': '../../libs/spend/server/src/profiles/propose-import-profiles.program.ts',
    'read-footprints.program': '../../libs/declarations/server/src/read-footprints.program.ts',
    'read-assortment.program': '../../libs/agreements/server/src/prices/read-assortment.program.ts',
    'read-index-series.program': '../../libs/agreements/server/src/prices/read-index-series.program.ts',
    'lint-terms.program': '../../libs/agreements/server/src/terms/lint-terms.program.ts',
    'redact-prices.program': '../../libs/agreements/server/src/prices/redact-prices.program.ts',
    'redact-register.program': '../../libs/agreements/server/src/register/agreement-import/redact-register.program.ts',
    'redact-declaration.program': '../../libs/declarations/server/src/redact-declaration.program.ts',
    'read-despatch-advices.program': '../../libs/spend/server/src/programs/read-despatch-advices.program.ts',
    'read-invoices.program': '../../libs/spend/server/src/programs/read-invoices.program.ts',
    'read-ledger.program': '../../libs/spend/server/src/programs/read-ledger.program.ts',
    'read-supplier-master.program': '../../libs/spend/server/src/programs/read-supplier-master.program.ts',
    'write-pdf.program': '../../libs/platform/src/pdf/write-pdf.program.ts',
    'encode-parquet.program': '../../libs/exchange/server/src/parquet/encode-parquet.program.ts',
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

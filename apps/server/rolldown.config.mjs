import { defineConfig } from 'rolldown';

const ours = (id) => id.startsWith('.') || id.startsWith('/') || id.startsWith('@tallgrunn/') || id.startsWith('@oxc-project/runtime');

/** One bundle of ours per entry; everything from node_modules stays outside. */
export default defineConfig({
  input: {
    serve: 'src/serve.ts',
    work: 'src/work.ts',
    migrate: 'src/migrate.ts',
    openapi: 'src/openapi.ts',
    // The process that reads and checks one file, beside the worker that starts it.
    'check-file': '../../libs/reporting/server/src/check-file.ts',
  },
  platform: 'node',
  external: (id) => !ours(id),
  tsconfig: '../../tsconfig.json',
  moduleTypes: { '.sql': 'text' },
  output: { dir: '../../dist/apps/server', format: 'esm', sourcemap: true, cleanDir: true, entryFileNames: '[name].js' },
});

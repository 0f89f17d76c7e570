import { defineConfig } from 'rolldown';

const ours = (id) => id.startsWith('.') || id.startsWith('/') || id.startsWith('@tallgrunn/') || id.startsWith('@oxc-project/runtime');

/** One bundle of ours; a command's own code is loaded when the command is called. Everything from node_modules stays outside. */
export default defineConfig({
  input: { tallgrunn: 'src/tallgrunn.ts', main: 'src/main.ts' },
  platform: 'node',
  external: (id) => !ours(id),
  tsconfig: '../../tsconfig.json',
  moduleTypes: { '.sql': 'text' },
  output: { dir: '../../dist/apps/cli', format: 'esm', sourcemap: true, cleanDir: true, entryFileNames: '[name].js' },
});

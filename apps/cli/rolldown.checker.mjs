import { defineConfig } from 'rolldown';

/** Builds the checker as a separate command: one file that includes all dependencies. */
export default defineConfig({
  input: { 'tallgrunn-check': 'src/checker/main.ts' },
  platform: 'node',
  tsconfig: '../../tsconfig.json',
  output: {
    dir: '../../dist/apps/checker',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    banner: '#!/usr/bin/env node',
    codeSplitting: false,
  },
});

import { defineConfig } from 'rolldown';

/** The checker as a command of its own: one file with all it needs, ours and others'. */
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

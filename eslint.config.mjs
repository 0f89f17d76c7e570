import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { depConstraints, foundation, standalone } from './boundaries.mjs';

const scripts = ['**/*.ts', '**/*.mts'];
const tests = ['**/*.spec.ts', '**/*.spec.mts', '**/testing.ts', '**/testing-*.ts', '**/testing/**', 'test/**'];
/** Run in the browser and on the server, straight from source: nothing that must be compiled away with effect. */
const pure = [...foundation, ...standalone].map((name) => `libs/${name}/**/*.ts`);

const onlyErasable = [
  { selector: 'TSEnumDeclaration', message: 'Pure libraries are erasable TypeScript: use a union of texts.' },
  { selector: 'TSParameterProperty', message: 'Pure libraries are erasable TypeScript: write the property out.' },
  {
    selector: 'TSModuleDeclaration[declare!=true]',
    message: 'Pure libraries are erasable TypeScript: use a file instead of a namespace.',
  },
  { selector: 'Decorator', message: 'Pure libraries have no decorators.' },
];
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' };
const noSuppression = { terms: ['@ts-ignore', '@ts-nocheck', 'eslint-disable'], location: 'anywhere' };

export default [
  {
    ignores: [
      '**/dist',
      '**/node_modules',
      '**/.angular',
      '.nx',
      'tmp',
      '.data',
      'coverage',
      'libs/api-client/src/generated',
      '**/*.cjs',
      '**/*.mjs',
      '!boundaries.mjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true }, plugins: { '@nx': nx } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: scripts })),
  {
    files: scripts,
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          // Pages load these where they first need them, and import their types and small functions.
          checkDynamicDependenciesExceptions: ['@tallgrunn/checks', '@tallgrunn/tabular'],
          depConstraints: depConstraints(),
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository'],
              message: 'Stand in a unit of work: take Database from @tallgrunn/platform.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', noDefaultExport],
      'no-warning-comments': ['error', noSuppression],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  // Sentences and lists of synonyms, one a line: a longer list is not harder to read, and a list in two files is.
  {
    files: [
      '**/texts/**/*.ts',
      '**/texts*.ts',
      'libs/checks/src/plan/heading-synonyms.ts',
      'test/corpus/exports/heading-words.ts',
    ],
    rules: { 'max-lines': 'off' },
  },
  {
    files: scripts,
    ignores: tests,
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  { files: pure, ignores: tests, rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...onlyErasable] } },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: [...tests, 'libs/platform/src/config.ts', 'apps/cli/src/**', 'apps/**/*.config.*'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/platform/src/config.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/server/**/*.ts', 'apps/web/**/*.ts'],
    ignores: tests,
    rules: { 'no-console': 'error' },
  },
  // Tools that want a default export.
  { files: ['**/*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
];

import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { depConstraints } from './house-plan.mjs';

export default [
  { ignores: ['**/dist', '**/node_modules', '**/.angular', '.nx', 'tmp', '.data', 'libs/api-client/src/generated', '**/*.cjs', '**/*.mjs', '!house-plan.mjs'] },
  { plugins: { '@nx': nx } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.mts'] })),
  {
    files: ['**/*.ts', '**/*.mts'],
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: depConstraints() }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository'], message: 'Stand in a unit of work: take Database from @tallgrunn/platform.' }] },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['libs/**/*.ts', 'apps/server/**/*.ts', 'apps/web/**/*.ts'], ignores: ['**/*.spec.ts'], rules: { 'no-console': 'error' } },
];

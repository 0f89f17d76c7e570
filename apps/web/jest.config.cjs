// The web side: every *.spec.ts of apps/web, design, api-client and the rooms' web folders, in jsdom.
const { createCjsPreset } = require('jest-preset-angular/presets');

module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/apps/web/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: '../..',
  roots: ['<rootDir>/apps/web', '<rootDir>/libs'],
  testMatch: [
    '<rootDir>/apps/web/src/**/*.spec.ts',
    '<rootDir>/libs/design/src/**/*.spec.ts',
    '<rootDir>/libs/api-client/src/**/*.spec.ts',
    '<rootDir>/libs/*/web/src/**/*.spec.ts',
  ],
  // pure packages, @noble and htmlparser2 with what it needs are ES modules too
  transformIgnorePatterns: [
    '/node_modules/(?!(.*\\.mjs$|@digdir/|@u-elements/|@floating-ui/|@noble/|htmlparser2/|dom[a-z]+/|dom-serializer/|entities/|@tallgrunn/|@angular/common/locales/.*\\.js$))',
  ],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/apps/web/src/testing/empty.cjs',
    '^fast-check$': '<rootDir>/test/support/fast-check.cjs',
  },
  setupFilesAfterEnv: ['<rootDir>/apps/web/src/testing/setup-jest.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/tmp', '<rootDir>/.data'],
};

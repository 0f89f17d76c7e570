// Loads each module once per worker. Jest's own runtime loads all of them anew for each test file, which took longer than
// most files' tests. Only the file with the tests is loaded by Jest. A file that needs modules of its own, since it
// replaces one or tests what a process does once, begins with `@jest-environment node`.
const { createRequire, isBuiltin } = require('node:module');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { sourceMaps } = require('./load-sources.cjs');
const SharedEnvironment = require('./shared-environment.cjs');

module.exports = class SharedRuntime extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    this.isShared = environment instanceof SharedEnvironment;
    if (!this.isShared) return;
    // In Node's own context, which Jest's executor cannot name.
    this.executor.compile = (code, filename) =>
      vm.compileFunction(code, this.executor.injectedModuleParameters, { filename });
  }

  requireModuleOrMock(from, name) {
    const isOfJest = name === '@jest/globals' || name === 'expect';
    if (!this.isShared || isOfJest || isBuiltin(name)) return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }

  getSourceMaps() {
    return this.isShared ? new Map([...super.getSourceMaps(), ...sourceMaps]) : super.getSourceMaps();
  }

  // Jest puts a function of its own into the file's copy of `process`. Here there is no copy.
  installGetBuiltinModule() {
    if (this._environment instanceof SharedEnvironment) return;
    super.installGetBuiltinModule();
  }
};

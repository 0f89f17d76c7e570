/** How swc turns a file of this syntax into CommonJS, with the decorators and the metadata that Nest reads. */
module.exports = (syntax) => ({
  swcrc: false,
  jsc: {
    target: 'es2024',
    parser: { syntax, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
});

// Lets Node's own loader load the project's sources: TypeScript turned into CommonJS by swc, SQL as text.
const crypto = require('node:crypto');
const fs = require('node:fs');
const { registerHooks } = require('node:module');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const swc = require('@swc/core');
require('reflect-metadata');
const options = require('./swc-options.cjs');

const root = path.resolve(__dirname, '../../..');
const cache = path.join(root, 'tmp', 'transformed');
const version = JSON.stringify([swc.version, options('typescript')]);
/** Packages that tests get another form of. */
const replaced = new Map([['fast-check', path.join(root, 'test', 'support', 'fast-check.cjs')]]);

/** The file with the source map of each file that was transformed, by path. */
const sourceMaps = new Map();

/** Returns the CommonJS of a TypeScript file. It is kept by content, for the other workers and the next run. */
function transform(file) {
  const source = fs.readFileSync(file, 'utf8');
  const key = crypto.hash('sha1', `${version}\0${file}\0${source}`);
  const code = path.join(cache, `${key}.cjs`);
  const map = path.join(cache, `${key}.map`);
  sourceMaps.set(file, map);
  if (fs.existsSync(code)) return fs.readFileSync(code, 'utf8');
  const made = swc.transformSync(source, { ...options('typescript'), sourceMaps: true, filename: file });
  fs.mkdirSync(cache, { recursive: true });
  for (const [target, text] of [
    [map, made.map],
    [code, made.code],
  ]) {
    fs.writeFileSync(`${target}.${process.pid}`, text);
    fs.renameSync(`${target}.${process.pid}`, target);
  }
  return made.code;
}

registerHooks({
  resolve: (specifier, context, next) =>
    replaced.has(specifier)
      ? { url: pathToFileURL(replaced.get(specifier)).href, format: 'commonjs', shortCircuit: true }
      : next(specifier, context),
  load(url, context, next) {
    if (!url.startsWith('file:') || url.includes('/node_modules/')) return next(url, context);
    if (/\.m?ts$/.test(url)) return { format: 'commonjs', source: transform(fileURLToPath(url)), shortCircuit: true };
    if (url.endsWith('.sql')) {
      const text = fs.readFileSync(fileURLToPath(url), 'utf8');
      const source = `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };`;
      return { format: 'commonjs', source, shortCircuit: true };
    }
    return next(url, context);
  },
});

module.exports = { sourceMaps };

// usage: node onlycomments.mjs [paths...]  in a worktree: compares tokens with HEAD; prints files whose code changed.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
const require = createRequire(process.cwd() + '/package.json');
const ts = require('typescript');
const base = process.env.BASE ?? 'HEAD';
const paths = process.argv.slice(2);
const files = execFileSync('git', ['diff', '--name-only', base, '--', ...paths], { encoding: 'utf8' }).split('\n').filter(Boolean);
const tokens = (name, text) => {
  if (/\.sql$/.test(name)) return text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim().split(' ');
  if (/\.html$/.test(name)) return text.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ').trim().split(' ');
  if (!/\.(ts|mts|mjs|cjs|tsx)$/.test(name)) return null;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const out = [];
  const visit = (node) => {
    // jsdoc is not visited by forEachChild; sql template text keeps its -- comments apart
    let leaf = true;
    ts.forEachChild(node, (c) => { leaf = false; visit(c); });
    if (leaf) {
      let t = text.slice(ts.skipTrivia(text, node.pos), node.end);
      if (ts.isNoSubstitutionTemplateLiteral(node) || node.kind === ts.SyntaxKind.TemplateHead || node.kind === ts.SyntaxKind.TemplateMiddle || node.kind === ts.SyntaxKind.TemplateTail)
        t = t.replace(/--.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
      if (process.env.TITLES && ts.isStringLiteral(node)) t = 's';
      out.push(t);
    }
  };
  visit(source);
  return out;
};
let bad = 0;
for (const f of files) {
  let before; try { before = execFileSync('git', ['show', `${base}:${f}`], { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore','pipe','ignore'] }); } catch { console.log('new', f); continue; }
  let after; try { after = readFileSync(f, 'utf8'); } catch { console.log('gone', f); bad++; continue; }
  const a = tokens(f, before), b = tokens(f, after);
  if (!a) continue;
  const n = Math.max(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) { console.log(`${f}: code differs: ${JSON.stringify(a[i])?.slice(0,120)} -> ${JSON.stringify(b[i])?.slice(0,120)}`); bad++; break; }
}
console.log(files.length, 'changed files,', bad, 'with other code');

import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
const P = path.posix;
const root = process.cwd();
const write = process.argv.includes('--write');
const require = createRequire(root + '/package.json');
const ts = require('typescript');
const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 1e9 }).trim().split('\n');
const has = new Set(tracked);
const map = new Map();
const log = [];
for (const l of readFileSync('/work/shared/design/renames.tsv', 'utf8').trim().split('\n')) {
  let [a, b] = l.split('\t');
  if (!has.has(a)) { log.push('gone ' + a); continue; }
  if (/\.sql$/.test(a)) continue;
  b = b.replace('libs/emission-factors/', 'libs/factor-book/');
  if (a !== b) map.set(a, b);
}
const extra = existsSync('/work/lang/extra.tsv') ? readFileSync('/work/lang/extra.tsv', 'utf8').trim().split('\n').filter(Boolean) : [];
for (const l of extra) { const [a, b] = l.split('\t'); if (b === '-') map.delete(a); else if (has.has(a)) map.set(a, b); else log.push('extra gone ' + a); }
const split = (f) => { const d = P.dirname(f), n = P.basename(f); const m = /^([^.]+(?:\.(?:controller|dto|shape|program|module))?)(\..+)$/.exec(n); return m ? [d, m[1], m[2]] : [d, n, '']; };
// siblings follow
const byDir = new Map();
for (const f of tracked) { const d = P.dirname(f); if (!byDir.has(d)) byDir.set(d, []); byDir.get(d).push(f); }
const mainOf = new Map();
for (const [a, b] of map) { const [d, base, ext] = split(a); if (ext === '.ts') mainOf.set(d + '/' + base, b); }
for (const f of tracked) {
  const [d, base, ext] = split(f);
  if (ext === '.ts') continue;
  const b = mainOf.get(d + '/' + base);
  if (!b) continue;
  const [nd, nb] = split(b);
  const want = `${nd}/${nb}${ext}`;
  if (!map.has(f)) { if (want !== f) { map.set(f, want); } }
  else if (/\.(html|css)$/.test(f) && map.get(f) !== want) map.set(f, want);
}
// folders moved as a whole
const dirMoves = new Map();
for (const [a, b] of map) { const d = P.dirname(a), nd = P.dirname(b); if (!dirMoves.has(d)) dirMoves.set(d, new Map()); const m = dirMoves.get(d); m.set(nd, (m.get(nd) ?? 0) + 1); }
const wholeDirs = new Map();
for (const [d, m] of dirMoves) {
  const total = [...m.values()].reduce((x, y) => x + y, 0);
  const [nd, n] = [...m].sort((x, y) => y[1] - x[1])[0];
  if (nd !== d && P.basename(d) !== 'src' && n >= total * 0.6 && total >= 0.3 * byDir.get(d).length) wholeDirs.set(d, nd);
}
for (const [d, nd] of wholeDirs) for (const f of byDir.get(d)) if (!map.has(f)) { map.set(f, `${nd}/${P.basename(f)}`); log.push(`follows ${f} -> ${nd}`); }
for (const f of tracked) if (f.includes('/__snapshots__/')) { const spec = f.replace('/__snapshots__/', '/').replace(/\.snap$/, ''); const b = map.get(spec); if (b) map.set(f, `${P.dirname(b)}/__snapshots__/${P.basename(b)}.snap`); }
// collisions
const dests = new Map();
for (const [a, b] of [...map]) { if (a === b) { map.delete(a); continue; } if ((has.has(b) && !map.has(b)) || dests.has(b)) { log.push(`collision ${a} -> ${b}`); map.delete(a); } else dests.set(b, a); }
const to = (f) => map.get(f) ?? f;
const SKIP = /^(package-lock\.json|CHANGELOG\.md)$/;
const isStep = (f) => /\/store\/[^/]*\.sql$/.test(f) || /\/\d{4}\w?-[^/]*\.sql$/.test(f);
// suffix index of old paths by basename
const byBase = new Map();
for (const f of tracked) { const b = P.basename(f); if (!byBase.has(b)) byBase.set(b, []); byBase.get(b).push(f); }
const movedBases = new Map();
for (const [a] of map) movedBases.set(P.basename(a), true);
let edits = 0;
const out = new Map();
const rel = (from, target) => { let r = P.relative(P.dirname(from), target); if (!r.startsWith('.')) r = './' + r; return r; };
const resolveRel = (file, spec) => {
  const p = P.normalize(P.join(P.dirname(file), spec));
  for (const c of [p, p + '.ts', p + '.mts', p + '.mjs']) if (has.has(c)) return [c, c.slice(p.length)];
  return undefined;
};
const dirRel = (file, spec) => { const p = P.normalize(P.join(P.dirname(file), spec)).replace(/\/$/, ''); return byDir.has(p) ? p : undefined; };
const programs = new Map();
for (const m of readFileSync('apps/cli/rolldown.config.mjs', 'utf8').matchAll(/'([\w.-]+)': '\.\.\/\.\.\/([^']+)'/g)) { const n = to(m[2]); const nb = P.basename(n).replace(/\.ts$/, ''); if (nb !== m[1] && P.basename(m[2]) === m[1] + '.ts') programs.set(m[1], nb); }
console.log([...programs].map((x) => x.join(' -> ')).join('\n'));
const mentions = (file, text) => text.replace(/(?<![\w@/.-])(?:[\w.@-]+\/)*[\w.-]+\.(?:ts|mts|mjs|html|css|snap)\b(?![\w-])/g, (m) => {
  const base = P.basename(m);
  if (!movedBases.has(base)) return m;
  if (m.startsWith('.')) return m;
  const all = byBase.get(base).filter((f) => f === m || f.endsWith('/' + m));
  if (all.length !== 1) { if (all.length > 1 && all.some((f) => map.has(f))) log.push(`ambiguous ${file}: ${m}`); return m; }
  const n = to(all[0]);
  if (n === all[0]) return m;
  const k = m.split('/').length;
  edits++;
  return all[0] === m ? n : n.split('/').slice(-k).join('/');
});
for (const f of tracked) {
  if (SKIP.test(f) || isStep(f)) continue;
  if (!/\.(ts|mts|mjs|cjs|json|md|html|css|yml|yaml|snap|sh|txt|sql|typ)$|Dockerfile|^\.ci\/|^\.git/.test(f)) continue;
  let text; try { text = readFileSync(f, 'utf8'); } catch { continue; }
  const orig = text;
  if (/\.(ts|mts|mjs|cjs|json)$/.test(f)) {
    const sf = ts.createSourceFile(f, text, ts.ScriptTarget.Latest, true, f.endsWith('.json') ? ts.ScriptKind.JSON : /\.m?js$|\.cjs$/.test(f) ? ts.ScriptKind.JS : ts.ScriptKind.TS);
    const changes = [];
    const visit = (node) => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
        const s = node.text;
        if (programs.has(s)) { const start = node.getStart(sf); const q = text[start]; changes.push([start, node.getEnd(), q + programs.get(s) + q]); }
        if (s === '@tallgrunn/platform/apart') { const start = node.getStart(sf); const q = text[start]; changes.push([start, node.getEnd(), q + '@tallgrunn/platform/subprocess' + q]); }
        if (/^\.\.?\//.test(s)) {
          const hit = resolveRel(f, s);
          if (hit) {
            const [target, added] = hit;
            let r = rel(to(f), to(target));
            if (added) r = r.slice(0, r.length - added.length);
            if (r !== s) { const start = node.getStart(sf); const q = text[start]; changes.push([start, node.getEnd(), q + r + q]); }
          } else {
            const d = dirRel(f, s);
            if (d && to(f) !== f && P.dirname(to(f)) !== P.dirname(f)) { const nd = wholeDirs.get(d) ?? d; let r = rel(to(f), nd); if (s.endsWith('/')) r += '/'; if (r !== s) { log.push(`dir literal ${f}: ${s} -> ${r}`); const start = node.getStart(sf); const q = text[start]; changes.push([start, node.getEnd(), q + r + q]); } }
            else if (d && wholeDirs.has(d)) { let r = rel(to(f), wholeDirs.get(d)); if (s.endsWith('/')) r += '/'; log.push(`dir literal ${f}: ${s} -> ${r}`); const start = node.getStart(sf); const q = text[start]; changes.push([start, node.getEnd(), q + r + q]); }
          }
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(sf);
    edits += changes.length;
    for (const [s, e, t] of changes.sort((x, y) => y[0] - x[0])) text = text.slice(0, s) + t + text.slice(e);
  }
  // markdown links relative
  if (/\.md$/.test(f)) text = text.replace(/\]\((\.\.?\/[^)#\s]+)/g, (m, s) => { const hit = resolveRel(f, s); if (!hit) return m; const r = rel(to(f), to(hit[0])); return r === s || './' + s === r ? m : '](' + r; });
  text = mentions(f, text);
  for (const [d, nd] of wholeDirs) if (text.includes(d)) text = text.replace(new RegExp('(?<![\\w/.-])' + d.replace(/[.]/g, '\\.') + '(?![\\w-])', 'g'), nd);
  if (text !== orig) out.set(f, text);
}
console.log(map.size, 'moves', out.size, 'files with edits', edits, 'edits', wholeDirs.size, 'whole folders');
writeFileSync('/work/lang/move.log', log.join('\n') + '\n');
writeFileSync('/work/lang/move.map', [...map].map((x) => x.join('\t')).join('\n') + '\n');
if (write) {
  for (const [f, t] of out) writeFileSync(f, t);
  // two phases, since one file may take another's place
  const tmp = [...map].map(([a, b], i) => [a, `${P.dirname(a)}/.moving-${i}`, b]);
  for (const [a, t] of tmp) renameSync(a, t);
  for (const [, t, b] of tmp) { mkdirSync(P.dirname(b), { recursive: true }); renameSync(t, b); }
}

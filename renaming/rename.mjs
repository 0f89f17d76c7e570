// node /work/lang/rename.mjs [--write] map.tsv...   in a checkout
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
const root = process.cwd();
const require = createRequire(root + '/package.json');
const ts = require('typescript');
const args = process.argv.slice(2);
const write = args.includes('--write');
const maps = args.filter((a) => !a.startsWith('--'));
const log = [];
// ---- mapping
const wanted = new Map(); // file -> Map(key -> new)
const RESERVED = new Set(['default','new','delete','class','function','return','in','of','case','enum','export','import','package','private','public','static','interface','let','yield','await','arguments','eval','undefined','constructor','run']);
for (const m of maps)
  for (const line of readFileSync(m, 'utf8').split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [file, old, neu] = line.split('\t').map((x) => x?.trim());
    if (!file || !old || !neu || neu === old) { if (line.trim()) log.push(`malformed\t${line}`); continue; }
    const neuName = neu.includes('.') ? neu.split('.').pop() : neu;
    if (!/^[A-Za-z_$][\w$]*$/.test(neuName) || RESERVED.has(neuName)) { log.push(`bad name\t${line}`); continue; }
    if (!existsSync(file)) { log.push(`no file\t${line}`); continue; }
    const abs = path.join(root, file);
    if (!wanted.has(abs)) wanted.set(abs, new Map());
    if (wanted.get(abs).has(old)) { log.push(`twice\t${line}`); continue; }
    wanted.get(abs).set(old, neuName);
  }
// ---- program
const config = ts.parseJsonConfigFileContent(
  {
    compilerOptions: { ...JSON.parse(readFileSync('tsconfig.json', 'utf8')).compilerOptions, lib: ['es2024', 'dom', 'dom.iterable'] },
    include: ['apps', 'libs', 'tools', 'test'],
    exclude: ['**/node_modules', '**/dist'],
  }, ts.sys, root);
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();
const files = program.getSourceFiles().filter((f) => !f.fileName.includes('/node_modules/') && f.fileName.startsWith(root) && !f.isDeclarationFile);
console.log(files.length, 'files');
// ---- declarations wanted
const nameOf = (d) => d.name && ts.isIdentifier(d.name) ? d.name.text : undefined;
const isMember = (d) => ts.isPropertyDeclaration(d) || ts.isMethodDeclaration(d) || ts.isGetAccessor(d) || ts.isSetAccessor(d) || ts.isPropertySignature(d) || ts.isMethodSignature(d) || ts.isPropertyAssignment(d) || ts.isEnumMember(d) || ts.isShorthandPropertyAssignment(d);
const targets = new Map(); // declaration node -> {new, entry}
const used = new Set();
for (const f of files) {
  const w = wanted.get(f.fileName);
  if (!w) continue;
  const visit = (node) => {
    const n = nameOf(node);
    if (n !== undefined) {
      if (ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node) || ts.isSetAccessor(node)) {
        const owner = node.parent && (ts.isClassLike(node.parent)) ? node.parent.name?.text : undefined;
        const key = `${owner}.${n}`;
        if (w.has(key)) { targets.set(node, { neu: w.get(key), entry: `${path.relative(root, f.fileName)}\t${key}` }); used.add(`${f.fileName}\t${key}`); }
      } else if (!isMember(node) && (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isTypeParameterDeclaration(node))) {
        let key = n;
        // parameter properties are members too: take either form
        if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) {
          const k2 = `${node.parent.parent.name?.text}.${n}`;
          if (w.has(k2)) key = k2;
        }
        if (w.has(key)) { targets.set(node, { neu: w.get(key), entry: `${path.relative(root, f.fileName)}\t${key}` }); used.add(`${f.fileName}\t${key}`); }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(f);
}
for (const [f, w] of wanted) for (const k of w.keys()) if (!used.has(`${f}\t${k}`)) log.push(`not declared\t${path.relative(root, f)}\t${k}`);
// ---- references
const targetOf = (symbol) => {
  if (!symbol) return undefined;
  let s = symbol;
  if (s.flags & ts.SymbolFlags.Alias) { try { s = checker.getAliasedSymbol(s); } catch { return undefined; } }
  for (const d of s.declarations ?? []) if (targets.has(d)) return targets.get(d);
  return undefined;
};
const edits = new Map(); // file -> [{start,end,text,entry}]
const collisions = new Map(); // entry -> reason
const put = (f, start, end, text, entry) => { if (!edits.has(f.fileName)) edits.set(f.fileName, []); edits.get(f.fileName).push({ start, end, text, entry }); };
const collide = (entry, why) => { if (!collisions.has(entry)) collisions.set(entry, why); };
const at = (f, node) => { const p = f.getLineAndCharacterOfPosition(node.getStart(f)); return `${path.relative(root, f.fileName)}:${p.line + 1}`; };
const scopeNew = (f, node, t) => {
  const existing = checker.resolveName(t.neu, node, ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Alias, false);
  if (!existing) return;
  const ds = existing.declarations ?? [];
  if (ds.length === 0) { return; }
  // globals of lib (e.g. `name`, `status` of dom) may be shadowed by module locals
  if (ds.every((d) => d.getSourceFile().isDeclarationFile)) {
    if (/^[a-z]/.test(t.neu)) { if (node !== undefined) t.shadow = true; return; }
    collide(t.entry, `shadows global ${t.neu} at ${at(f, node)}`); return;
  }
  if (ds.some((d) => targets.get(d)?.entry !== undefined && targets.get(d).neu !== t.neu)) return; // that one gets another name itself
  collide(t.entry, `${t.neu} exists at ${at(f, node)}`);
};
for (const f of files) {
  const visit = (node) => {
    if (ts.isIdentifier(node)) one(node);
    if (ts.isIndexedAccessTypeNode(node) && ts.isLiteralTypeNode(node.indexType) && ts.isStringLiteral(node.indexType.literal)) {
      const literal = node.indexType.literal;
      const t = targetOf(checker.getPropertyOfType(checker.getTypeFromTypeNode(node.objectType), literal.text));
      if (t) put(f, literal.getStart(f), literal.end, `'${t.neu}'`, t.entry);
    }
    ts.forEachChild(node, visit);
  };
  const one = (node) => {
    const p = node.parent;
    if (ts.isShorthandPropertyAssignment(p) && p.name === node) {
      const t = targetOf(checker.getShorthandAssignmentValueSymbol(p));
      if (t) { scopeNew(f, node, t); put(f, node.getStart(f), node.end, `${node.text}: ${t.neu}`, t.entry); }
      return;
    }
    if (ts.isBindingElement(p) && !p.propertyName && p.name === node && ts.isObjectBindingPattern(p.parent)) {
      const t = targets.get(p);
      // the property's own symbol may be a renamed class member
      const type = checker.getTypeAtLocation(p.parent);
      const member = targetOf(checker.getPropertyOfType(type, node.text));
      if (p.dotDotDotToken) {
        if (t) { scopeNew(f, node, t); put(f, node.getStart(f), node.end, t.neu, t.entry); }
        return;
      }
      if (t || member) {
        if (t) scopeNew(f, node, t);
        const left = member ? member.neu : node.text, right = t ? t.neu : node.text;
        put(f, node.getStart(f), node.end, left === right ? left : `${left}: ${right}`, (t ?? member).entry);
      }
      return;
    }
    if (ts.isBindingElement(p) && p.propertyName === node && ts.isObjectBindingPattern(p.parent)) {
      const type = checker.getTypeAtLocation(p.parent);
      const member = targetOf(checker.getPropertyOfType(type, node.text));
      if (member) put(f, node.getStart(f), node.end, member.neu, member.entry);
      return;
    }
    if (ts.isImportSpecifier(p) || ts.isExportSpecifier(p)) {
      if (p.propertyName && p.name === node) {
        // alias `as X`: local name stays, unless the export alias is listed (not supported)
        return;
      }
      let symbol = checker.getSymbolAtLocation(node);
      if (ts.isExportSpecifier(p) && !p.parent.parent.moduleSpecifier) symbol = checker.getExportSpecifierLocalTargetSymbol(p) ?? symbol;
      const t = targetOf(symbol);
      if (t) { if (ts.isImportSpecifier(p)) scopeNew(f, node, t); put(f, node.getStart(f), node.end, t.neu, t.entry); }
      return;
    }
    const symbol = checker.getSymbolAtLocation(node);
    if (!symbol) return;
    // a local alias from `import { a as b }` keeps its name
    if (symbol.flags & ts.SymbolFlags.Alias) {
      const d = symbol.declarations?.[0];
      if (d && (ts.isImportSpecifier(d) || ts.isExportSpecifier(d)) && d.propertyName) return;
      if (d && (ts.isImportClause(d) || ts.isNamespaceImport(d))) return;
    }
    const t = targetOf(symbol);
    if (!t) return;
    if (node.text === t.neu) return;
    const old = t.entry.split('\t')[1].split('.').pop();
    if (node.text !== old) return;
    const isMemberRef = ts.isPropertyAccessExpression(p) && p.name === node;
    if (!isMemberRef && !(p.name === node && isMember(p))) scopeNew(f, node, t);
    put(f, node.getStart(f), node.end, t.neu, t.entry);
  };
  visit(f);
}
// two targets with one new name in one scope: approximate by container
const byContainer = new Map();
for (const [d, t] of targets) {
  let c = d.parent; while (c && !ts.isSourceFile(c) && !ts.isBlock(c) && !ts.isFunctionLike(c) && !ts.isClassLike(c)) c = c.parent;
  const key = `${t.neu}`; if (!byContainer.has(c)) byContainer.set(c, new Map());
  const m = byContainer.get(c); if (m.has(key) && m.get(key) !== t.entry) { collide(t.entry, `two become ${t.neu}`); } else m.set(key, t.entry);
}
let n = 0;
const renamedWords = new Map();
for (const [file, list] of edits) {
  let text = readFileSync(file, 'utf8');
  list.sort((a, b) => b.start - a.start);
  let last = Infinity; 
  for (const e of list) {
    if (collisions.has(e.entry)) continue;
    if (e.end > last) continue;
    if (e.start === last) continue;
    text = text.slice(0, e.start) + e.text + text.slice(e.end); last = e.start; n++;
  }
  if (write) writeFileSync(file, text);
}
for (const [entry, why] of collisions) log.push(`collision\t${entry}\t${why}`);
writeFileSync('/work/lang/log.txt', log.join('\n') + '\n');
const applied = [...new Set([...targets.values()].map((t) => t.entry))].filter((e) => !collisions.has(e));
writeFileSync('/work/lang/applied.tsv', [...targets.values()].filter((t) => !collisions.has(t.entry)).map((t) => `${t.entry}\t${t.neu}`).sort().filter((x, i, a) => x !== a[i - 1]).join('\n') + '\n');
console.log('edits', n, 'applied', applied.length, 'log', log.length, 'collisions', collisions.size);

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
const require = createRequire('/work/main/package.json');
const ts = require('typescript');
const BANNED = new Set('told tell tells said say says seen kept keep keeps asked ask asks known found heard judged judge held hold holds reckon reckoned weigh weighed weighs whose nobody somebody word words ruling verdict stands standing stood lie lay lies laid ground grounds mark marked nature plain apart beside again anew otherwise way ways deputy called life acting behalf taught lesson look looked looks gone come comes came give given gives take taken takes put stay stays stand left odd own ours mine theirs others other rest much many more few first one ones thing things made makes make begun began'.split(' '));
const STRONG = new Set('told tell tells said say says seen kept keep keeps asked ask asks known heard judged judge held hold holds reckon reckoned weigh weighed weighs whose nobody somebody word words stands standing stood lie lay lies laid ground apart beside again anew otherwise way ways deputy taught lesson'.split(' '));
const files = execFileSync('git', ['-C', '/work/main', 'ls-files', 'libs', 'apps', 'tools', 'test'], { encoding: 'utf8' }).split('\n').filter((f) => /\.(ts|mts)$/.test(f) && !/generated|\/texts\/|-(nb|nn|en)\.ts$|\.d\.m?ts$/.test(f));
const parts = (n) => n.replace(/^#/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ').toLowerCase().split(' ');
for (const f of files) {
  const text = readFileSync('/work/main/' + f, 'utf8');
  const s = ts.createSourceFile(f, text, ts.ScriptTarget.Latest, true);
  const seen = new Set();
  const lines = text.split('\n');
  const add = (key, name, node) => {
    const p = parts(name);
    const hit = p.some((x) => STRONG.has(x)) ;
    if (!hit || seen.has(key)) return;
    seen.add(key);
    const line = s.getLineAndCharacterOfPosition(node.getStart(s)).line;
    console.log([f, key, line + 1, lines[line].trim().slice(0, 150)].join('\t'));
  };
  const visit = (n) => {
    if (n.name) {
      if (ts.isPrivateIdentifier(n.name)) { if (ts.isClassLike(n.parent)) add(`${n.parent.name?.text}.${n.name.text}`, n.name.text, n); }
      else if (ts.isIdentifier(n.name)) {
        if (ts.isVariableDeclaration(n) || ts.isParameter(n) || ts.isFunctionDeclaration(n) || ts.isClassDeclaration(n) || ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n) || ts.isEnumDeclaration(n)) add(n.name.text, n.name.text, n);
        else if (ts.isBindingElement(n) && n.propertyName) add(n.name.text, n.name.text, n);
        else if ((ts.isMethodDeclaration(n) || ts.isPropertyDeclaration(n)) && ts.isClassLike(n.parent) && (n.modifiers ?? []).some((m) => m.kind === ts.SyntaxKind.PrivateKeyword)) add(`${n.parent.name?.text}.${n.name.text}`, n.name.text, n);
      }
    }
    ts.forEachChild(n, visit);
  };
  visit(s);
}

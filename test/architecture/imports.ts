import { existsSync } from 'node:fs';
import path from 'node:path';
import { bannedOn } from '../../boundaries.mjs';
import type { Violation } from './violation.ts';
import { mayImport, placeOf, placeOfPackage, type Place } from './file-location.ts';
import { isForTests, isScript, lineAt, projectFiles, readText } from './project-files.ts';
import { everyNode, importedBy, isOfTypesOnly, treeOf } from './syntax.ts';

export interface Import {
  file: string;
  line: number;
  /** The import specifier as written. */
  wanted: string;
  typesOnly: boolean;
}

/** Returns every import, re-export and dynamic import below apps/ and libs/. */
export function importsOf(root: string): Import[] {
  const scripts = projectFiles(root).filter((file) => isScript(file) && /^(apps|libs)\//.test(file));
  return scripts.flatMap((file) => {
    const text = readText(root, file);
    const imports: Import[] = [];
    everyNode(treeOf(file, text), (node) => {
      const specifier = importedBy(node);
      if (specifier)
        imports.push({
          file,
          line: lineAt(text, specifier.getStart()),
          wanted: specifier.text,
          typesOnly: isOfTypesOnly(node),
        });
    });
    return imports;
  });
}

const matches = (pattern: string, name: string) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern || name.startsWith(`${pattern}/`);

/**
 * Returns true for an entry point. A plumbing package may have several, listed in its package.json. A room has one, and
 * one for tests.
 */
function isDoor(root: string, to: Place, entry: string): boolean {
  const manifest = `${to.folder}/package.json`;
  if (to.kind !== 'plumbing' || !existsSync(path.join(root, manifest))) return false;
  return `.${entry}` in (JSON.parse(readText(root, manifest)) as { exports: object }).exports;
}

function ofOurs(root: string, from: Place, { file, wanted: specifier }: Import): string | null {
  const [, name = '', entry = ''] = /^(@tallgrunn\/[^/]+)(.*)$/.exec(specifier) ?? [];
  const to = placeOfPackage(name);
  if (!to) return `imports ${specifier}, which boundaries.mjs does not know`;
  if (to.folder === from.folder) return entry === '' ? null : `imports its own package by name (${specifier})`;
  const isSelfTest = isForTests(file) && from.kind === 'foundation' && mayImport(to, from);
  if (!mayImport(from, to) && !isSelfTest)
    return `may not import ${specifier}: ${from.name} (${from.side}) does not stand on ${to.name} (${to.side})`;
  if (entry === '' || (entry !== '/testing' && isDoor(root, to, entry))) return null;
  if (entry !== '/testing') return `goes past the door of ${name} (${specifier})`;
  return isForTests(file) ? null : `imports ${specifier} outside a test`;
}

function ofNeighbour(_root: string, from: Place, { file, wanted: specifier }: Import): string | null {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (!target.startsWith(`${from.folder}/`)) return `reaches into another package by a relative path (${specifier})`;
  if (!path.posix.extname(target)) return `imports without a file ending (${specifier})`;
  return null;
}

function ofStrangers(_root: string, from: Place, { file, wanted: specifier }: Import): string | null {
  if (isForTests(file) || !file.startsWith(`${from.folder}/src/`)) return null; // generators outside src/ run on the developer's machine
  const banned = bannedOn[from.side].find((pattern) => matches(pattern, specifier));
  return banned ? `may not import ${specifier} on the ${from.side} side` : null;
}

/** Returns imports that boundaries.mjs does not allow, that bypass a door, or in folders unknown to the plan. */
export function importViolations(root: string): Violation[] {
  return importsOf(root).flatMap((each) => {
    const from = placeOf(each.file);
    if (!from) return [{ file: each.file, said: 'lies in a folder that boundaries.mjs does not know' }];
    const violationOf = each.wanted.startsWith('.')
      ? ofNeighbour
      : each.wanted.startsWith('@tallgrunn/')
        ? ofOurs
        : ofStrangers;
    const said = violationOf(root, from, each);
    return said ? [{ file: each.file, line: each.line, said }] : [];
  });
}

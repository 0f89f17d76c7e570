import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Violation } from './violation.ts';
import { lineAt, projectFiles, readText } from './project-files.ts';

const isText = (file: string) =>
  /\.(m?ts|mjs|cjs|js|json|sql|md|ya?ml|html|css|svg|txt)$|(^|\/)(Dockerfile|run|\.npmrc|\.gitignore)$/.test(file);
const isLock = (file: string) => file === 'package-lock.json';

/** Returns folders that only exist on a developer's machine: the folder above the checkout, and home folders. */
export function machinePlaces(root: string): string[] {
  const above = `${path.dirname(root)}/`;
  return [above, `${os.homedir()}/`, '/home/', '/Users/'].filter((place) => place.length > 2);
}

const looksLike = (text: string, place: string, at: number) =>
  !/[\w.$}*)-]/.test(text[at - 1] ?? ' ') && /[\w.]/.test(text[at + place.length] ?? ' ');

/** Returns texts with the path of a particular machine. */
export function machinePaths(root: string, places = machinePlaces(root)): Violation[] {
  const files = projectFiles(root).filter(
    (file) => isText(file) && !isLock(file) && !file.startsWith('test/architecture/'),
  );
  return files.flatMap((file) => {
    const text = readText(root, file);
    return places.flatMap((place) => {
      const at = text.indexOf(place);
      return at >= 0 && looksLike(text, place, at)
        ? [{ file, line: lineAt(text, at), said: `names a place of one machine: ${place}` }]
        : [];
    });
  });
}

const registry = /"resolved": "(?:git\+)?https?:\/\/([^/"]+)/g;

/** Returns hosts named in the lockfile. There must be none, so that npm uses the registry it is configured for. */
export function hostsNamed(root: string): string[] {
  const lock = existsSync(path.join(root, 'package-lock.json')) ? readText(root, 'package-lock.json') : '';
  return [...new Set([...lock.matchAll(registry)].map(([, host = '']) => host))];
}

const link = /!?\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const codeBlock = /```[\s\S]*?```|`[^`\n]*`/g;
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+\s+(.+)$/gm)].map(([, heading = '']) => anchorOf(heading.replace(/[`*]/g, '')));

function linkProblem(root: string, file: string, target: string): string | null {
  if (/^(https?|mailto):/.test(target)) return null;
  const [place = '', anchor] = target.split('#');
  const wanted = place === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(place));
  if (!existsSync(path.join(root, wanted))) return `points at ${target}, which is not there`;
  if (anchor && wanted.endsWith('.md') && !anchorsOf(readText(root, wanted)).includes(anchor))
    return `points at ${target}, and there is no such heading`;
  return null;
}

/** Returns links and images in the documents with a missing target. */
export function deadLinks(root: string): Violation[] {
  return projectFiles(root)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const text = readText(root, file).replace(codeBlock, (block) => block.replace(/[^\n]/g, ' '));
      return [...text.matchAll(link)].flatMap(({ 1: target = '', index }) => {
        const said = linkProblem(root, file, target);
        return said ? [{ file, line: lineAt(text, index), said }] : [];
      });
    });
}

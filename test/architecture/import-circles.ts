import path from 'node:path';
import type { Violation } from './violation.ts';
import { importsOf } from './imports.ts';

/** The parts of the demo world describe each other, so its type imports may be circular. */
const describesItself = 'libs/demo-world/';

/** Returns import circles within a package, each once. Type imports count, because a reader has to follow them. */
export function importCircles(root: string): Violation[] {
  const next = new Map<string, string[]>();
  for (const { file, wanted, typesOnly } of importsOf(root)) {
    if (wanted.startsWith('.') && !(typesOnly && file.startsWith(describesItself)))
      next.set(file, [...(next.get(file) ?? []), path.posix.join(path.posix.dirname(file), wanted)]);
  }
  const done = new Set<string>();
  const breaches: Violation[] = [];
  const visit = (file: string, trail: string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const circle = [...trail.slice(start), file];
      breaches.push({
        file,
        said: `imports itself in a circle: ${circle.map((each) => path.posix.basename(each)).join(' > ')}`,
      });
    }
    if (start >= 0 || done.has(file)) return;
    for (const each of next.get(file) ?? []) visit(each, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return breaches;
}

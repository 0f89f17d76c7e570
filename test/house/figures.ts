import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Breach } from './breach.ts';
import { lineAt, projectFiles, readText } from './project-files.ts';

/** What answers "why?" beside a figure, or opens what does. */
const why = /<tg-(?:effect-)?why\b|<tg-why-|<tg-explained\b|\bwhyOf\(/;
/** A figure of emissions in a template: a call that writes tonnes or kilograms of CO2e, or a field of that name. */
const figure = /\{\{[^}]*?(?:\b(?:tonnes\w*|kilos|kgOf|weightOf)\(|\.(?:kg|besideKg|directKg)\b)[^}]*\}\}/g;
/** A column of a table with such figures. */
const column = /\bkey:\s*'(kg|beside)'/g;

/** Components whose whole is inside an answer to "why?" already. */
const inside = ['libs/emissions/web/src/why-line/alternatives.ts'];

interface Template {
  readonly file: string;
  readonly text: string;
}

const isWeb = (file: string) => /^libs\/[\w-]+\/web\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|\/texts\//.test(file);

/** The template of a component, in its own file or beside it. */
function templateOf(root: string, file: string): Template | null {
  const text = readText(root, file);
  if (!text.includes('@Component(')) return null;
  const beside = /templateUrl:\s*'\.\/([^']+)'/.exec(text)?.[1];
  if (beside === undefined) return { file, text };
  const template = path.posix.join(path.posix.dirname(file), beside);
  return existsSync(path.join(root, template)) ? { file: template, text: readText(root, template) } : null;
}

/** Whether a template draws the cells of a column with an answer to "why?" in them. */
const drawsWhy = ({ text }: Template, key: string) =>
  [...text.matchAll(/<ng-template\s+tgCell="(\w+)"[\s\S]*?<\/ng-template\s*>/g)].some(
    ([cell, drawn]) => drawn === key && why.test(cell),
  );

/** Figures of emissions on a page that nothing beside them answers "why?" of: a component that shows one has what answers it, and so has each cell of a table. */
export function figuresWithoutWhy(root: string): Breach[] {
  const files = projectFiles(root).filter(isWeb);
  const templates = files.flatMap((file) => templateOf(root, file) ?? []);
  const shown = templates
    .filter(({ file, text }) => !inside.includes(file) && !why.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(figure)].map(({ index }) => ({
        file,
        line: lineAt(text, index),
        said: 'shows a figure of emissions, and nothing answers why it is what it is',
      })),
    );
  const cells = files.flatMap((file) => {
    const text = readText(root, file);
    const near = templates.filter((one) => path.posix.dirname(one.file) === path.posix.dirname(file));
    return [...text.matchAll(column)].flatMap(({ 1: key = '', index }) =>
      near.some((one) => drawsWhy(one, key))
        ? []
        : [
            {
              file,
              line: lineAt(text, index),
              said: `has a column of emissions, and no cell of ${key} answers why it is what it is`,
            },
          ],
    );
  });
  return [...shown, ...cells];
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Violation } from './violation.ts';
import { lineAt, projectFiles, readText } from './project-files.ts';

/** Markup that answers "why?" for a figure, or opens the answer. */
const explanationMarkup = /<tg-why\b|<tg-[\w-]+-explanation\b|<tg-explained\b|\bwhyOf\(/;
/** An emission figure in a template: a call that formats tonnes or kilograms of CO₂e, or a field with such a name. */
const figurePattern = /\{\{[^}]*?(?:\b(?:tonnes\w*|kilos|kgOf|weightOf)\(|\.(?:kg|besideKg|directKg)\b)[^}]*\}\}/g;
/** A column of a table with such figures. */
const figureColumn = /\bkey:\s*'(kg|beside)'/g;

/** Components that belong to an answer to "why?". */
const insideExplanation = ['libs/emissions/web/src/line-explanation/alternatives.ts'];

interface Template {
  readonly file: string;
  readonly text: string;
}

const isWeb = (file: string) => /^libs\/[\w-]+\/web\/src\/.*\.ts$/.test(file) && !/\.spec\.ts$|\/texts\//.test(file);

/** Returns the template of a component, inline or in a separate file. */
function templateOf(root: string, file: string): Template | null {
  const text = readText(root, file);
  if (!text.includes('@Component(')) return null;
  const templateFile = /templateUrl:\s*'\.\/([^']+)'/.exec(text)?.[1];
  if (templateFile === undefined) return { file, text };
  const template = path.posix.join(path.posix.dirname(file), templateFile);
  return existsSync(path.join(root, template)) ? { file: template, text: readText(root, template) } : null;
}

/** Returns true if a template renders the cells of a column with an answer to "why?". */
const drawsWhy = ({ text }: Template, key: string) =>
  [...text.matchAll(/<ng-template\s+tgCell="(\w+)"[\s\S]*?<\/ng-template\s*>/g)].some(
    ([cell, drawn]) => drawn === key && explanationMarkup.test(cell),
  );

/**
 * Returns emission figures on a page without an answer to "why?". A component with a figure must contain one, and so
 * must each cell of a table.
 */
export function figuresWithoutWhy(root: string): Violation[] {
  const files = projectFiles(root).filter(isWeb);
  const templates = files.flatMap((file) => templateOf(root, file) ?? []);
  const shown = templates
    .filter(({ file, text }) => !insideExplanation.includes(file) && !explanationMarkup.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(figurePattern)].map(({ index }) => ({
        file,
        line: lineAt(text, index),
        said: 'shows a figure of emissions, and nothing answers why it is what it is',
      })),
    );
  const cells = files.flatMap((file) => {
    const text = readText(root, file);
    const near = templates.filter((one) => path.posix.dirname(one.file) === path.posix.dirname(file));
    return [...text.matchAll(figureColumn)].flatMap(({ 1: key = '', index }) =>
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

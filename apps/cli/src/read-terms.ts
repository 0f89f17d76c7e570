import { readContext, readTerms, type CheckContext, type DocumentReading, type Terms } from '@tallgrunn/checks';
import { WrongUsage } from './command.ts';
import { readJson } from './read-json.ts';

const problemsShownMax = 20;

function valueOf<T>(reading: DocumentReading<T>, option: string, path: string, schema: string): T {
  if (reading.ok) return reading.value;
  const lines = reading.problems
    .slice(0, problemsShownMax)
    .map(({ path: place, problem, detail }) => `  ${place || '/'}: ${problem}, ${detail}`);
  throw new WrongUsage(`${option} ${path} is not as "schema ${schema}" describes:\n${lines.join('\n')}`);
}

/** Validates terms that were read from somewhere other than a file. @throws WrongUsage */
export const termsOf = (document: unknown, option: string, place: string): Terms =>
  valueOf(readTerms(document), option, place, 'terms');

export const termsFrom = async (path: string): Promise<Terms> =>
  valueOf(readTerms(await readJson('--terms', path)), '--terms', path, 'terms');

export const contextFrom = async (path: string): Promise<CheckContext> =>
  valueOf(readContext(await readJson('--context', path)), '--context', path, 'context');

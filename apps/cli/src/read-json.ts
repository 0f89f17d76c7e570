import { readFile } from 'node:fs/promises';
import { WrongUsage } from './command.ts';

/** The JSON document that an option names; what is wrong with it is wrong usage. */
export async function readJson(option: string, path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new WrongUsage(
      `${option} ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WrongUsage(`${option} ${path} is not JSON: ${(error as Error).message}`);
  }
}

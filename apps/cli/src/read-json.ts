import { readFile } from 'node:fs/promises';
import { WrongUsage } from './command.ts';

/** Reads the JSON document that an option names. @throws WrongUsage when it is unreadable or not JSON */
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

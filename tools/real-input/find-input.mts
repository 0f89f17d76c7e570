import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';

/** The folder of third-party files beside the checkout; null when it is not there. */
export function borrowedFolder(): string | null {
  const folder = path.resolve(root, '..', 'shared', 'data');
  return existsSync(folder) ? folder : null;
}

/** Files below a topic that end so and read so; sorted, relative to the folder. */
function filesOf(folder: string, topic: string, ending: string, isWanted: (text: string) => boolean): string[] {
  const below = path.join(folder, topic);
  if (!existsSync(below)) return [];
  const names = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.toLowerCase().endsWith(ending),
  );
  return names
    .map((name) => path.join(topic, name))
    .filter((file) => isWanted(readFileSync(path.join(folder, file), 'utf8')))
    .sort();
}

const outermost = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/;

/** What the file says it is, by its first element. */
const isInvoice = (text: string): boolean =>
  ['Invoice', 'CreditNote'].includes(outermost.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '');

export const findInvoices = (folder: string): string[] => filesOf(folder, '1-ubl', '.xml', isInvoice);

const councils = /zenlan\+lambethdatastore\/payments-to-suppliers|odileeds\+council-spending-data\/bradford/;

export const findPayments = (folder: string): string[] =>
  filesOf(folder, '9-spend', '.csv', () => true).filter((file) => councils.test(file));

/** Footprints and lists of them; not the schemas that describe them. */
const isFootprint = (text: string): boolean =>
  text.includes('"pcf"') && text.includes('"productIds"') && !text.includes('"$schema"') && !text.includes('"openapi"');

/** EPDs as soda4LCA writes them, and data sets of processes; the other data sets beside them are of flows, contacts and units. */
const isEpd = (text: string): boolean => text.includes('"LCIAResults"') || /<(?:\w+:)?LCIAResults[\s>]/.test(text);

export const findEpds = (folder: string): string[] => [
  ...filesOf(folder, '3-epd', '.json', isEpd),
  ...filesOf(folder, '3-epd', '.xml', isEpd),
];

export const findFootprints = (folder: string): string[] => filesOf(folder, '4-pact', '.json', isFootprint);

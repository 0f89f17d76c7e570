import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mts';

/** Returns the folder of third-party files next to the checkout; null when it does not exist. */
export function thirdPartyFolder(): string | null {
  const folder = path.resolve(root, '..', 'shared', 'data');
  return existsSync(folder) ? folder : null;
}

/** Returns the files of a topic with the given extension and matching content: sorted, relative to the folder. */
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

const rootElement = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]/;

/** Returns true if the first element is that of an invoice or credit note. */
const isInvoice = (text: string): boolean =>
  ['Invoice', 'CreditNote'].includes(rootElement.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? '');

export const findInvoices = (folder: string): string[] => filesOf(folder, '1-ubl', '.xml', isInvoice);

const councils = /zenlan\+lambethdatastore\/payments-to-suppliers|odileeds\+council-spending-data\/bradford/;

export const findPayments = (folder: string): string[] =>
  filesOf(folder, '9-spend', '.csv', () => true).filter((file) => councils.test(file));

/** Returns true for footprints and lists of them, but not for the schemas that describe them. */
const isFootprint = (text: string): boolean =>
  text.includes('"pcf"') && text.includes('"productIds"') && !text.includes('"$schema"') && !text.includes('"openapi"');

/**
 * Returns true for EPDs in the format of soda4LCA, and for process data sets. The other data sets there describe flows,
 * contacts and units.
 */
const isEpd = (text: string): boolean => text.includes('"LCIAResults"') || /<(?:\w+:)?LCIAResults[\s>]/.test(text);

export const findEpds = (folder: string): string[] => [
  ...filesOf(folder, '3-epd', '.json', isEpd),
  ...filesOf(folder, '3-epd', '.xml', isEpd),
];

export const findFootprints = (folder: string): string[] => filesOf(folder, '4-pact', '.json', isFootprint);

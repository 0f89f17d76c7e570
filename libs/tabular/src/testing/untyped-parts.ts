import { bytesOf } from '../byte-source.ts';
import { openZip, readEntry } from '../zip/open-zip.ts';

const BYTES_MAX = 1024 * 1024;
const TYPES = '[Content_Types].xml';

/** Returns the parts of a workbook for which its content types name no type of their own. Excel refuses such a file. */
export async function untypedParts(workbook: Uint8Array): Promise<string[]> {
  const zip = await openZip(bytesOf(workbook));
  const names = zip.entries.map(({ name }) => name).filter((name) => name !== TYPES);
  const types = new TextDecoder().decode(
    await readEntry(
      zip,
      zip.entries.find(({ name }) => name === TYPES)!,
      BYTES_MAX,
    ),
  );
  const declared = [...types.matchAll(/<(?:\w+:)?Override\s+PartName="\/([^"]+)"/g)].map(([, name]) => name);
  const extensions = [...types.matchAll(/<(?:\w+:)?Default\s+Extension="([^"]+)"/g)].map(([, extension]) => extension!);
  return names.filter(
    (name) =>
      !declared.includes(name) &&
      !extensions.some((extension) => extension !== 'xml' && name.endsWith(`.${extension}`)),
  );
}

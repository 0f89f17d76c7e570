import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Changes a part of an Office file, by its path. Returns null to leave it as it is. */
export type ChangePart = (path: string, xml: string) => string | null;

const RELATIONSHIPS = /^(?:(.*)\/)?_rels\/([^/]+)\.rels$/;
const COUNTED = /\/((chart|Microsoft_Excel_Worksheet)\d+)\.(?:xml|xlsx)$/;
const COUNTED_NAMES = /\b(?:chart|Microsoft_Excel_Worksheet)\d+(?=\.(?:xml|xlsx)\b)/g;
const WORKBOOK = /\.xlsx$/;
const TYPES = '[Content_Types].xml';

/**
 * Writes an Office file anew with one date in its properties and on every part, and with numbered relationships, so that
 * the same content is the same bytes. Embedded workbooks are treated alike.
 */
export function fixPackage(file: Uint8Array, writtenAt: Date, change: ChangePart = () => null): Uint8Array {
  const parts = numbered(unzipSync(file));
  const paths = Object.keys(parts)
    .filter((path) => !path.endsWith('/'))
    .toSorted((a, b) => Number(b === TYPES) - Number(a === TYPES)); // readers look for it first
  const texts = new Map(
    paths.filter((path) => /\.(?:xml|rels)$/.test(path)).map((path) => [path, strFromU8(parts[path]!)]),
  );
  for (const path of texts.keys()) if (RELATIONSHIPS.test(path)) numberRelationships(texts, path);
  const entries: Zippable = {};
  for (const path of paths) {
    const text = texts.get(path);
    const bytes = WORKBOOK.test(path) ? fixPackage(parts[path]!, writtenAt) : parts[path]!;
    entries[path] =
      text === undefined ? bytes : strToU8(change(path, dated(text, writtenAt)) ?? dated(text, writtenAt));
  }
  return zipSync(entries, { mtime: localNoon(writtenAt) });
}

/** Numbers parts from 1 where a library counts them across files. */
function numbered(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const numbers = new Map<string, string>();
  for (const path of Object.keys(parts)) {
    const [, name, kind] = COUNTED.exec(path) ?? [];
    if (!name || !kind || numbers.has(name)) continue;
    const before = [...numbers.values()].filter((each) => each.startsWith(kind)).length;
    numbers.set(name, `${kind}${before + 1}`);
  }
  const renamed = (text: string) => text.replaceAll(COUNTED_NAMES, (name) => numbers.get(name) ?? name);
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [
      renamed(path),
      /\.(?:xml|rels)$/.test(path) ? strToU8(renamed(strFromU8(bytes))) : bytes,
    ]),
  );
}

/** Noon of a day in local time, because zip has no time zone: the same bytes wherever it is written. */
const localNoon = (at: Date): Date => new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12);

const dated = (xml: string, at: Date): string =>
  xml.replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => tag + at.toISOString().replace(/\.\d+Z$/, 'Z'),
  );

/** Gives relationships without a number one, because libraries draw their ids. */
function numberRelationships(texts: Map<string, string>, path: string): void {
  const [, folder, name] = RELATIONSHIPS.exec(path)!;
  const owner = folder === undefined ? name! : `${folder}/${name}`;
  const rels = texts.get(path)!;
  const ids = [...rels.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id!);
  const drawn = ids.filter((id) => !/^rId\d+$/.test(id));
  let free = Math.max(0, ...ids.map((id) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0)));
  for (const id of drawn) {
    const next = `rId${++free}`;
    texts.set(path, texts.get(path)!.replaceAll(`"${id}"`, `"${next}"`));
    const xml = texts.get(owner);
    if (xml !== undefined) texts.set(owner, xml.replaceAll(`"${id}"`, `"${next}"`));
  }
}

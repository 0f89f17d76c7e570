import type { ByteSource } from '../byte-source.ts';
import { chainOf, containerDamaged, FREE_FROM, sectorSource } from './sector-chains.ts';

/** A compound file, the container of old Office documents ([MS-CFB]); only the streams at its top level. */
export interface Container {
  /** null when there is no stream with that name */
  stream(name: string): ByteSource | null;
  /** of all entries at the top level, including storages */
  readonly names: readonly string[];
}

interface Entry {
  name: string;
  isStream: boolean;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const HEAD_BYTES = 512;
const ENTRY_BYTES = 128;
const ENTRIES_MAX = 16_384;
const LISTED_IN_HEAD = 109;
const STREAM = 2;
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

interface ContainerHeader {
  source: ByteSource;
  head: DataView;
  sectorBytes: number;
  sectorCount: number;
}

/** Sector 0 follows the header, which occupies a whole sector. */
const sectorsAsSource = (
  { source, sectorBytes }: ContainerHeader,
  sectors: readonly number[],
  size = sectors.length * sectorBytes,
) => sectorSource(source, { sectors, sectorBytes, firstAt: sectorBytes, size });

async function readHeader(source: ByteSource): Promise<ContainerHeader> {
  const head = viewOf(await source.read(0, HEAD_BYTES));
  if (head.byteLength < HEAD_BYTES) throw containerDamaged('head-cut');
  const shift = head.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw containerDamaged('sector-size');
  const sectorBytes = 2 ** shift;
  return { source, head, sectorBytes, sectorCount: Math.ceil(source.size / sectorBytes) - 1 };
}

/**
 * Reads the allocation table, which gives the next sector of each sector. Its own sectors are listed in the header and
 * in a chain after it.
 */
async function readTable(layout: ContainerHeader): Promise<Uint32Array> {
  const { source, head, sectorBytes, sectorCount } = layout;
  const perSector = sectorBytes / 4;
  const needed = Math.ceil(sectorCount / perSector);
  const listed = Array.from({ length: LISTED_IN_HEAD }, (_, index) => head.getUint32(76 + index * 4, true));
  const seen = new Set<number>();
  for (let next = head.getUint32(68, true); next < FREE_FROM && listed.length < needed + perSector;) {
    if (seen.has(next) || next >= sectorCount) throw containerDamaged('sector-chain');
    seen.add(next);
    const numbers = numbersOf(await sectorsAsSource(layout, [next]).read(0, sectorBytes));
    listed.push(...numbers.subarray(0, -1));
    next = numbers.at(-1)!;
  }
  const own = listed.filter((sector) => sector < sectorCount).slice(0, needed);
  const table = new Uint32Array(own.length * perSector).fill(0xffffffff);
  for (const [index, sector] of own.entries()) {
    // The last sector of a file may be shorter than a sector.
    table.set(numbersOf(await source.read((sector + 1) * sectorBytes, (sector + 2) * sectorBytes)), index * perSector);
  }
  return table;
}

async function readEntries(layout: ContainerHeader, table: Uint32Array): Promise<Entry[]> {
  const chain = chainOf(table, layout.head.getUint32(48, true)).slice(
    0,
    (ENTRIES_MAX * ENTRY_BYTES) / layout.sectorBytes,
  );
  const bytes = await sectorsAsSource(layout, chain).read(0, chain.length * layout.sectorBytes);
  const view = viewOf(bytes);
  const decoder = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(bytes.length / ENTRY_BYTES) }, (_, index) => {
    const at = index * ENTRY_BYTES;
    const nameBytes = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    const [left, right, child, start, size] = [68, 72, 76, 116, 120].map((offset) =>
      view.getUint32(at + offset, true),
    ) as [number, number, number, number, number];
    return {
      name: decoder.decode(bytes.subarray(at, at + nameBytes)),
      isStream: view.getUint8(at + 66) === STREAM,
      left,
      right,
      child,
      start,
      size,
    };
  });
}

/**
 * Returns the entries of the top folder, a tree of `left` and `right` references; entries of other folders are not
 * reached.
 */
function topLevelEntries(entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>();
  const waiting = [entries[0]?.child ?? FREE_FROM];
  while (waiting.length > 0) {
    const entry = entries[waiting.pop()!];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    waiting.push(entry.left, entry.right);
  }
  return [...found];
}

export async function openContainer(source: ByteSource): Promise<Container> {
  const layout = await readHeader(source);
  const { head } = layout;
  const table = await readTable(layout);
  const entries = await readEntries(layout, table);
  const root = entries[0];
  if (!root) throw containerDamaged('no-directory');
  const miniBelow = head.getUint32(56, true);
  const miniBytes = 2 ** Math.min(head.getUint16(32, true), 12);
  const miniChain = chainOf(table, head.getUint32(60, true));
  const miniTable = numbersOf(await sectorsAsSource(layout, miniChain).read(0, miniChain.length * layout.sectorBytes));

  function stream(name: string): ByteSource | null {
    const entry = topLevelEntries(entries).find(
      (each) => each.isStream && each.name.toLowerCase() === name.toLowerCase(),
    );
    if (!entry) return null;
    if (entry.size >= miniBelow) return sectorsAsSource(layout, chainOf(table, entry.start), entry.size);
    const small = sectorsAsSource(layout, chainOf(table, root!.start));
    return sectorSource(small, {
      sectors: chainOf(miniTable, entry.start),
      sectorBytes: miniBytes,
      firstAt: 0,
      size: entry.size,
    });
  }
  return { stream, names: topLevelEntries(entries).map(({ name }) => name) };
}

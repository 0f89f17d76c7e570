import { joined, u16, u32, u8, utf16 } from './bytes.ts';

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const MINI_BELOW = 4096;
// Number of table sectors listed in the header, and in each further list.
const LISTED = 109;
const LISTED_FURTHER = SECTOR / 4 - 1;

const padded = (bytes: Uint8Array, to: number) => joined(bytes, new Uint8Array(Math.max(0, to - bytes.length)));
const toSector = (bytes: Uint8Array) => padded(bytes, Math.ceil(bytes.length / SECTOR) * SECTOR);

function entry(
  name: string,
  kind: number,
  {
    right = FREE,
    child = FREE,
    start = END,
    size = 0,
  }: { right?: number; child?: number; start?: number; size?: number },
): Uint8Array {
  return joined(
    padded(utf16(name), 64),
    u16(name.length * 2 + 2),
    u8(kind, 1),
    u32(FREE, right, child),
    new Uint8Array(36),
    u32(start, size, 0),
  );
}

/** Builds a compound file of old Office ([MS-CFB]) with streams of at least 4 KB, padded with zeros. */
export function buildContainer(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const contents = Object.values(streams).map((bytes) => toSector(padded(bytes, MINI_BELOW)));
  const directorySectors = Math.ceil((1 + contents.length) / 4);
  const dataSectors = contents.reduce((sum, bytes) => sum + bytes.length / SECTOR, directorySectors);
  const tableSectors = Math.ceil(dataSectors / (SECTOR / 4 - 1)) + 1;
  const listSectors = Math.ceil(Math.max(0, tableSectors - LISTED) / LISTED_FURTHER);
  const table: number[] = [
    ...new Array<number>(tableSectors).fill(0xfffffffd),
    ...new Array<number>(listSectors).fill(0xfffffffc),
  ];
  const starts = [directorySectors, ...contents.map((bytes) => bytes.length / SECTOR)].map((count) => {
    const start = table.length;
    for (let index = 1; index <= count; index += 1) table.push(index === count ? END : start + index);
    return start;
  });
  while (table.length < (tableSectors * SECTOR) / 4) table.push(FREE);
  const names = Object.keys(streams);
  const entries = names.map((name, index) =>
    entry(name, 2, {
      right: index + 1 < names.length ? index + 2 : FREE,
      start: starts[index + 1]!,
      size: contents[index]!.length,
    }),
  );
  const listed = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => (from + index < tableSectors ? from + index : FREE));
  const lists = Array.from({ length: listSectors }, (_, index) =>
    u32(
      ...listed(LISTED + index * LISTED_FURTHER, LISTED_FURTHER),
      index + 1 < listSectors ? tableSectors + index + 1 : END,
    ),
  );
  const head = joined(
    u32(0xe011cfd0, 0xe11ab1a1, 0, 0, 0, 0),
    u16(0x3e, 3, 0xfffe, 9, 6, 0),
    u32(
      0,
      0,
      tableSectors,
      starts[0]!,
      0,
      MINI_BELOW,
      END,
      0,
      listSectors > 0 ? tableSectors : END,
      listSectors,
      ...listed(0, LISTED),
    ),
  );
  return joined(
    head,
    joined(...table.map((sector) => u32(sector))),
    ...lists,
    toSector(joined(entry('Root Entry', 5, { child: 1 }), ...entries)),
    ...contents,
  );
}

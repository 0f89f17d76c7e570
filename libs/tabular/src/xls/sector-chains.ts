import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';

export const FREE_FROM = 0xfffffffa;

export const containerDamaged = (reason: string) => new ReadProblem('workbook-damaged', { part: 'CFB', reason });

/**
 * Returns the chain of sectors from `start`. @throws ReadProblem 'workbook-damaged' when the chain loops or leaves the
 * table
 */
export function chainOf(table: Uint32Array, start: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < FREE_FROM; sector = table[sector]!) {
    if (sector >= table.length || chain.length > table.length) throw containerDamaged('sector-chain');
    chain.push(sector);
  }
  return chain;
}

/** Presents sectors of a source as one contiguous source. Adjacent sectors are read in one request. */
export function sectorSource(
  source: ByteSource,
  {
    sectors,
    sectorBytes,
    firstAt,
    size,
  }: { sectors: readonly number[]; sectorBytes: number; firstAt: number; size: number },
): ByteSource {
  if (size > sectors.length * sectorBytes) throw containerDamaged('stream-cut');
  async function read(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, size);
    const all = new Uint8Array(Math.max(0, end - from));
    for (let at = from; at < end;) {
      const first = Math.floor(at / sectorBytes);
      let last = first;
      while ((last + 1) * sectorBytes < end && sectors[last + 1] === sectors[last]! + 1) last += 1;
      const start = firstAt + sectors[first]! * sectorBytes + (at % sectorBytes);
      const length = Math.min(end, (last + 1) * sectorBytes) - at;
      const piece = await source.read(start, start + length);
      if (piece.length < length) throw containerDamaged('stream-cut');
      all.set(piece, at - from);
      at += length;
    }
    return all;
  }
  return { size, read };
}

import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';

export interface BiffRecord {
  type: number;
  data: Uint8Array;
  /** end offset of the record, in bytes from the start of the stream */
  end: number;
}

export const BOF = 0x0809;
export const EOF = 0x000a;
export const CONTINUE = 0x003c;

const HEAD_BYTES = 4;

/**
 * Streams the records from an offset on, some thousand at a time. A record cut off at the end of the stream is left
 * out.
 */
export async function* recordsOf(stream: ByteSource, from: number, signal?: AbortSignal): AsyncGenerator<BiffRecord[]> {
  let left = new Uint8Array(0);
  let at = from;
  for await (const piece of chunksOf(stream, { from, sizeBytes: 128 * 1024, signal })) {
    const data = new Uint8Array(left.length + piece.length);
    data.set(left);
    data.set(piece, left.length);
    const view = new DataView(data.buffer);
    const records: BiffRecord[] = [];
    let used = 0;
    while (used + HEAD_BYTES <= data.length) {
      const end = used + HEAD_BYTES + view.getUint16(used + 2, true);
      if (end > data.length) break;
      records.push({ type: view.getUint16(used, true), data: data.subarray(used + HEAD_BYTES, end), end: at + end });
      used = end;
    }
    yield records;
    at += used;
    left = data.slice(used);
  }
}

import { ReadProblem } from '../read-problem.ts';
import { readFields } from '../workbook/workbook-problem.ts';

const RECORD_BYTES_MAX = 1024 * 1024;
const NOTHING = new Uint8Array(0);

export type RecordHandlers = ReadonlyMap<number, (fields: RecordFields) => void>;

/** The fields of a record in sequence. Reading past the end throws RangeError. */
export class RecordFields {
  at = 0;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(): number {
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    this.at += 2;
    return this.view.getUint16(this.at - 2, true);
  }

  u32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  f64(): number {
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  /**
   * Reads an XLWideString: a count of UTF-16 units and the units; the count 0xFFFFFFFF means no text ([MS-XLSB]
   * 2.5.168).
   */
  text(): string {
    const count = this.u32();
    if (count === 0xffffffff) return '';
    const end = this.at + count * 2;
    if (end > this.bytes.length) throw new RangeError('text');
    const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.bytes.subarray(this.at, end));
    this.at = end;
    return text;
  }
}

interface RecordHead {
  type: number;
  size: number;
  bytes: number;
}

/**
 * Reads type (one or two bytes) and length (one to four bytes) of a record, seven bits per byte ([MS-XLSB] 2.1.4). Null
 * when they are not complete yet.
 */
function readHead(data: Uint8Array, from: number): RecordHead | null {
  let at = from;
  const number = (bytesMax: number) => {
    let value = 0;
    for (let index = 0; index < bytesMax; index += 1) {
      const byte = data[at++];
      if (byte === undefined) return -1;
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) break;
    }
    return value;
  };
  const type = number(2);
  const size = type < 0 ? -1 : number(4);
  return size < 0 ? null : { type, size, bytes: at - from };
}

/** Splits a streamed binary part into records; only records with a handler are assembled. */
export class RecordScanner {
  private left: Uint8Array = NOTHING;
  private skip = 0;
  private readonly part: string;
  private readonly handlers: RecordHandlers;

  constructor(part: string, handlers: RecordHandlers) {
    this.part = part;
    this.handlers = handlers;
  }

  write(piece: Uint8Array): void {
    const data = this.left.length === 0 ? piece : joined(this.left, piece);
    let at = Math.min(this.skip, data.length);
    this.skip -= at;
    for (let head = readHead(data, at); head !== null; head = readHead(data, at)) {
      const from = at + head.bytes;
      const handle = this.handlers.get(head.type);
      if (handle && head.size > RECORD_BYTES_MAX)
        throw new ReadProblem('workbook-damaged', { part: this.part, reason: 'record-length' });
      if (handle && from + head.size > data.length) break;
      if (handle) readFields(this.part, () => handle(new RecordFields(data.subarray(from, from + head.size))));
      at = Math.min(from + head.size, data.length);
      this.skip = from + head.size - at;
    }
    // A copy, so that the remainder does not keep the whole piece in memory.
    this.left = data.slice(at);
  }

  end(): void {
    if (this.left.length > 0 || this.skip > 0)
      throw new ReadProblem('workbook-damaged', { part: this.part, reason: 'record-cut' });
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

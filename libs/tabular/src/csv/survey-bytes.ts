import { chunksOf } from '../byte-source.ts';
import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import type { TextEncoding } from './decode-text.ts';

export interface ByteSurvey {
  encoding: TextEncoding;
  /** length of the byte order mark */
  bomBytes: number;
  /** invalid bytes in this encoding; they are read as U+FFFD */
  strayBytes: number;
}

/** Counts over all bytes of a file, because the first æ may be in the last row. */
interface Tally {
  size: number;
  /**
   * blank bytes: line ends, and spaces at the start of a line; other spaces do not count, so that text is never taken
   * for blank
   */
  blanks: number;
  zerosEven: number;
  zerosOdd: number;
  controls: number;
  /** valid UTF-8 sequences of two to four bytes */
  sequences: number;
  strays: number;
  upper: Uint32Array;
}

// æ ø å Æ Ø Å in each code page.
const norwegian: Record<'windows-1252' | 'ibm850' | 'macintosh', number[]> = {
  'windows-1252': [0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5],
  ibm850: [0x91, 0x9b, 0x86, 0x92, 0x9d, 0x8f],
  macintosh: [0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81],
};

function followingBytes(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1;
  if (byte >= 0xe0 && byte <= 0xef) return 2;
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : -1;
}

/**
 * Returns the end of the run of ASCII characters (0x20 to 0x7e) that begins here. Nearly all bytes are in such runs, so
 * this loop does nothing else.
 */
function asciiRunEnd(chunk: Uint8Array, from: number): number {
  let at = from;
  while (at < chunk.length && (chunk[at]! - 0x20) >>> 0 < 0x5f) at += 1;
  return at;
}

async function tally(source: ByteSource, signal?: AbortSignal): Promise<Tally> {
  const sums: Tally = {
    size: source.size,
    blanks: 0,
    zerosEven: 0,
    zerosOdd: 0,
    controls: 0,
    sequences: 0,
    strays: 0,
    upper: new Uint32Array(256),
  };
  let pending = 0;
  let at = 0;
  for await (const chunk of chunksOf(source, { signal, passing: true })) {
    for (let index = 0; index < chunk.length; index += 1) {
      if (pending === 0) {
        const until = asciiRunEnd(chunk, index);
        if (chunk[index] === 0x20) sums.blanks += countLeadingSpaces(chunk, index, until);
        if (until >= chunk.length) break;
        index = until;
      }
      const byte = chunk[index]!;
      if (byte < 0x80) {
        if (pending > 0) sums.strays += 1;
        pending = 0;
        if (byte < 0x21) countControlByte(sums, byte, at + index);
        continue;
      }
      sums.upper[byte]! += 1;
      if (pending > 0 && byte < 0xc0) {
        pending -= 1;
        if (pending === 0) sums.sequences += 1;
        continue;
      }
      const expected = followingBytes(byte);
      if (pending > 0 || expected < 0) sums.strays += 1;
      pending = Math.max(expected, 0);
    }
    at += chunk.length;
  }
  if (pending > 0) sums.strays += 1;
  return sums;
}

/** Counts the spaces at the beginning of a run. */
function countLeadingSpaces(chunk: Uint8Array, from: number, until: number): number {
  let at = from;
  while (at < until && chunk[at] === 0x20) at += 1;
  return at - from;
}

function countControlByte(sums: Tally, byte: number, at: number): void {
  if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) sums.blanks += 1;
  else if (byte === 0 && at % 2 === 0) sums.zerosEven += 1;
  else if (byte === 0) sums.zerosOdd += 1;
  // Exceptions: 0x1a ends DOS files, 0x1b switches code pages, 0x1f is the unit separator.
  else if (byte !== 0x1a && byte !== 0x1b && byte !== 0x1f) sums.controls += 1;
}

function singleByteEncoding({ upper }: Tally): TextEncoding {
  const score = (encoding: keyof typeof norwegian) => norwegian[encoding].reduce((sum, byte) => sum + upper[byte]!, 0);
  const best = (['windows-1252', 'ibm850', 'macintosh'] as const).toSorted((a, b) => score(b) - score(a))[0]!;
  return score(best) > 0 ? best : 'windows-1252';
}

/** Detects the encoding of a text file. @throws ReadProblem 'file-empty' | 'not-a-table' */
export async function surveyBytes(source: ByteSource, signal?: AbortSignal): Promise<ByteSurvey> {
  const [first, second, third] = await source.read(0, 3);
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, strayBytes: 0 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', bomBytes: 2, strayBytes: 0 };
  const bomBytes = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  const sums = await tally(source, signal);
  if (sums.size - bomBytes - sums.blanks <= 0) throw new ReadProblem('file-empty');
  const zeros = sums.zerosEven + sums.zerosOdd;
  // Western text in UTF-16 without a byte order mark has a zero in nearly every other byte, always at even or always at
  // odd positions.
  if (zeros > sums.size / 5 && sums.zerosEven < zeros / 100)
    return { encoding: 'utf-16le', bomBytes: 0, strayBytes: 0 };
  if (zeros > sums.size / 5 && sums.zerosOdd < zeros / 100) return { encoding: 'utf-16be', bomBytes: 0, strayBytes: 0 };
  if (zeros + sums.controls > Math.max(4, sums.size / 500)) throw new ReadProblem('not-a-table', { found: 'binary' });
  if (bomBytes > 0 || sums.strays === 0 || sums.sequences > 20 * sums.strays)
    return { encoding: 'utf-8', bomBytes, strayBytes: sums.strays };
  return { encoding: singleByteEncoding(sums), bomBytes: 0, strayBytes: 0 };
}

import { isNestedDeeper } from './json-bounds.ts';

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COMMA, NEWLINE] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x0a,
];
const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

export interface ElementLimits {
  /** Maximum size of one element, bytes. */
  readonly elementBytesMax: number;
  /** Maximum nesting within one element. */
  readonly depthMax: number;
}

/** Why elements could not be parsed, and at which line (JSON lines) or element (array), from 1. */
export class ElementsUnreadable extends Error {
  constructor(
    readonly reason: 'not-json' | 'not-an-array' | 'element-too-large' | 'element-too-deep' | 'not-utf-8',
    readonly position: number,
  ) {
    super(reason);
  }
}

/**
 * Parses the elements of a JSON array one at a time, as its bytes arrive. The document is never parsed as a whole, so
 * its size and shape cannot exhaust the process.
 * @throws ElementsUnreadable
 */
export async function* elementsOfArray(
  source: AsyncIterable<Uint8Array>,
  limits: ElementLimits,
): AsyncGenerator<unknown> {
  const element = new Element(limits);
  let state: 'before' | 'first' | 'element' | 'next' | 'after' = 'before';
  let [depth, position] = [0, 1];
  let [isInText, isEscaped] = [false, false];
  for await (const bytes of withoutMark(source)) {
    let from: number = state === 'element' ? 0 : -1;
    for (let at = 0; at < bytes.length; at += 1) {
      const code = bytes[at]!;
      if (state === 'element') {
        if (isInText) {
          if (isEscaped) isEscaped = false;
          else if (code === BACKSLASH) isEscaped = true;
          else if (code === QUOTE) isInText = false;
          continue;
        }
        if (code === QUOTE) isInText = true;
        else if (code === OPEN_ARRAY || code === OPEN_OBJECT) depth += 1;
        else if (depth > 0 && (code === CLOSE_ARRAY || code === CLOSE_OBJECT)) depth -= 1;
        else if (depth === 0 && (code === COMMA || code === CLOSE_ARRAY)) {
          element.add(bytes.subarray(from, at), position);
          yield element.parse(position);
          position += 1;
          state = code === COMMA ? 'next' : 'after';
          from = -1;
        }
      } else if (isBlank(code)) continue;
      else if (state === 'before') {
        if (code !== OPEN_ARRAY) throw new ElementsUnreadable('not-an-array', position);
        state = 'first';
      } else if (state === 'after' || (state === 'next' && code === CLOSE_ARRAY))
        throw new ElementsUnreadable('not-json', position);
      else if (state === 'first' && code === CLOSE_ARRAY) state = 'after';
      else {
        [state, from] = ['element', at];
        [isInText, isEscaped, depth] = [code === QUOTE, false, code === OPEN_ARRAY || code === OPEN_OBJECT ? 1 : 0];
        if (code === COMMA) throw new ElementsUnreadable('not-json', position);
      }
    }
    if (from >= 0) element.add(bytes.subarray(from), position);
  }
  if (state !== 'after') throw new ElementsUnreadable('not-json', position);
}

/**
 * Parses JSON lines as their bytes arrive; blank lines are skipped.
 * @throws ElementsUnreadable
 */
export async function* elementsOfLines(
  source: AsyncIterable<Uint8Array>,
  limits: ElementLimits,
): AsyncGenerator<unknown> {
  const element = new Element(limits);
  let position = 1;
  for await (const bytes of withoutMark(source)) {
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      element.add(bytes.subarray(from, end), position);
      if (!element.isBlank) yield element.parse(position);
      element.clear();
      position += 1;
      from = end + 1;
    }
    element.add(bytes.subarray(from), position);
  }
  if (!element.isBlank) yield element.parse(position);
}

/** The bytes of one element, collected over several chunks. */
class Element {
  #pieces: Uint8Array[] = [];
  #sizeBytes = 0;
  isBlank = true;

  constructor(private readonly limits: ElementLimits) {}

  add(piece: Uint8Array, position: number): void {
    if (piece.length === 0) return;
    this.#sizeBytes += piece.length;
    if (this.#sizeBytes > this.limits.elementBytesMax) throw new ElementsUnreadable('element-too-large', position);
    this.isBlank &&= piece.every(isBlank);
    this.#pieces.push(piece);
  }

  parse(position: number): unknown {
    const bytes = Buffer.concat(this.#pieces);
    this.clear();
    if (isNestedDeeper(bytes, this.limits.depthMax)) throw new ElementsUnreadable('element-too-deep', position);
    const text = decode(bytes, position);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new ElementsUnreadable('not-json', position);
    }
  }

  clear(): void {
    this.#pieces = [];
    this.#sizeBytes = 0;
    this.isBlank = true;
  }
}

function decode(bytes: Uint8Array, position: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ElementsUnreadable('not-utf-8', position);
  }
}

/**
 * Removes a UTF-8 byte order mark. It recognises the mark only within the first chunk; no client sends a shorter one.
 */
async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of source) {
    yield isFirst && BYTE_ORDER_MARK.every((code, at) => piece[at] === code)
      ? piece.subarray(BYTE_ORDER_MARK.length)
      : piece;
    isFirst = false;
  }
}

import { Problem } from './problem.ts';

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Deepest nesting accepted, with a margin over every known document. Parsing deeper JSON costs far more than its size
 * suggests.
 */
export const JSON_DEPTH_MAX = 64;

/**
 * Returns whether JSON text nests deeper than `depthMax`. Stops at the first place that does. One pass, no allocation.
 */
export function isNestedDeeper(text: Uint8Array | string, depthMax = JSON_DEPTH_MAX): boolean {
  const at = typeof text === 'string' ? (index: number) => text.charCodeAt(index) : (index: number) => text[index]!;
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = at(index);
    if (isInText) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) isInText = false;
    } else if (code === QUOTE) isInText = true;
    else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

/**
 * Parses JSON with limited nesting; undefined when it is not JSON.
 * @throws Problem 'json-too-deep' (400)
 */
export function parseBoundedJson(text: string, depthMax = JSON_DEPTH_MAX): unknown {
  if (isNestedDeeper(text, depthMax)) throw new Problem(400, 'json-too-deep', { depthMax });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const NEWLINE = 10;

/**
 * Splits a byte stream into lines of text at the caller's pace, without reading ahead. Calls `tooLong` and ends when a
 * line exceeds `bytesMax`.
 */
export async function* linesOf(
  stream: AsyncIterable<Buffer>,
  bytesMax: number,
  tooLong: () => void,
): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      held.push(chunk.subarray(from, at));
      yield Buffer.concat(held).toString('utf8');
      held = [];
      heldBytes = 0;
      from = at + 1;
    }
    held.push(chunk.subarray(from));
    heldBytes += chunk.length - from;
    if (heldBytes > bytesMax) return tooLong();
  }
  if (heldBytes > 0) yield Buffer.concat(held).toString('utf8');
}

const NEWLINE = 10;

/**
 * Splits a byte stream into lines of text at the caller's pace, without reading ahead. Calls `tooLong` and ends when a
 * line exceeds `bytesMax`.
 */
export async function* readLines(
  stream: AsyncIterable<Buffer>,
  bytesMax: number,
  tooLong: () => void,
): AsyncGenerator<string> {
  let buffered: Buffer[] = [];
  let bufferedBytes = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      buffered.push(chunk.subarray(from, at));
      yield Buffer.concat(buffered).toString('utf8');
      buffered = [];
      bufferedBytes = 0;
      from = at + 1;
    }
    buffered.push(chunk.subarray(from));
    bufferedBytes += chunk.length - from;
    if (bufferedBytes > bytesMax) return tooLong();
  }
  if (bufferedBytes > 0) yield Buffer.concat(buffered).toString('utf8');
}

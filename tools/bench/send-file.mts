import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { HttpUser } from '../trial/visitor.mts';

/** Uploads a file from disk as a browser would, with one buffer in memory. Returns the body of the response. */
export async function sendFile<T>(visitor: HttpUser, path: string, file: string, name = 'rapport.csv'): Promise<T> {
  const boundary = 'the-edge-of-a-part';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  const length = statSync(file).size + Buffer.byteLength(head) + Buffer.byteLength(tail);
  const request = http.request(`${visitor.address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...visitor.headers,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': length,
    },
  });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) =>
    request.once('response', resolve).once('error', reject),
  );
  request.write(head);
  await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), request, { end: false });
  request.end(tail);
  const answer = await answered;
  const body = (await json(answer)) as T;
  if ((answer.statusCode ?? 500) >= 300)
    throw new Error(`The file was not taken: ${answer.statusCode} ${JSON.stringify(body)}`);
  return body;
}

import { StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { gunzipSync } from 'node:zlib';

/** Sends stored gzip-compressed JSON, unpacked for clients that do not accept gzip. The hash is its ETag. */
export function sendGzippedJson(
  response: Response,
  { sha256, body }: { sha256: string; body: Buffer },
  encodings = '',
): StreamableFile {
  const acceptsGzip = /\bgzip\b/.test(encodings);
  response.setHeader('ETag', `"${sha256}"`);
  response.setHeader('Vary', 'Accept-Encoding');
  if (acceptsGzip) response.setHeader('Content-Encoding', 'gzip');
  return new StreamableFile(acceptsGzip ? body : gunzipSync(body), { type: 'application/json' });
}

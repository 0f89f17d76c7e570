import { request, type ClientRequest } from 'node:http';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Refusal {
  status: number;
  body: Record<string, unknown>;
  sentBytes: number;
}

const MB = 1024 * 1024;

/** Begins an upload and resolves with the response. `sent` returns the bytes sent so far. */
function beginUpload(
  address: string,
  headers: Record<string, string>,
  sent: () => number,
): { upload: ClientRequest; refusal: Promise<Refusal>; answered: () => boolean } {
  const boundary = 'tallgrunn-endless';
  const upload = request(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  let answered = false;
  const refusal = new Promise<Refusal>((resolve, reject) => {
    upload.on('response', (response) => {
      answered = true;
      const sentBytes = sent();
      let text = '';
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown>, sentBytes });
        upload.destroy();
      });
    });
    upload.on('error', (error) => answered || reject(error));
  });
  upload.write(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rapport.csv"\r\nContent-Type: text/csv\r\n\r\n`,
  );
  return { upload, refusal, answered: () => answered };
}

/** Announces the size of an upload, but sends only its first bytes. */
export function announceUpload(address: string, headers: Record<string, string>, sizeBytes: number): Promise<Refusal> {
  const { upload, refusal } = beginUpload(address, { ...headers, 'content-length': String(sizeBytes) }, () => 0);
  upload.write('a;b;c;d\n');
  return refusal;
}

/** Sends an endless file until the endpoint responds. Rejects when it has not responded after `bytesMax`. */
export function uploadWithoutEnd(address: string, headers: Record<string, string>, bytesMax: number): Promise<Refusal> {
  const chunk = Buffer.alloc(MB, 'a;b;c;d\n');
  let sentBytes = 0;
  const { upload, refusal, answered } = beginUpload(address, headers, () => sentBytes);
  const send = () => {
    if (answered()) return;
    if (sentBytes > bytesMax) return void upload.destroy(new Error(`no answer after ${sentBytes / MB} MB`));
    sentBytes += chunk.length;
    upload.write(chunk, send);
  };
  send();
  return refusal;
}

/** Returns the size of a folder's content in bytes. */
export function bytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce(
    (sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

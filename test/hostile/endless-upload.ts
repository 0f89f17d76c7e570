import { request } from 'node:http';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Refusal {
  status: number;
  body: Record<string, unknown>;
  sentBytes: number;
}

const MB = 1024 * 1024;

/** Sends a file without end to a door until it answers. Rejects when it has not by `bytesMax`. */
export function uploadWithoutEnd(address: string, headers: Record<string, string>, bytesMax: number): Promise<Refusal> {
  const boundary = 'tallgrunn-endless';
  const chunk = Buffer.alloc(MB, 'a;b;c;d\n');
  return new Promise((resolve, reject) => {
    let sentBytes = 0;
    let answered = false;
    const upload = request(address, { method: 'POST', headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
    upload.on('response', (response) => {
      answered = true;
      let text = '';
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown>, sentBytes });
        upload.destroy();
      });
    });
    upload.on('error', (error) => answered || reject(error));
    upload.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rapport.csv"\r\nContent-Type: text/csv\r\n\r\n`);
    const send = () => {
      if (answered) return;
      if (sentBytes > bytesMax) return void upload.destroy(new Error(`no answer after ${sentBytes / MB} MB`));
      sentBytes += chunk.length;
      upload.write(chunk, send);
    };
    send();
  });
}

/** What lies in a folder, in bytes. */
export function bytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((sum, name) => sum + (statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

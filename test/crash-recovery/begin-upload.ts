import { request } from 'node:http';

/** Sends the first bytes of an upload and leaves it open. `cut` resolves when the connection is lost. */
export function beginUpload(
  address: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<{ cut: Promise<void> }> {
  const boundary = 'tallgrunn-knock';
  const upload = request(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  const cut = new Promise<void>((resolve) => upload.once('error', () => resolve()).once('close', () => resolve()));
  upload.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="hovedbok.csv"\r\n\r\n`);
  return new Promise((resolve) => upload.write(Buffer.alloc(bytes, 'a;b\n'), () => resolve({ cut })));
}

import { Readable } from 'node:stream';
import type { Request } from 'express';
import type { SpoolUpload } from './spool-upload.ts';

/**
 * Spools the whole body of a request as its file, as if it were a form upload. It is hashed, limited and placed in
 * `request.file` in the same way.
 * @throws Problem 'file-too-large' (413)
 */
export async function spoolBody(storage: SpoolUpload, request: Request, name: string): Promise<void> {
  const file = {
    fieldname: 'file',
    originalname: name,
    mimetype: request.headers['content-type'] ?? '',
    stream: request as unknown as Readable,
  } as Express.Multer.File;
  const info = await new Promise<Partial<Express.Multer.File> | undefined>((done, failed) =>
    storage._handleFile(request, file, (error, spooled) => (error ? failed(error as Error) : done(spooled))),
  );
  request.file = { ...file, ...info } as Express.Multer.File;
}

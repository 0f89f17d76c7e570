import { Readable } from 'node:stream';
import type { Request } from 'express';
import type { SpoolUpload } from './spool-upload.ts';

/** Takes a request's whole body as its file, as if it had come in a form: hashed, counted and refused as those are, and found where theirs are found. */
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

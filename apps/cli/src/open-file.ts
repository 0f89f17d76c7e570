import { open, type FileHandle } from 'node:fs/promises';
import type { ByteSource } from '@tallgrunn/tabular';

/** A local file as a random-access byte source. */
export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** Thrown when a path cannot be read as a file. */
export class FileProblem extends Error {
  constructor(
    readonly code: 'file-not-found' | 'file-not-readable' | 'not-a-file',
    readonly path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

function problemOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FileProblem('file-not-found', path);
  if (code === 'EACCES' || code === 'EPERM') return new FileProblem('file-not-readable', path);
  return code === 'EISDIR' ? new FileProblem('not-a-file', path) : error;
}

async function readRange(handle: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, to - from));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Opens a file. @throws FileProblem when it does not exist, is not a file, or is not readable */
export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw problemOf(error, path);
  });
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new FileProblem('not-a-file', path);
  }
  const { size } = stat;
  return { size, read: (from, to) => readRange(handle, from, Math.min(to, size)), close: () => handle.close() };
}

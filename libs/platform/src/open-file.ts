import { open, type FileHandle } from 'node:fs/promises';

/** Random read access to a file, for the readers of tables and documents. */
export interface OpenedFile {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
  /** Reads into the caller's buffer. Returns how many bytes were read. */
  fill(bytes: Uint8Array, from: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a file on disk for random access. */
export async function openFile(file: string): Promise<OpenedFile> {
  const handle: FileHandle = await open(file, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
    fill: async (bytes, from) => (await handle.read(bytes, 0, bytes.length, from)).bytesRead,
    close: () => handle.close(),
  };
}

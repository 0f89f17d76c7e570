/** A file of the world: its path with '/' from the world's folder, and its bytes. */
export interface WorldFile {
  path: string;
  bytes: Uint8Array;
}

/** A file of the world: its path relative to the world's folder, with '/', and its bytes. */
export interface WorldFile {
  path: string;
  bytes: Uint8Array;
}

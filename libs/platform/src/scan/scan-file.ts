import type { SpooledFile } from '../file-store.ts';

/** Whether a scanner is set and answers. */
export type ScannerState = 'off' | 'ready' | 'unreachable';

/** What a scanner said of a file: nothing, or the name of what it found. */
export interface ScanResult {
  readonly signature: string | null;
}

/** The scanner could not be asked, or gave no verdict; the message says why, for the log. */
export class NoVerdict extends Error {}

/** Looks for malicious content in a file that has arrived, before anybody reads it. */
export abstract class ScanFile {
  /** Throws NoVerdict when there is none. */
  abstract run(file: Pick<SpooledFile, 'path'>): Promise<ScanResult>;
  abstract state(): Promise<ScannerState>;
}

/** Where no scanner is set, every file passes. */
export class ScanNothing extends ScanFile {
  run(): Promise<ScanResult> {
    return Promise.resolve({ signature: null });
  }

  state(): Promise<ScannerState> {
    return Promise.resolve('off');
  }
}

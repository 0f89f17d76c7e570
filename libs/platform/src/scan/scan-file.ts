import type { SpooledFile } from '../file-store.ts';

/** Whether a scanner is configured and answers. */
export type ScannerState = 'off' | 'ready' | 'unreachable';

/** Result of a scan: `signature` names the malware found, or is null. */
export interface ScanResult {
  readonly signature: string | null;
}

/** The scanner was unreachable or gave no result. The message, for the log, says why. */
export class ScanFailed extends Error {}

/** Scans an upload for malware before it is read. */
export abstract class ScanFile {
  /**
   * Scans one file.
   * @throws ScanFailed when there is no result
   */
  abstract run(file: Pick<SpooledFile, 'path'>): Promise<ScanResult>;
  abstract state(): Promise<ScannerState>;
}

/** Used when no scanner is configured: every file passes. */
export class NoScanner extends ScanFile {
  run(): Promise<ScanResult> {
    return Promise.resolve({ signature: null });
  }

  state(): Promise<ScannerState> {
    return Promise.resolve('off');
  }
}

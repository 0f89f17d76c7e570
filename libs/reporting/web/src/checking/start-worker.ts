import { InjectionToken } from '@angular/core';

/** What the page needs of a worker; tests give one without a thread. */
export interface CheckWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((message: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export const startCheckWorker = new InjectionToken<() => CheckWorker>('starts the worker that checks files');

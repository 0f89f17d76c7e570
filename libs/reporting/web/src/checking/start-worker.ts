import { InjectionToken } from '@angular/core';

/** The part of Worker that the page uses; tests provide one without a thread. */
export interface CheckWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((message: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export const startCheckWorker = new InjectionToken<() => CheckWorker>('starts the worker that checks files');

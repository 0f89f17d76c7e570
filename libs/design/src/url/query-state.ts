import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

/** A callable that is read like a signal. */
export interface QueryState {
  (): string;
  /** Writes the value to the address; '' removes it. Replaces the history entry. */
  set(value: string): void;
  /** Writes the value as a new history entry, so that "back" reverts it. For content that opens over the page. */
  visit(value: string): void;
}

/**
 * Page state stored in the address: `const period = queryState('period')`, then `period()` and `period.set('2026-03')`.
 */
export function queryState(name: string, fallback = ''): QueryState {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const value = toSignal(route.queryParamMap.pipe(map((params) => params.get(name) ?? fallback)), {
    requireSync: true,
  });
  const write = (next: string, replaceUrl: boolean): void => {
    const queryParams = { [name]: next === '' || next === fallback ? null : next };
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl });
  };
  return Object.assign(() => value(), {
    set: (next: string) => write(next, true),
    visit: (next: string) => write(next, false),
  });
}

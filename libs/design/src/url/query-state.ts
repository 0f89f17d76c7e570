import { inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

/** Reads like a signal. */
export interface QueryState {
  (): string;
  /** Writes the value to the address; the empty string takes it out. */
  set(value: string): void;
  /** Writes it as a step of its own, which the back button takes back: what opens over the page. */
  visit(value: string): void;
}

/** A piece of page state that lives in the address: `const period = queryState('period')`, then `period()` and `period.set('2026-03')`. */
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

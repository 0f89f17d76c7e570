import { computed, inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { filterFields } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';

export interface FilterAddress {
  readonly values: Signal<FilterValues>;
  /** How many fields narrow. */
  readonly narrowing: Signal<number>;
  set(changes: Partial<FilterValues>): void;
  clear(): void;
}

/** The filter lives in the address: a link shows a colleague the same lines, and "back" takes one step back. */
export function filterAddress(): FilterAddress {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const query = toSignal(route.queryParamMap, { requireSync: true });
  const values = computed(
    () => Object.fromEntries(filterFields.map((field) => [field, query().get(field) ?? ''])) as FilterValues,
    {
      equal: (a, b) => filterFields.every((field) => a[field] === b[field]),
    },
  );
  const go = (changes: Partial<FilterValues>): void => {
    const queryParams = {
      ...Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value || null])),
      line: null,
    };
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge' });
  };
  return {
    values,
    narrowing: computed(() => filterFields.filter((field) => values()[field] !== '').length),
    set: go,
    clear: () => go(Object.fromEntries(filterFields.map((field) => [field, '']))),
  };
}

import { computed, inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { filterFields } from './filter-values.ts';
import type { FilterValues } from './filter-values.ts';

export interface FilterAddress {
  readonly values: Signal<FilterValues>;
  /** Number of fields set. */
  readonly narrowing: Signal<number>;
  set(changes: Partial<FilterValues>): void;
  clear(): void;
}

/** Stores the filter in the URL, so that a link shows the same lines and "back" undoes one step. */
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

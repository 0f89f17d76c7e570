import { computed, inject } from '@angular/core';
import type { Signal } from '@angular/core';
import { Session } from '@tallgrunn/api-client';
import { osloDate } from '@tallgrunn/values';

/** Returns today's date in Oslo, or the date that a demo is set to. */
export function injectToday(): Signal<string> {
  const session = inject(Session);
  return computed(() => {
    const asOf = session.instance()?.asOf;
    return osloDate(asOf ? new Date(asOf) : new Date());
  });
}
